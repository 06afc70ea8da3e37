/// What a person means by where: the one grammar of the command line, of `:` and of the number keys.
///
/// ```
/// where   = place *( "," place ) | phrase | keyword
/// place   = bound [ "-" bound ]              2.1-2.3: both ends, and all that stands between them
/// bound   = address | marking | "preamble" | "前言" | "closing" | "结语"
/// address = step *( "." step ), step = number | "*"      2.3, 2.* (all points directly inside 2)
/// marking = the numbering as it is printed or cited      第十二条第二款, Article 5(2)(b), 四（二）, § 12
/// phrase  = a text between quotation marks
/// ```
///
/// Each address of a list is whole: `2.1,4` is `2.1` and theme 4. The end of a range counts on from its beginning, and a
/// marking from the one before: `2.1-3` is `2.1` to `2.3`, `Article 5-7` the articles 5 to 7, `第九条第一项、第三项` both in
/// article 9. `4.` with a full stop is theme 4 in any case. Widths do not matter, and `，`, `、` and `–` do as well. What is
/// none of this is a keyword. Reading never fails.
public enum Where: Equatable, Sendable {
  case places([Place])
  /// A text to be found as it is, line ends, widths and quotation marks aside.
  case phrase(String)
  case keyword(String)

  /// A point, or all from one to another.
  public struct Place: Equatable, Sendable {
    public let first: Bound
    /// Nil where it is one bound alone.
    public let last: Bound?
  }

  /// What an end of a place is.
  public enum Bound: Equatable, Sendable {
    /// Positions from the outermost on; nil for every position.
    case address([Int?])
    case marking(Marking)
    case kind(Point.Kind)
  }

  public init(_ typed: String) {
    let text = Whitespace.collapse(typed)
    if let phrase = Self.unquoted(text) {
      self = .phrase(phrase)
    } else if text.utf8.count <= Self.longestList, let places = Self.places(in: text) {
      self = .places(places)
    } else {
      self = .keyword(text)
    }
  }

  /// Bytes. What is longer is a text.
  private static let longestList = 1 << 12

  // MARK: - Phrases

  private static let quotations: [(Character, Character)] = [
    ("\"", "\""), ("'", "'"), ("“", "”"), ("‘", "’"), ("「", "」"), ("『", "』"), ("«", "»"), ("„", "“"), ("＂", "＂"),
  ]

  private static func unquoted(_ text: String) -> String? {
    guard text.count > 2, let first = text.first, let last = text.last,
      quotations.contains(where: { $0 == first && $1 == last })
    else { return nil }
    let phrase = Whitespace.collapse(String(text.dropFirst().dropLast()))
    return phrase.isEmpty ? nil : phrase
  }

  // MARK: - Places

  private static let listSigns: Set<Character> = [",", "，", "、", ";", "；"]
  private static let listWords = [" and ", " und ", " et ", "和", "及", "与"]
  private static let rangeSigns = ["...", "..", "…", "-", "–", "—", "~", "～", "－", "至", "到", " to ", " bis ", " à "]

  /// The places of a list; nil where any part of it is none.
  private static func places(in text: String) -> [Place]? {
    let list = list(in: text)
    if let list, list.allSatisfy(\.isOfAddresses) { return list }
    return place(in: text[...], after: nil).map { [$0] } ?? list
  }

  private static func list(in text: String) -> [Place]? {
    var places: [Place] = []
    for part in parts(of: text) {
      var previous = places.last.flatMap { $0.isOfAddresses ? nil : $0.last ?? $0.first }
      if case .address? = previous { previous = nil }
      guard let place = place(in: part, after: previous) else { return nil }
      places.append(place)
    }
    return places.isEmpty ? nil : places
  }

  private static func parts(of text: String) -> [Substring] {
    var parts = text.split(whereSeparator: listSigns.contains)
    for word in listWords {
      parts = parts.flatMap { $0.parted(by: word) }
    }
    return parts
  }

  /// `previous` is what a lone number counts on from.
  private static func place(in text: Substring, after previous: Bound?) -> Place? {
    if let bound = bound(in: text, after: previous) { return Place(first: bound, last: nil) }
    return range(in: text, after: previous)
  }

  /// A range that could be read as one marking: `Article 5-7`.
  static func range(in text: String) -> Place? { range(in: text[...], after: nil) }

  private static func range(in text: Substring, after previous: Bound?) -> Place? {
    for sign in rangeSigns {
      var rest = text[...]
      while let found = rest.firstRange(of: sign) {
        if let first = bound(in: text[..<found.lowerBound], after: previous),
          let last = bound(in: text[found.upperBound...], after: first)
        {
          return Place(first: first, last: last)
        }
        rest = rest[found.upperBound...]
      }
    }
    return nil
  }

  private static func bound(in text: Substring, after previous: Bound?) -> Bound? {
    let word = Whitespace.collapse(String(text))
    switch word.lowercased() {
    case "": return nil
    case "preamble", "前言": return .kind(.preamble)
    case "closing", "结语": return .kind(.closing)
    default: break
    }
    if let steps = steps(in: word) {
      if steps.count == 1, let number = steps[0], !word.hasSuffix("."), let next = previous?.counting(to: number) {
        return next
      }
      return .address(steps)
    }
    guard let marking = Marking(word) else { return nil }
    if case .marking(let other)? = previous { return .marking(marking.following(other)) }
    return .marking(marking)
  }

  /// The steps of an address; numbers too large to be one stand for the largest.
  private static func steps(in word: String) -> [Int?]? {
    var folded = word.unicodeScalars.map { (0xFF01...0xFF5E).contains($0.value) ? $0.value - 0xFEE0 : $0.value }
    if folded.count > 1, folded.last == 0x2E { folded.removeLast() }
    var steps: [Int?] = []
    for part in folded.split(omittingEmptySubsequences: false, whereSeparator: { $0 == 0x2E || $0 == 0x3002 }) {
      if part.elementsEqual([0x2A]) {
        steps.append(nil)
      } else if !part.isEmpty, part.allSatisfy(FoldedText.isDigit) {
        let digits = part.drop { $0 == 0x30 }
        steps.append(digits.count > 9 ? .max : digits.reduce(0) { $0 * 10 + Int($1 - 0x30) })
      } else {
        return nil
      }
    }
    return steps
  }
}

extension Where.Place {
  /// Whether it can be read without markings, which may have commas and hyphens of their own.
  fileprivate var isOfAddresses: Bool {
    guard last == nil, case .marking(let marking) = first else { return !first.isMarking && last?.isMarking != true }
    return Where.range(in: marking.text)?.isOfAddresses == true
  }
}

extension Where.Bound {
  fileprivate var isMarking: Bool { if case .marking = self { true } else { false } }

  /// The bound that a lone number after this one means; nil where it means a theme.
  fileprivate func counting(to number: Int) -> Self? {
    switch self {
    case .address(let steps) where steps.count > 1: .address(steps.dropLast() + [number])
    case .marking(let marking): marking.counting(to: number).map(Self.marking)
    case .address, .kind: nil
    }
  }

  /// As it would be typed.
  var description: String {
    switch self {
    case .address(let steps): steps.map { $0.map(String.init) ?? "*" }.joined(separator: ".")
    case .marking(let marking): marking.text
    case .kind(.preamble): "preamble"
    case .kind: "closing"
    }
  }
}

extension Substring {
  /// What stands between the places where `word` does, without what is blank.
  fileprivate func parted(by word: String) -> [Substring] {
    var (parts, rest): ([Substring], Substring) = ([], self)
    while let found = rest.firstRange(of: word) {
      parts.append(rest[..<found.lowerBound])
      rest = rest[found.upperBound...]
    }
    return (parts + [rest]).filter { !$0.allSatisfy(\.isWhitespace) }
  }

  fileprivate func firstRange(of sign: String) -> Range<Index>? {
    var start = startIndex
    while start < endIndex {
      let rest = self[start...]
      if rest.hasPrefix(sign) { return start..<index(start, offsetBy: sign.count) }
      formIndex(after: &start)
    }
    return nil
  }
}
