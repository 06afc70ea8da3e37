import Glibc

/// The file of settings: a line `name = value` for each setting, and `key KEYS = action` for each key; empty lines and
/// those that begin with `#` are passed over. What is wrong in it is told by line, and the rest is used.
struct Config: Sendable {
  var settings: Settings
  var bindings = KeyBindings()
  private(set) var problems: [Problem] = []

  init(settings: Settings) { self.settings = settings }

  /// Reads the file that the environment names; without one, everything is as it is built in.
  static func load(environment: (String) -> String?) -> Config {
    var settings = Settings()
    settings.language = Language(environment: environment)
    var config = Config(settings: settings)
    guard let path = path(environment: environment) else { return config }
    switch read(path) {
    case .success(let text): config.take(text, from: path)
    case .failure(let problem): config.problems = [problem]
    case nil: break
    }
    return config
  }

  /// `$XDG_CONFIG_HOME/directives/config`, by default in `~/.config` (XDG Base Directory Specification: a relative path
  /// is ignored); nil where there is no home.
  static func path(environment: (String) -> String?) -> String? {
    if let folder = environment("XDG_CONFIG_HOME"), folder.hasPrefix("/") { return folder + "/directives/config" }
    guard let home = environment("HOME"), !home.isEmpty else { return nil }
    return home + "/.config/directives/config"
  }

  /// Takes the lines of a file.
  mutating func take(_ text: String, from path: String) {
    for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
      let line = Self.trim(line)
      guard !line.isEmpty, line.first != "#" else { continue }
      if let why = take(line) { problems.append(Problem("\(path):\(index + 1)", why)) }
    }
  }

  /// Takes a line; answers what is wrong with it.
  private mutating func take(_ line: Substring) -> Phrase? {
    if line.hasPrefix("key ") { return takeKey(Self.trim(line.dropFirst(4))) }
    guard let equals = line.firstIndex(of: "=") else { return .noSettingOnLine }
    let name = String(Self.trim(line[..<equals]))
    let value = String(Self.trim(line[line.index(after: equals)...]))
    guard let setting = Setting.named(name) else { return .noSuchSetting(name) }
    guard setting.set(&settings, value) else {
      return .settingIsOneOf(name, setting.values, not: value)
    }
    return nil
  }

  private mutating func takeKey(_ line: Substring) -> Phrase? {
    let keys = line.prefix { $0 != " " && $0 != "\t" }
    let rest = Self.trim(line.dropFirst(keys.count))
    guard rest.first == "=" else { return .noKeyBindingOnLine }
    let name = String(Self.trim(rest.dropFirst()))
    do {
      try bindings.bind(String(keys), to: name)
      return nil
    } catch {
      switch error {
      case .unknownAction(let name): return .noSuchAction(name)
      case .digit: return .digitsAreNumbers(String(keys))
      case .noKey: return .noKeyNamed
      }
    }
  }

  private static func trim(_ text: Substring) -> Substring {
    var text = text
    while let first = text.unicodeScalars.first, isBlank(first) { text.unicodeScalars.removeFirst() }
    while let last = text.unicodeScalars.last, isBlank(last) { text.unicodeScalars.removeLast() }
    return text
  }

  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool { [" ", "\t", "\u{FEFF}"].contains(scalar) }

  /// The file's text; nil where there is no file.
  private static func read(_ path: String) -> Result<String, Problem>? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK)
    guard descriptor >= 0 else {
      return errno == ENOENT || errno == ENOTDIR ? nil : .failure(Problem(path, .systemError(errno)))
    }
    defer { close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: sizeLimit + 1)
    var filled = 0
    while filled < bytes.count {
      let count = bytes.withUnsafeMutableBytes { buffer in
        Glibc.read(descriptor, buffer.baseAddress.map { $0 + filled }, buffer.count - filled)
      }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { return .failure(Problem(path, .systemError(errno))) }
      if count == 0 { break }
      filled += count
    }
    guard filled <= sizeLimit else { return .failure(Problem(path, "is larger than \(sizeLimit >> 10) KiB")) }
    return .success(String(decoding: bytes.prefix(filled), as: UTF8.self))
  }

  /// Bytes.
  private static let sizeLimit = 64 << 10
}

extension State {
  /// Says what is wrong in the file of settings.
  mutating func tell(_ problems: [Problem]) {
    guard let first = problems.first else { return }
    message = Message(.linesIgnored(first.phrase, others: problems.count - 1), isFailure: true)
  }
}
