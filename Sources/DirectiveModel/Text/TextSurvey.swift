import CTextScan
import Synchronization

/// What the first look at a text's bytes shows: whether they are well-formed UTF-8, and where lines begin and
/// how they end.
///
/// A long text is looked at in blocks, several at the same time. A block may be read from a file just before, while it is
/// still at hand in the processor: going through memory takes longer than looking.
public struct TextSurvey: Sendable {
  private let signs: survey

  /// Whether all of it is well-formed UTF-8. False also where this machine cannot tell it fast.
  var isWellFormed: Bool { signs.is_well_formed }

  /// Whether all lines end with a single LF, but for the last one, which may have no end.
  var hasPlainEnds: Bool { signs.has_plain_ends }

  /// Byte offsets at which lines begin, and last of all the number of bytes; 0 alone for an empty text.
  let lineStarts: [UInt32]

  var byteCount: Int { Int(lineStarts[lineStarts.count - 1]) }

  /// Looks at a whole text.
  init(of bytes: TextBytes, block: Int = 1 << 20) {
    self = bytes.withUnsafeBufferPointer { Self(Text(bytes: $0), block) { _ in true } } ?? .empty
  }

  /// Looks at a text while `read` brings it into memory, one block after the other, and several at the same time; nil
  /// where that fails for one of them, after which no other is read.
  public init?(
    reading bytes: UnsafeBufferPointer<UInt8>, block: Int = Self.block, _ read: (Range<Int>) -> Bool
  ) {
    self.init(Text(bytes: bytes), block, read)
  }

  private static let empty = Self(signs: .plain, lineStarts: [0])

  /// Bytes that are still at hand when they are looked at after being read.
  public static let block = 1 << 18

  private init(signs: survey, lineStarts: [UInt32]) {
    self.signs = signs
    self.lineStarts = lineStarts
  }

  private init?(_ text: Text, _ block: Int, _ read: (Range<Int>) -> Bool) {
    let isCut = Atomic(false)
    var signs = survey.plain
    var end = 0
    var starts: [UInt32] = []
    starts.reserveCapacity(text.bytes.count / 64 + 2)
    starts.append(0)
    var memory = FreshMemory(behind: &starts)
    func take(_ look: Look) {
      signs.restrict(to: look.signs)
      memory.ask(for: look.lineStarts.count, behind: &starts)
      starts += look.lineStarts
      end = look.range.upperBound
    }
    Chunks.forEach(text.bytes.indices, ofAtLeast: block) { block in
      if isCut.load(ordering: .relaxed) { return nil }
      if read(block) { return Look(text, block: block) }
      isCut.store(true, ordering: .relaxed)
      return nil
    } inOrder: { (look: Look?) in
      guard let look, !look.range.isEmpty, !isCut.load(ordering: .relaxed) else { return }
      // What stands where two blocks meet is looked at now that all of it is there.
      take(Look(text, end..<look.range.lowerBound))
      take(look)
    }
    if isCut.load(ordering: .relaxed) { return nil }
    take(Look(text, end..<text.bytes.count))
    if !text.bytes.isEmpty { starts.append(UInt32(text.bytes.count)) }
    self.signs = signs
    lineStarts = starts
  }
}

extension survey {
  /// Of a text of which nothing else is known.
  fileprivate static let plain = survey(is_well_formed: true, has_plain_ends: true)

  fileprivate mutating func restrict(to other: survey) {
    is_well_formed = is_well_formed && other.is_well_formed
    has_plain_ends = has_plain_ends && other.has_plain_ends
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

/// What a look at a piece of a text has shown.
private struct Look {
  /// What was looked at; well-formed text is cut between two of its sequences.
  let range: Range<Int>
  private(set) var signs = survey.plain
  private(set) var lineStarts: [UInt32] = []

  /// Looks at a block, of whose neighbours no byte need be there yet: what stands at its borders is left out.
  init(_ text: Text, block: Range<Int>) {
    let end = text.boundary(before: block.upperBound, notBefore: block.lowerBound)
    // A line end may have begun in the byte before.
    let start = block.lowerBound == 0 ? 0 : text.boundary(from: block.lowerBound + 1, before: block.upperBound)
    self.init(text, min(start, end)..<end)
  }

  /// Looks at a piece, behind which a byte is there, or the text's end.
  init(_ text: Text, _ piece: Range<Int>) {
    range = piece
    guard !piece.isEmpty, let bytes = text.bytes.baseAddress else { return }
    var signs = survey.plain
    // Room for a line at each byte, of which no more is kept than there are.
    lineStarts = withUnsafeTemporaryAllocation(of: UInt32.self, capacity: piece.count) { starts in
      guard let first = starts.baseAddress else { return [] }
      let count = survey_scan(bytes, piece.lowerBound, piece.upperBound, text.bytes.count, first, &signs)
      return Array(starts[..<count])
    }
    self.signs = signs
  }
}
