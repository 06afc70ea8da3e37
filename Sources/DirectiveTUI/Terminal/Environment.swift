import Glibc

/// The variables that the program was started with.
enum Environment {
  static func value(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }

  /// A path as it was typed, `~/` for the reader's own folder.
  static func path(typed path: String) -> String {
    guard path == "~" || path.hasPrefix("~/"), let home = value("HOME"), !home.isEmpty else { return path }
    return home + path.dropFirst()
  }

  /// Whether a program of that name can be run.
  static func hasProgram(_ name: String) -> Bool {
    let folders = (value("PATH") ?? "/usr/bin:/bin").split(separator: ":", omittingEmptySubsequences: false)
    return folders.contains { access("\($0.isEmpty ? "." : $0)/\(name)", X_OK) == 0 }
  }

  /// The columns of the terminal that standard output is on, or as `COLUMNS` says; 80 where neither tells.
  static var columns: Int {
    var window = winsize()
    if ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &window) == 0, window.ws_col > 0 { return Int(window.ws_col) }
    return value("COLUMNS").flatMap { Int($0) }.map { min(max($0, 20), 1000) } ?? 80
  }
}
