/// A stretch of text that a pattern matches.
public struct Match: Equatable, Sendable {
  private let start: UInt32
  private let end: UInt32

  /// The match of these bytes of a source, which has less than 4 GB.
  public init(_ range: Range<Int>) {
    start = UInt32(range.lowerBound)
    end = UInt32(range.upperBound)
  }

  /// Byte offsets into the source.
  public var range: Range<Int> { Int(start)..<Int(end) }
}

/// What to look for: a regular expression in Perl's syntax, or a text taken literally.
///
/// Smart case: a pattern without capital letters matches in either case, one with a capital exactly. Blanks, widths and
/// numbers are widened as `PatternExpansion` says. What is no regular expression is taken literally.
public struct Pattern: Sendable {
  public enum CaseMatching: Sendable {
    case smart, exact, ignored
  }

  /// What was typed.
  public let text: String
  /// It was to be a regular expression, but is none, and is taken literally.
  public let isFallback: Bool

  private let pieces: [PatternPiece]
  private let ignoresCase: Bool
  /// The bytes to look for, where these alone say what matches.
  private let needle: [UInt8]?
  private let words: WordSearch?
  private let expressions: PatternExpressions?

  /// `wholeWords`: no letter or digit may stand directly before or after a match, in scripts with blanks between words.
  public init(
    _ text: String, literal: Bool = false, case matching: CaseMatching = .smart, wholeWords: Bool = false
  ) {
    self.text = text
    var tokens = PatternToken.tokens(of: text, literal: literal)
    isFallback =
      tokens.contains { $0.syntax != nil } && RegularExpression(text, ignoresCase: false, compiled: false) == nil
    if isFallback { tokens = PatternToken.tokens(of: text, literal: true) }
    ignoresCase = matching == .ignored || matching == .smart && !tokens.contains(where: \.isCapital)
    pieces = PatternExpansion.pieces(of: tokens)
    needle = wholeWords ? nil : Self.needle(of: pieces)
    words = wholeWords || needle != nil ? nil : WordSearch(pieces, ignoresCase: ignoresCase)
    expressions =
      needle != nil || words != nil || pieces.isEmpty
      ? nil
      : PatternExpressions(
        [pieces.map(\.expression).joined()] + (literal || isFallback ? [] : [text]), ignoresCase: ignoresCase,
        wholeWords: wholeWords)
  }

  /// The bytes of a text each of whose scalars has one spelling, no case and no other width.
  private static func needle(of pieces: [PatternPiece]) -> [UInt8]? {
    var needle: [UInt8] = []
    for piece in pieces {
      switch piece {
      case .scalar(let scalar):
        guard !scalar.halfWidth.isASCII, !scalar.properties.isCased, !Whitespace.isBlank(scalar) else { return nil }
        needle += scalar.utf8
      case .seam: continue
      default: return nil
      }
    }
    return needle.isEmpty ? nil : needle
  }

  /// All matches in a source, from the first to the last; none overlap, none is empty.
  ///
  /// `isComplete` is false where the pattern costs too much and was given up.
  public func matches(in source: Source) -> (matches: Matches, isComplete: Bool) {
    matches(in: source, range: 0..<source.bytes.count)
  }

  /// All matches within a byte range; at most the first `limit`. Where `interruption` happens, those found until then.
  public func matches(
    in source: Source, range: Range<Int>, limit: Int = .max, unless interruption: Interruption? = nil
  ) -> (matches: Matches, isComplete: Bool) {
    matches(in: source, PartedSearch(source: source, range: range, limit: limit, interruption: interruption))
  }

  func matches(in source: Source, _ search: PartedSearch) -> (matches: Matches, isComplete: Bool) {
    let engine = engine(for: source)
    return source.bytes.withUnsafeBufferPointer { bytes in
      search.matches { part, found in
        engine.findMatches(
          in: source, bytes, beginningIn: [part], of: search.range, unless: search.interruption
        ) { found($0) ? $0.upperBound : nil }
      }
    }
  }

  /// What finds it in a text.
  func engine(for source: Source) -> Engine {
    if let needle { return .literal(LiteralSearch(needle)) }
    if let words { return .words(words) }
    return expressions?.expression(forDamagedText: !source.isWellFormed).map(Engine.expression) ?? .nothing
  }

  enum Engine: Sendable {
    case literal(LiteralSearch)
    case words(WordSearch)
    case expression(RegularExpression)
    case nothing

    /// Calls `found` with each match that begins in one of `parts` and lies in `range`, in order; it answers where to look
    /// on, nil for no further. False where the pattern was given up, or the search.
    func findMatches(
      in source: Source, _ bytes: UnsafeBufferPointer<UInt8>, beginningIn parts: [Range<Int>], of range: Range<Int>,
      unless interruption: Interruption?, found: (Range<Int>) -> Int?
    ) -> Bool {
      switch self {
      case .literal(let literal):
        return literal.findMatches(
          in: source, bytes, beginningIn: parts, of: range, unless: interruption, found: found)
      case .words(let words):
        return words.findMatches(
          in: bytes, beginningIn: parts, before: range.upperBound, unless: interruption, found: found)
      case .expression(let expression):
        return expression.findMatches(
          in: bytes, beginningIn: parts, before: range.upperBound, unless: interruption, found: found)
      case .nothing: return true
      }
    }
  }

  /// Whether it is text without syntax, each of whose matches begins with one of a shorter text that it begins with.
  package var isText: Bool {
    !pieces.isEmpty
      && pieces.allSatisfy {
        guard case .syntax = $0 else { return true }
        return false
      }
  }

  /// Whether where it matches another pattern matches too: a shorter text that it begins with.
  package func narrows(_ other: Pattern) -> Bool {
    isText && other.isText && (other.ignoresCase || !ignoresCase) && pieces.starts(with: other.pieces)
  }
}
