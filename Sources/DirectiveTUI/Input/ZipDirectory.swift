import DirectiveModel

/// The names of the files in a ZIP archive, as its central directory tells (APPNOTE.TXT 6.3, 4.3.12 and 4.3.16).
struct ZipDirectory {
  private(set) var names: [String] = []
  /// How many bytes the files take when they are unpacked, as the archive says.
  private(set) var unpackedSize = 0

  /// nil where `bytes` are no ZIP archive.
  init?(_ bytes: TextBytes) {
    guard Self.isArchive(bytes), let end = Self.endRecord(bytes) else { return nil }
    var at = Self.number(bytes, end + 16, length: 4)
    let count = Self.number(bytes, end + 10, length: 2)
    while names.count < count, at + 46 <= bytes.count, Self.number(bytes, at, length: 4) == 0x0201_4B50 {
      let nameLength = Self.number(bytes, at + 28, length: 2)
      let extra = Self.number(bytes, at + 30, length: 2) + Self.number(bytes, at + 32, length: 2)
      guard at + 46 + nameLength <= bytes.count else { break }
      names.append(String(decoding: bytes[(at + 46)..<(at + 46 + nameLength)], as: UTF8.self))
      unpackedSize += Self.number(bytes, at + 24, length: 4)
      at += 46 + nameLength + extra
    }
  }

  static func isArchive(_ bytes: TextBytes) -> Bool { bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) }

  /// The media type of an archive that tells it in a first file `mimetype`, as OpenDocument and EPUB do.
  static func type(of bytes: TextBytes) -> String? {
    guard isArchive(bytes), bytes.count > 38, bytes[30..<38].elementsEqual("mimetype".utf8) else { return nil }
    let start = 38 + number(bytes, 28, length: 2)
    let length = number(bytes, 18, length: 4)
    guard length < 256, start + length <= bytes.count else { return nil }
    return String(decoding: bytes[start..<(start + length)], as: UTF8.self)
  }

  /// Where the end record begins: in the last 64 KiB, because a comment of that length may follow it.
  private static func endRecord(_ bytes: TextBytes) -> Int? {
    let first = max(0, bytes.count - 22 - 0xFFFF)
    return stride(from: bytes.count - 22, through: first, by: -1).first { number(bytes, $0, length: 4) == 0x0605_4B50 }
  }

  /// A little-endian number; 0 past the end.
  private static func number(_ bytes: TextBytes, _ at: Int, length: Int) -> Int {
    guard at >= 0, at + length <= bytes.count else { return 0 }
    return (0..<length).reduce(0) { $0 | Int(bytes[at + $1]) << (8 * $1) }
  }
}
