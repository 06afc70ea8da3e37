/// The editor that the environment names, and how it is told a line.
struct Editor: Equatable {
  let words: [String]

  /// `VISUAL`, then `EDITOR`, then `vi`; nil where what is set is no command.
  init?(environment: (String) -> String?) {
    let command = ["VISUAL", "EDITOR"].lazy.compactMap(environment).first { !$0.isEmpty } ?? "vi"
    guard let words = ShellWords.split(command), !words.isEmpty else { return nil }
    self.words = words
  }

  private enum LineStyle {
    /// `+12 file`
    case plus
    /// `file:12`
    case colon
    /// `--goto file:12`
    case goto
  }

  private static let styles: [String: LineStyle] = {
    var styles: [String: LineStyle] = [:]
    for name in ["vi", "vim", "nvim", "view", "vim.basic", "vim.tiny", "nvi", "vis", "ex", "gvim", "editor", "nano"]
      + ["pico", "emacs", "emacsclient", "joe", "jmacs", "ne", "mg", "jed", "kak", "micro", "less", "zile"]
    { styles[name] = .plus }
    for name in ["hx", "helix", "subl", "zed"] { styles[name] = .colon }
    for name in ["code", "codium"] { styles[name] = .goto }
    return styles
  }()

  /// The command line that opens `file` at a line; an editor that is not known here opens it at its beginning.
  func arguments(file: String, line: Int) -> [String] {
    let path = file.hasPrefix("-") ? "./" + file : file
    let name = words[0].split(separator: "/").last.map(String.init) ?? words[0]
    switch Self.styles[name] {
    case .plus: return words + ["+\(line)", path]
    case .colon: return words + ["\(path):\(line)"]
    case .goto: return words + ["--goto", "\(path):\(line)"]
    case nil: return words + [path]
    }
  }
}
