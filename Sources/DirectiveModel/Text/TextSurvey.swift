import CTextScan

/// What the first look at a text's bytes shows: whether they are well-formed UTF-8, and where lines begin.
///
/// A long text is looked at in several parts at the same time, and each part in blocks. A block may be read from a file
/// just before, while it is still at hand in the processor: going through memory takes longer than looking.
public struct TextSurvey: Sendable {
  /// Whether all of it is well-formed UTF-8. False also where this machine cannot tell it fast.
  let isWellFormed: Bool

  /// Byte offsets at which lines begin, and last of all the number of bytes; 0 alone for an empty text.
  let lineStarts: [UInt32]

  var byteCount: Int { Int(lineStarts[lineStarts.count - 1]) }

  /// Looks at a whole text, from `2 * part` bytes on in several parts.
  init(of bytes: TextBytes, part: Int = 1 << 20, block: Int = Self.block) {
    self = bytes.withUnsafeBufferPointer { Self(Text(bytes: $0), part: part, block: block) { _ in true } } ?? .empty
  }

  /// Looks at a text while `read` brings it into memory, block after block; nil where that fails for one of them. Blocks
  /// of different parts are read at the same time.
  public init?(
    reading bytes: UnsafeBufferPointer<UInt8>, part: Int, block: Int = Self.block, _ read: (Range<Int>) -> Bool
  ) {
    self.init(Text(bytes: bytes), part: part, block: block, read)
  }

  private static let empty = Self(isWellFormed: true, lineStarts: [0])

  /// Bytes that are still at hand when they are looked at after being read; at least eight.
  public static let block = 1 << 18

  private init(isWellFormed: Bool, lineStarts: [UInt32]) {
    self.isWellFormed = isWellFormed
    self.lineStarts = lineStarts
  }

  private init?(_ text: Text, part: Int, block: Int, _ read: (Range<Int>) -> Bool) {
    let looks = Chunks.map(text.bytes.indices, ofAtLeast: part) { Look(text, part: $0, block: block, read) }
    guard looks.allSatisfy({ $0.isRead }) else { return nil }
    // What stands where two parts meet, and at the end, is looked at now that all is there.
    var pieces: [Look] = []
    for look in looks where !look.range.isEmpty {
      pieces.append(Look(text, (pieces.last?.range.upperBound ?? 0)..<look.range.lowerBound))
      pieces.append(look)
    }
    pieces.append(Look(text, (pieces.last?.range.upperBound ?? 0)..<text.bytes.count))
    isWellFormed = pieces.allSatisfy { $0.isWellFormed }
    var starts: [UInt32] = []
    starts.reserveCapacity(pieces.reduce(2) { $0 + $1.lineStarts.count })
    starts.append(0)
    for piece in pieces { starts += piece.lineStarts }
    if !text.bytes.isEmpty { starts.append(UInt32(text.bytes.count)) }
    lineStarts = starts
  }
}

/// A text that may still be read while parts of it are looked at.
private struct Text: @unchecked Sendable {
  let bytes: UnsafeBufferPointer<UInt8>

  /// The first place from `index` on, and at most four behind it, where a sequence may begin. Where there is none, no
  /// text is well-formed.
  func boundary(from index: Int, before limit: Int) -> Int {
    let limit = min(limit, index + 4)
    var place = index
    while place < limit, bytes[place] & 0xC0 == 0x80 { place += 1 }
    return min(place, limit)
  }

  /// The last such place before `limit`.
  func boundary(before limit: Int, notBefore lower: Int) -> Int {
    let lower = max(lower, limit - 5)
    var place = limit - 1
    while place > lower, bytes[place] & 0xC0 == 0x80 { place -= 1 }
    return max(place, lower)
  }
}

/// What a look at a part of a text has shown.
private struct Look {
  /// What was looked at; well-formed text is cut between two of its sequences.
  private(set) var range: Range<Int>
  private(set) var isRead = true
  private(set) var isWellFormed = true
  private(set) var lineStarts: [UInt32] = []

  /// Looks at a part in blocks, each after `read` has brought it; what stands at the part's borders is left out.
  init(_ text: Text, part: Range<Int>, block: Int, _ read: (Range<Int>) -> Bool) {
    range = part.lowerBound..<part.lowerBound
    for lower in stride(from: part.lowerBound, to: part.upperBound, by: block) {
      let upper = min(lower + block, part.upperBound)
      isRead = read(lower..<upper)
      guard isRead else { return }
      if lower == part.lowerBound, lower > 0 {
        // A line end may have begun in the byte before, which another thread reads.
        let first = text.boundary(from: lower + 1, before: upper)
        range = first..<first
      }
      take(text, upTo: text.boundary(before: upper, notBefore: part.lowerBound))
    }
  }

  /// Looks at a piece of a text that is all there.
  init(_ text: Text, _ piece: Range<Int>) {
    range = piece.lowerBound..<piece.lowerBound
    take(text, upTo: piece.upperBound)
  }

  /// Looks at what follows, up to a place behind which a byte is there, or the text's end.
  private mutating func take(_ text: Text, upTo end: Int) {
    let start = range.upperBound
    guard end > start, let bytes = text.bytes.baseAddress else { return }
    range = range.lowerBound..<end
    lineStarts += [UInt32](unsafeUninitializedCapacity: end - start) { starts, filled in
      guard let first = starts.baseAddress else { return }
      filled = survey_scan(bytes, start, end, text.bytes.count, first, &isWellFormed)
    }
  }
}
