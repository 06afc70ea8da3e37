/// The passage of a document that is most like a quotation that stands nowhere in it, and how it differs.
///
/// Words are compared, and in Chinese and Japanese text characters; what the quotation search leaves aside (blanks,
/// widths, quotation marks) counts for nothing here either.
public struct NearestPassage: Equatable, Sendable {
  /// A stretch of the comparison.
  public enum Piece: Equatable, Sendable {
    /// What is in both, as the document has it.
    case same(String)
    /// What only the quotation has.
    case quoted(String)
    /// What only the document has.
    case printed(String)
  }

  /// The bytes of the passage.
  public let range: Range<Int>
  /// The comparison in reading order; the blanks between stretches belong to the later one.
  public let pieces: [Piece]
  /// In how many places the two differ.
  public var differences: Int {
    zip(pieces, pieces.dropFirst() + [.same("")]).count { piece, next in
      switch (piece, next) {
      case (.same, _), (.quoted, .printed), (.printed, .quoted): false
      default: true
      }
    }
  }

  /// Nil where nothing is like the quotation, or where it is too long to compare.
  public init?(_ quotation: String, in source: Source) {
    let quoted = PassageTokens(quotation)
    guard !quoted.list.isEmpty, quoted.list.count <= Self.longest,
      let window = Self.window(for: Quotation(quotation).scalars, in: source)
    else { return nil }
    let printed = PassageTokens(source, window, asCharacters: quoted.isCharacters)
    guard let alignment = Alignment(quoted.list.map(\.folded), printed.list.map(\.folded)) else { return nil }
    self.init(alignment, quoted, printed)
  }

  /// Words or characters of a quotation.
  static let longest = 3000
  /// Its words times those of the passage that it is compared with: each pair takes a byte.
  fileprivate static let mostPairs = 1 << 26

  private init?(_ alignment: Alignment, _ quoted: PassageTokens, _ printed: PassageTokens) {
    guard let first = alignment.printed.first, let last = alignment.printed.last else { return nil }
    range = printed.list[first].bytes.lowerBound..<printed.list[last].bytes.upperBound
    var pieces: [Piece] = []
    for step in alignment.steps {
      let text: String
      switch step.kind {
      case .same, .printed: text = printed.text(step.range)
      case .quoted: text = quoted.text(step.range)
      }
      let blank = (step.kind == .quoted ? quoted : printed).list[step.range.lowerBound].followsBlank
      let piece = (blank && !pieces.isEmpty ? " " : "") + text
      switch step.kind {
      case .same: pieces.append(.same(piece))
      case .quoted: pieces.append(.quoted(piece))
      case .printed: pieces.append(.printed(piece))
      }
    }
    self.pieces = pieces
  }

  // MARK: - Where to look

  /// The bytes among which the passage must be: where most short runs of the quotation stand, in its order.
  private static func window(for quoted: [UInt32], in source: Source) -> Range<Int>? {
    let wide = quoted.count { $0 >= 0x2E80 }
    let length = min(quoted.count, wide * 2 > quoted.count ? 2 : 5)
    guard length > 0 else { return nil }
    var places: [UInt64: [Int]] = [:]
    for start in 0...quoted.count - length {
      places[hash(quoted, start, length), default: []].append(start)
    }
    let text = Quotation.foldedScalars(of: source)
    guard text.count >= length else { return nil }
    let step = max(8, quoted.count / 2)
    var votes = [Int32](repeating: 0, count: (text.count + quoted.count) / step + 2)
    for start in 0...text.count - length {
      guard let found = places[hash(text, start, length)], found.count <= mostPlaces else { continue }
      for place in found { votes[(start - place + quoted.count) / step] += 1 }
    }
    let best = votes.indices.dropLast().max { votes[$0] + votes[$0 + 1] < votes[$1] + votes[$1 + 1] } ?? 0
    guard votes[best] + votes[best + 1] > 0 else { return nil }
    let middle = best * step - quoted.count
    let first = max(0, middle - quoted.count / 2 - step)
    let last = min(text.count - 1, middle + 2 * step + 2 * quoted.count)
    let ends = Quotation.offsets(of: [first, max(first, last)], in: source)
    return ends.count == 2 ? ends[0].lowerBound..<ends[1].upperBound : nil
  }

  /// A run that stands in more places of the quotation tells nothing.
  private static let mostPlaces = 16

  /// A number for a run of up to five scalars: exact, as a scalar takes 21 bits, up to three.
  private static func hash(_ scalars: [UInt32], _ start: Int, _ length: Int) -> UInt64 {
    var hash: UInt64 = 0
    for index in start..<start + length { hash = hash &* 0x9E37_79B9_7F4A_7C15 &+ UInt64(scalars[index]) }
    return hash
  }
}

/// A text cut into what is compared: words, and characters of scripts without blanks.
private struct PassageTokens {
  struct Token {
    let folded: [UInt32]
    let bytes: Range<Int>
    let followsBlank: Bool
  }

  let list: [Token]
  /// Whether every character is compared for itself, because there are few words.
  let isCharacters: Bool
  private let source: Source

  init(_ quotation: String) {
    let source = Source(quotation)
    let words = PassageTokens(source, 0..<source.bytes.count, asCharacters: false)
    self = words.list.count >= 2 ? words : PassageTokens(source, 0..<source.bytes.count, asCharacters: true)
  }

  init(_ source: Source, _ range: Range<Int>, asCharacters: Bool) {
    self.source = source
    isCharacters = asCharacters
    var list: [Token] = []
    var word: [UInt32] = []
    var start = range.lowerBound
    var index = range.lowerBound
    var blank = false
    func end() {
      guard !word.isEmpty else { return }
      list.append(Token(folded: word, bytes: start..<index, followsBlank: blank))
      word = []
      blank = false
    }
    while let (scalar, length) = UTF8Scalar.decode(source.bytes, at: index, before: range.upperBound) {
      let isBlank = Whitespace.isBlank(scalar)
      let folded = Quotation.folded(scalar.value)
      let joins =
        !asCharacters && scalar.value < 0x2E80
        && (folded == nil || scalar.properties.isAlphabetic
          || scalar.properties.numericType != nil)
      if isBlank || !joins { end() }
      if isBlank { blank = true }
      if let folded, !isBlank {
        if word.isEmpty { start = index }
        word.append(folded)
      }
      index += length
      if !joins { end() }
    }
    end()
    self.list = list
  }

  /// The text of tokens as it stands, on one line.
  func text(_ tokens: Range<Int>) -> String {
    source.singleLine(list[tokens.lowerBound].bytes.lowerBound..<list[tokens.upperBound - 1].bytes.upperBound)
  }
}

/// The cheapest way to make one text out of a part of another, by leaving out and putting in tokens.
private struct Alignment {
  enum Kind { case same, quoted, printed }

  /// Tokens in a row of the same kind: of the quotation for `quoted`, of the document for the others.
  struct Step {
    let kind: Kind
    var range: Range<Int>
  }

  private(set) var steps: [Step] = []

  /// The tokens of the document that take part.
  var printed: Range<Int> {
    let ranges = steps.filter { $0.kind != .quoted }.map(\.range)
    return (ranges.first?.lowerBound ?? 0)..<(ranges.last?.upperBound ?? 0)
  }

  /// Leaving out a token of the quotation costs more than putting in one of the document, so that of two alignments with as
  /// many changes the one in which more is the same is taken.
  private static let removalCost: Int32 = 3
  private static let insertionCost: Int32 = 2

  /// Nil where less than a third of the quotation is in the document.
  init?(_ quoted: [[UInt32]], _ printed: [[UInt32]]) {
    guard !quoted.isEmpty, !printed.isEmpty, printed.count < NearestPassage.mostPairs / (quoted.count + 1) else {
      return nil
    }
    let columns = printed.count + 1
    // Where each cell comes from: 0 the same token, 1 one of the quotation only, 2 one of the document only.
    var origin = [UInt8](repeating: 2, count: (quoted.count + 1) * columns)
    var above = [Int32](repeating: 0, count: columns)  // the document's beginning costs nothing
    for row in 1...quoted.count {
      var current = [Int32](repeating: Int32(row) * Self.removalCost, count: columns)
      origin[row * columns] = 1
      for column in 1..<columns {
        let removal = above[column] + Self.removalCost
        let insertion = current[column - 1] + Self.insertionCost
        if quoted[row - 1] == printed[column - 1], above[column - 1] <= min(removal, insertion) {
          current[column] = above[column - 1]
          origin[row * columns + column] = 0
        } else if removal <= insertion {
          current[column] = removal
          origin[row * columns + column] = 1
        } else {
          current[column] = insertion
        }
      }
      above = current
    }
    var column = above.indices.min { above[$0] < above[$1] } ?? 0  // nor does its end
    var row = quoted.count
    var backward: [(Kind, Int)] = []
    while row > 0 {
      switch origin[row * columns + column] {
      case 0:
        row -= 1
        column -= 1
        backward.append((.same, column))
      case 1:
        row -= 1
        backward.append((.quoted, row))
      default:
        column -= 1
        backward.append((.printed, column))
      }
    }
    guard backward.count(where: { $0.0 == .same }) * 3 >= quoted.count else { return nil }
    var change: [Kind: Range<Int>] = [:]
    addNeighbours(to: &backward, of: printed.count)
    for (kind, token) in backward.reversed() {
      if kind != .same {
        change[kind] = (change[kind]?.lowerBound ?? token)..<token + 1
      } else {
        endChange(&change)
        if let last = steps.last, last.kind == .same {
          steps[steps.count - 1].range = last.range.lowerBound..<token + 1
        } else {
          steps.append(Step(kind: .same, range: token..<token + 1))
        }
      }
    }
    endChange(&change)
  }

  /// What the quotation ends or begins with and the document has not stands in place of something: of as many tokens
  /// beside the passage.
  private func addNeighbours(to backward: inout [(Kind, Int)], of count: Int) {
    let tail = backward.prefix { $0.0 == .quoted }.count
    let head = backward.reversed().prefix { $0.0 == .quoted }.count
    guard let last = backward.first(where: { $0.0 == .same })?.1, let first = backward.last(where: { $0.0 == .same })?.1
    else { return }
    let following = last + 1..<min(count, last + 1 + tail)
    let preceding = max(0, first - head)..<first
    backward.insert(contentsOf: following.reversed().map { (.printed, $0) }, at: 0)
    backward += preceding.reversed().map { (.printed, $0) }
  }

  /// What only the quotation has comes first.
  private mutating func endChange(_ change: inout [Kind: Range<Int>]) {
    for kind in [Kind.quoted, .printed] {
      if let range = change[kind] { steps.append(Step(kind: kind, range: range)) }
    }
    change = [:]
  }
}
