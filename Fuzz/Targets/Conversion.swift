import DirectiveModel

@testable import DirectiveTUI

extension FuzzTarget {
  /// Bytes as a file that has to be converted, and as what a converter answers: its format is found, a directory of an
  /// archive is read, and a text is one that is UTF-8.
  static func checkConversion(_ input: [UInt8]) throws(Violation) {
    let bytes = TextBytes(input)
    let format = InputFormat.find(bytes, fileName: "a.html")
    if let conversion = format.conversion, !conversion.unpacks { _ = try? conversion.prepare(bytes, nil) }
    if let archive = ZipDirectory(bytes) {
      try require(archive.names.count <= bytes.count / 46, "a name has its record")
      try require(archive.unpackedSize >= 0, "a size is a size")
    }
    _ = ZipDirectory.type(of: bytes)
    for mainContentOnly in [false, true] {
      guard let text = try? PandocText.text(from: input, mainContentOnly: mainContentOnly) else { continue }
      try require(String(validating: text, as: UTF8.self) != nil, "a text is UTF-8")
    }
  }
}
