import DirectiveModel

/// A kind of file that documents come in, and how its text is got.
struct InputFormat: Sendable, Equatable {
  /// The name for `--format-in`.
  let name: String
  /// What a person calls it.
  let title: String
  /// Endings of file names, without the full stop.
  let endings: [String]
  /// Whether bytes, the beginning of a file at least, are of this format. A format that is told by no content is
  /// told by the file's name.
  let isFound: @Sendable (_ bytes: TextBytes) -> Bool
  /// nil where the bytes are the text.
  let conversion: Conversion?

  /// In the order in which content is tried.
  static let all: [InputFormat] = [
    .gzip, .xz, .zstandard, .pdf, .richText, .word, .openDocument, .epub, .html, .markdown, .plainText,
  ]

  /// How files begin that are no plain text, or may be none.
  static let marks: [[UInt8]] = [
    [0x1F, 0x8B], [0xFD, 0x37], [0x28, 0xB5, 0x2F, 0xFD], Array("%PDF-".utf8), Array("{\\rtf".utf8),
    [0x50, 0x4B, 3, 4],
    Array("<".utf8),
  ]

  init(
    _ name: String, _ title: String, endings: [String], conversion: Conversion? = nil,
    isFound: @escaping @Sendable (TextBytes) -> Bool = { _ in false }
  ) {
    self.name = name
    self.title = title
    self.endings = endings
    self.conversion = conversion
    self.isFound = isFound
  }

  static func == (one: InputFormat, other: InputFormat) -> Bool { one.name == other.name }

  /// The format of a file: by its content, and where that tells nothing by the ending of its name, if what has that
  /// ending may be told by its name.
  static func find(_ bytes: TextBytes, fileName: String?) -> InputFormat {
    if let found = all.first(where: { $0.isFound(bytes) }) { return found }
    let ending = fileName.flatMap { splitName($0[...])?.ending.lowercased() }
    let byName: [InputFormat] = [.html, .markdown]
    return byName.first { ending.map($0.endings.contains) ?? false } ?? .plainText
  }

  /// Whether a file at a path may be a document: by the ending of its name, or for want of one. `law.txt.gz` is named as
  /// what is in it; what follows the full stop of `notes.2021` and of `通知.第二版` is no ending.
  static func isDocumentName(_ path: String) -> Bool { isDocumentName(path[...]) }

  private static func isDocumentName(_ path: Substring) -> Bool {
    guard let (name, last) = splitName(path) else { return !path.isEmpty && path.utf8.last != UInt8(ascii: "/") }
    let ending = last.lowercased()
    let isWord = ending.utf8.allSatisfy { (0x21...0x7E).contains($0) }
    guard isWord, ending.contains(where: \.isLetter) else { return true }
    guard let format = all.first(where: { $0.endings.contains(ending) }) else { return false }
    return format.conversion?.unpacks != true || isDocumentName(name)
  }

  /// The path before the last full stop of its file's name, and what stands behind it; nil where there is none.
  private static func splitName(_ path: Substring) -> (name: Substring, ending: Substring)? {
    let bytes = path.utf8
    guard let stop = bytes.lastIndex(where: { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "/") }),
      bytes[stop] == UInt8(ascii: ".")
    else { return nil }
    return (path[..<stop], path[bytes.index(after: stop)...])
  }
}

/// How the bytes of a file become text, or a file of another format: by a program that reads standard input.
struct Conversion: Sendable {
  let program: String
  let arguments: [String]
  /// The package of Debian that has the program.
  let package: String
  /// What the program is given, and how that was decoded; the file's bytes as they are without it.
  var prepare: @Sendable (_ bytes: TextBytes, _ encoding: TextEncoding?) throws(Problem) -> ([UInt8], Decoding?) = {
    bytes, _ throws(Problem) in (Array(bytes), nil)
  }
  /// Whether what comes out is a file of its own, whose format has to be found.
  var unpacks = false
  /// What the text is made of from what comes out; UTF-8.
  var finish: @Sendable (_ output: [UInt8]) throws(Problem) -> [UInt8] = { output throws(Problem) in output }

  /// Conversion by pandoc, which writes the document's structure; ours is only how that becomes text.
  static func pandoc(from format: String) -> Conversion {
    // The heap is limited, so that a small file that swells takes no more memory than that.
    let arguments = ["--sandbox", "--from", format, "--to", "json", "+RTS", "-M1500m", "-RTS"]
    return Conversion(program: "pandoc", arguments: arguments, package: "pandoc") { output throws(Problem) in
      try PandocText.text(from: output, mainContentOnly: format.hasPrefix("html"))
    }
  }
}

extension Conversion {
  fileprivate init(
    program: String, arguments: [String], package: String,
    finish: @escaping @Sendable (_ output: [UInt8]) throws(Problem) -> [UInt8]
  ) {
    self.init(program: program, arguments: arguments, package: package)
    self.finish = finish
  }
}
