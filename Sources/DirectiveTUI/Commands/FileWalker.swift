import Glibc

/// The files of a folder and of all folders in it, in the order of their names' bytes.
///
/// Hidden files and folders are left out, and what the `.ignore` files on the way say, which are written as gitignore(5)
/// has it: a pattern a line, `#` for remarks, `!` takes back, a slash at the end means folders, one elsewhere anchors.
/// Links to folders are not followed, and other file systems (`/proc`) not entered, so that no walk is endless.
struct FileWalker {
  /// Called with the path of every folder before it is read.
  var entering: (String) -> Void = { _ in }

  /// The paths of the files in a folder that may be documents, by their names. What is none by its content is found out
  /// when it is read.
  func documents(in folder: String, trouble: (Problem) -> Void) -> [String] {
    var paths: [String] = []
    walk(folder, file: { if InputFormat.isDocumentName($0) { paths.append($0) } }, trouble: trouble)
    return paths
  }

  /// Calls `file` with the path of every regular file, and `trouble` where a folder cannot be read.
  func walk(_ folder: String, file: (String) throws -> Void, trouble: (Problem) -> Void) rethrows {
    try walk(folder, on: nil, rules: [], file, trouble)
  }

  private func walk(
    _ folder: String, on system: dev_t?, rules outer: [IgnoreRules], _ file: (String) throws -> Void,
    _ trouble: (Problem) -> Void
  ) rethrows {
    var status = stat()
    guard stat(folder, &status) == 0 else { return trouble(Problem(folder, .systemError(errno))) }
    guard system == nil || status.st_dev == system else { return }
    entering(folder)
    guard let names = Self.names(in: folder) else { return trouble(Problem(folder, .systemError(errno))) }
    var rules = outer
    if names.contains(where: { $0.name == ".ignore" }), let own = IgnoreRules(folder: folder) { rules.append(own) }
    for (name, type, isUTF8) in names where !name.hasPrefix(".") {
      let path = folder == "." ? name : folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
      guard isUTF8 else {
        if Int(type) == DT_DIR || InputFormat.isDocumentName(name) { trouble(Problem(path, .nameIsNoUTF8)) }
        continue
      }
      let kind = Self.kind(of: path, type)
      guard kind == S_IFREG || kind == S_IFDIR, !Self.isIgnored(path, isFolder: kind == S_IFDIR, rules) else {
        continue
      }
      if kind == S_IFREG { try file(path) } else { try walk(path, on: status.st_dev, rules: rules, file, trouble) }
    }
  }

  /// What stands at a path, as `st_mode` has it, where the folder says `type`; a regular file where a link leads to one.
  private static func kind(of path: String, _ type: UInt8) -> mode_t? {
    switch Int(type) {
    case DT_REG: return S_IFREG
    case DT_DIR: return S_IFDIR
    default: break
    }
    var status = stat()
    guard lstat(path, &status) == 0 else { return nil }
    let kind = status.st_mode & S_IFMT
    return kind == S_IFLNK && stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG ? S_IFREG : kind
  }

  /// The names in a folder, what the folder says of each (`d_type` of readdir(3)), and whether that is its name as it
  /// stands. Nil where the folder cannot be read; `errno` says why.
  private static func names(in folder: String) -> [(name: String, type: UInt8, isUTF8: Bool)]? {
    guard let stream = opendir(folder) else { return nil }
    defer { closedir(stream) }
    var names: [(name: String, type: UInt8, isUTF8: Bool)] = []
    while let found = readdir(stream) {
      let (name, isUTF8) = withUnsafePointer(to: &found.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { text in
          String(validatingCString: text).map { ($0, true) } ?? (String(cString: text), false)
        }
      }
      if name != ".", name != ".." { names.append((name, found.pointee.d_type, isUTF8)) }
    }
    return names.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  }

  /// The last rule that fits decides, and the inner folder's rules come last.
  private static func isIgnored(_ path: String, isFolder: Bool, _ rules: [IgnoreRules]) -> Bool {
    rules.reversed().lazy.compactMap { $0.decision(on: path, isFolder: isFolder) }.first ?? false
  }
}

/// What one `.ignore` file says of the files in its folder.
struct IgnoreRules {
  private struct Rule {
    let pattern: String
    let ignores: Bool
    let isForFolders: Bool
    /// Matched against the whole path from the folder on, not against the name alone.
    let isAnchored: Bool
  }

  private let folder: String
  private let rules: [Rule]

  /// Nil where the file cannot be read, or is none: a pipe of that name would be waited for.
  init?(folder: String) {
    let path = folder.hasSuffix("/") ? folder + ".ignore" : folder + "/.ignore"
    let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    var bytes = [UInt8](repeating: 0, count: Self.longest)
    let count = read(descriptor, &bytes, bytes.count)  // of a regular file as much as there is
    guard count >= 0 else { return nil }
    self.init(folder: folder, text: String(decoding: bytes[..<count], as: UTF8.self))
  }

  init(folder: String, text: String) {
    self.folder = folder == "." ? "" : folder.hasSuffix("/") ? folder : folder + "/"
    rules = text.split(whereSeparator: \.isNewline).compactMap { line in
      var pattern = line
      while pattern.last == " " { pattern.removeLast() }
      guard !pattern.isEmpty, !pattern.hasPrefix("#") else { return nil }
      let ignores = !pattern.hasPrefix("!")
      if !ignores { pattern.removeFirst() }
      let isForFolders = pattern.hasSuffix("/")
      if isForFolders { pattern.removeLast() }
      let isAnchored = pattern.contains("/")
      if pattern.hasPrefix("/") { pattern.removeFirst() }
      return Rule(
        pattern: String(pattern), ignores: ignores, isForFolders: isForFolders, isAnchored: isAnchored)
    }
  }

  /// Whether a file is ignored, or taken back; nil where nothing is said of it.
  func decision(on path: String, isFolder: Bool) -> Bool? {
    guard path.hasPrefix(folder) else { return nil }
    let relative = String(path.dropFirst(folder.count))
    let name = relative.split(separator: "/").last.map(String.init) ?? relative
    let rule = rules.last { rule in
      guard isFolder || !rule.isForFolders else { return false }
      guard rule.isAnchored else { return fnmatch(rule.pattern, name, 0) == 0 }
      let anyDepth = rule.pattern.hasPrefix("**/") ? String(rule.pattern.dropFirst(3)) : nil
      let flags = rule.pattern.contains("**") ? 0 : FNM_PATHNAME
      return fnmatch(rule.pattern, relative, flags) == 0 || anyDepth.map { fnmatch($0, relative, flags) == 0 } == true
    }
    return rule?.ignores
  }

  /// Bytes that are read of a file.
  private static let longest = 1 << 16
}
