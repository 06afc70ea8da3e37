import Foundation
import TestSupport
import Testing

@testable import DirectiveTUI

/// Word files that are made to break who unpacks them.
@Suite(.enabled(if: Tool.isPresent("pandoc"), "not installed: pandoc")) struct HostileArchiveTests {
  private static let types = """
    <?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
    <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
    <Override PartName="/word/document.xml" ContentType=\
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>
    """
  private static let relations = """
    <?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
    <Relationship Id="r1" Target="word/document.xml" \
    Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/></Relationships>
    """

  /// A Word file whose text is `text`, which may use what `declarations` declare.
  private func word(_ text: String, declaring declarations: String = "") -> StoredArchive {
    let document = """
      <?xml version="1.0"?>\(declarations)\
      <w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>\
      <w:p><w:r><w:t>\(text)</w:t></w:r></w:p></w:body></w:document>
      """
    return StoredArchive(
      files: [
        ("[Content_Types].xml", Self.types), ("_rels/.rels", Self.relations), ("word/document.xml", document),
      ])
  }

  private func read(_ bytes: [UInt8], _ name: String = "a.docx") throws -> String {
    try Folder.temporary { folder in
      let file = folder.appendingPathComponent(name)
      try Data(bytes).write(to: file)
      let reading = try DocumentReading(.file(file.path))
      try reading.finish()
      let source = try reading.source()
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == [name])
      return source.string(0..<source.bytes.count)
    }
  }

  @Test func readsOneThatIsMadeByHand() throws {
    #expect(try read(word("1. One").bytes) == "1. One\n")
  }

  @Test func expandsNoEntities() throws {
    let nested = (1...10).map { "<!ENTITY a\($0) \"\(String(repeating: "&a\($0 - 1);", count: 10))\">" }.joined()
    let laughs = word("&a10;", declaring: "<!DOCTYPE d [<!ENTITY a0 \"ha\">\(nested)]>")
    #expect(throws: Problem.self) { try read(laughs.bytes) }
    let long = "<!DOCTYPE d [<!ENTITY a \"\(String(repeating: "x", count: 10_000))\">]>"
    #expect(throws: Problem.self) { try read(word(String(repeating: "&a;", count: 1000), declaring: long).bytes) }
  }

  @Test func readsNoOtherFile() throws {
    let outside = word("1. &a;", declaring: "<!DOCTYPE d [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>")
    do {
      let text = try read(outside.bytes)
      #expect(!text.contains("root:"))
    } catch is Problem {
      // Refused as a whole: nothing was read either.
    }
  }

  @Test func unpacksNothingBesideIt() throws {
    var archive = word("1. One")
    archive.files += [("../slipped", "x"), ("/tmp/directives-slipped", "x"), ("word/../../slipped", "x")]
    #expect(try read(archive.bytes) == "1. One\n")
    #expect(!FileManager.default.fileExists(atPath: "/tmp/directives-slipped"))
  }

  @Test func refusesWhatSaysThatItSwells() {
    var archive = word("1. One")
    archive.claimedSize = 2_000_000_000
    #expect(throws: Problem.self) { try read(archive.bytes) }
  }

  @Test func readsElementsThatAreDeeplyNested() throws {
    let deep = String(repeating: "<w:p>", count: 20_000) + String(repeating: "</w:p>", count: 20_000)
    let text = try? read(word("1. One</w:t></w:r></w:p>\(deep)<w:p><w:r><w:t>").bytes)
    #expect(text?.hasPrefix("1. One\n") ?? true)
  }

  @Test func readsBracketsThatAreDeeplyNested() {
    #expect(JSONValue(Array(String(repeating: "[", count: 1_000_000).utf8)) == nil)
    let deepest = String(repeating: "[", count: 900) + String(repeating: "]", count: 900)
    #expect(JSONValue(Array(deepest.utf8)) != nil)
  }

  @Test(.enabled(if: Tool.isPresent("gzip"), "not installed: gzip")) func refusesWhatIsPackedTooOften() throws {
    try Folder.temporary { folder in
      let file = folder.appendingPathComponent("a").path
      try Data("1. One\n".utf8).write(to: URL(fileURLWithPath: file))
      let packing = "for i in 1 2 3 4 5; do gzip -n \"$0\" && mv \"$0.gz\" \"$0\"; done"
      try Tool.run("sh", ["-c", packing, file], in: folder)
      let problem = #expect(throws: Problem.self) {
        let reading = try DocumentReading(.file(file))
        try reading.finish()
      }
      #expect(problem?.why == "is packed too often")
    }
  }
}

/// A ZIP archive of files that are not compressed.
private struct StoredArchive {
  var files: [(name: String, text: String)]
  /// What the directory says that the first file takes when it is unpacked, instead of what it takes.
  var claimedSize: UInt32?

  var bytes: [UInt8] {
    var body: [UInt8] = []
    var directory: [UInt8] = []
    for (index, (name, text)) in files.enumerated() {
      let (path, content) = (Array(name.utf8), Array(text.utf8))
      let sizes = Self.little(Self.checksum(content), content.count)
      let told = Self.little(Self.checksum(content), content.count, index == 0 ? Int(claimedSize ?? 0) : 0)
      let claimed = claimedSize == nil || index > 0 ? sizes + Self.little(content.count) : told
      directory +=
        [0x50, 0x4B, 1, 2, 20, 0, 20, 0, 0, 0, 0, 0, 0, 0, 0x21, 0] + claimed
        + [UInt8(path.count), 0] + [UInt8](repeating: 0, count: 12) + Self.little(body.count) + path
      body +=
        [0x50, 0x4B, 3, 4, 20, 0, 0, 0, 0, 0, 0, 0, 0x21, 0] + sizes + Self.little(content.count)
        + [UInt8(path.count), 0, 0, 0] + path + content
    }
    let count = [UInt8(files.count), 0]
    return body + directory + [0x50, 0x4B, 5, 6, 0, 0, 0, 0] + count + count
      + Self.little(directory.count, body.count) + [0, 0]
  }

  private static func little(_ numbers: Int...) -> [UInt8] {
    numbers.flatMap { number in (0..<4).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) } }
  }

  /// CRC-32 (ISO 3309).
  private static func checksum(_ bytes: [UInt8]) -> Int {
    let sum = bytes.reduce(UInt32.max) { sum, byte in
      (0..<8).reduce(sum ^ UInt32(byte)) { sum, _ in sum & 1 == 0 ? sum >> 1 : sum >> 1 ^ 0xEDB8_8320 }
    }
    return Int(~sum)
  }
}
