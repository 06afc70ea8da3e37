/// What a point is known by, so that it is found again in a document that has changed: its address, a hash of its text,
/// and some of its words.
///
/// Neither the point's numbering nor how its text is wrapped is a part of hash or words: a point that is renumbered, moved
/// or laid out anew keeps them.
public struct Fingerprint: Equatable, Sendable {
  /// `2.3`, `preamble` or `closing`.
  public let address: String
  /// Of the bytes of the point's own text that are not blank, without its numbering; see `BodyText.hash`.
  public let hash: UInt64
  /// The longest words of the text, in the order of the text: at most 16, each without blanks.
  public let words: [String]

  public init(address: String, hash: UInt64, words: [String]) {
    self.address = address
    self.hash = hash
    self.words = words
  }
}

/// A point that a reader has left something at.
public struct Attachment: Equatable, Sendable {
  /// The point as it was last seen.
  public let seen: Fingerprint
  /// The hash of the text that it had when something was left at it. Where the point was deleted and another one was taken
  /// for it, the text is known by this when it comes back.
  public let origin: UInt64

  public init(seen: Fingerprint, origin: UInt64) {
    self.seen = seen
    self.origin = origin
  }
}

extension Document {
  public func fingerprint(of id: Int) -> Fingerprint {
    let body = body(of: id)
    return Fingerprint(address: addressText(of: id), hash: body.hash, words: body.words)
  }

  /// The address of a point as text, or the word for what has none.
  public func addressText(of id: Int) -> String {
    switch outline.points[id].kind {
    case .preamble: "preamble"
    case .closing: "closing"
    case .entry: heading(of: id)
    case .numbered: outline.writtenAddress(of: id) ?? ""
    }
  }

  func body(of id: Int) -> BodyText {
    let point = outline.points[id]
    let own = ownText(of: id)
    let marker = point.marker.clamped(to: own)
    return BodyText(
      bytes: source.bytes, before: own.lowerBound..<marker.lowerBound, after: marker.upperBound..<own.upperBound)
  }

  /// How many bytes that are not blank and not numbering stand in the point's own text before `offset`.
  ///
  /// It says where in a point somebody reads, and stays the same when the text is wrapped otherwise.
  public func depth(of offset: Int, in id: Int) -> Int { body(of: id).count(before: offset) }

  /// The byte offset of the byte that has `depth` others before it, or the last one in the point: `depth(of:in:)` back.
  public func offset(atDepth depth: Int, in id: Int) -> Int { body(of: id).offset(at: depth) }
}

/// A point's own text without its numbering and without blanks.
struct BodyText {
  let bytes: TextBytes
  /// What stands before the numbering, and after it.
  let before: Range<Int>
  let after: Range<Int>

  /// Calls `body` with the offset of each byte that counts, until it answers false.
  @inline(__always)
  private func forEach(_ body: (Int) -> Bool) {
    for range in [before, after] {
      var index = range.lowerBound
      while index < range.upperBound {
        let byte = bytes[index]
        if byte <= 0x20 {
          index += 1
        } else if byte == 0xE3, index + 2 < range.upperBound, bytes[index + 1] == 0x80, bytes[index + 2] == 0x80 {
          index += 3  // the ideographic space
        } else {
          guard body(index) else { return }
          index += 1
        }
      }
    }
  }

  /// FNV-1a in 64 bits (Fowler, Noll, Vo). It is kept in files: a change makes every point look edited.
  var hash: UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    forEach {
      hash = (hash ^ UInt64(bytes[$0])) &* 0x100_0000_01B3
      return true
    }
    return hash
  }

  func count(before offset: Int) -> Int {
    var count = 0
    forEach {
      if $0 < offset { count += 1 }
      return $0 < offset
    }
    return count
  }

  func offset(at depth: Int) -> Int {
    var left = max(0, depth)
    var found = before.lowerBound
    forEach {
      found = $0
      left -= 1
      return left >= 0
    }
    return found
  }

  // MARK: - Words

  private static let wordLimit = 16
  /// Only so much of a text is looked at, in bytes.
  private static let sampleSize = 1 << 14
  /// Ideographs that make a word: Chinese and Japanese write no blanks.
  private static let ideographsInWord = 4

  /// The longest words, an ideograph counting as two letters; of equally long ones the first.
  var words: [String] {
    var words: [(index: Int, columns: Int, text: String)] = []
    var seen: Set<String> = []
    for text in runs where seen.insert(text).inserted {
      let columns = DisplayWidth.columns(of: text)
      if columns > 2 { words.append((words.count, columns, text)) }
    }
    let longest = words.sorted { ($0.columns, $1.index) > ($1.columns, $0.index) }.prefix(Self.wordLimit)
    return longest.sorted { $0.index < $1.index }.map(\.text)
  }

  /// Runs of letters and digits; of wide ones, pieces.
  private var runs: [String] {
    var runs: [String] = []
    var run = String.UnicodeScalarView()
    var isWide = false
    func end() {
      if !run.isEmpty { runs.append(String(run)) }
      run = String.UnicodeScalarView()
    }
    for range in [before, after] {
      var index = range.lowerBound
      let limit = min(range.upperBound, index + Self.sampleSize)
      while let (scalar, length) = UTF8Scalar.decode(bytes, at: index, before: limit) {
        index += length
        guard scalar.properties.isAlphabetic || scalar.properties.numericType != nil else {
          end()
          continue
        }
        let wide = DisplayWidth.columns(of: scalar) == 2
        if wide != isWide || wide && run.count == Self.ideographsInWord { end() }
        isWide = wide
        run.append(scalar)
      }
      end()
    }
    return runs
  }
}
