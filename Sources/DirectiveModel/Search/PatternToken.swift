/// What a typed pattern is made of, as Perl's syntax has it.
enum PatternToken: Equatable {
  /// Stands for itself: typed so, behind a backslash, or between `\Q` and `\E`.
  case scalar(Unicode.Scalar)
  /// The same in a class, `[…]`.
  case member(Unicode.Scalar)
  /// `.`
  case anyScalar
  /// `(`, with what belongs to it: `(?:`, `(?<name>`.
  case opening(String)
  /// `|`
  case alternative
  /// `)`
  case closing
  /// How often what stands before it may stand there: `*`, `{2,3}?`, `+`.
  case repetition(String, atLeast: String)
  /// Anything else: `\d`, `\x{41}`, `^`, `[`, `[:alpha:]`, `(?i)`.
  case other(String)

  /// What it is in a regular expression; nil for text, of which there are other forms.
  var syntax: String? {
    switch self {
    case .scalar: nil
    case .member(let scalar): String(scalar)
    case .anyScalar: "."
    case .alternative: "|"
    case .closing: ")"
    case .opening(let syntax), .repetition(let syntax, _), .other(let syntax): syntax
    }
  }

  /// What stands for itself outside classes; nil for syntax.
  var text: Unicode.Scalar? {
    guard case .scalar(let scalar) = self else { return nil }
    return scalar
  }

  /// Whether it is a capital letter that stands for itself.
  var isCapital: Bool {
    switch self {
    case .scalar(let scalar), .member(let scalar): scalar.properties.isUppercase
    default: false
    }
  }

  /// The tokens of a pattern; `literal`: every character stands for itself.
  static func tokens(of pattern: String, literal: Bool) -> [Self] {
    if literal { return pattern.unicodeScalars.map(Self.scalar) }
    var tokenizer = PatternTokenizer(rest: Substring(pattern).unicodeScalars)
    var tokens: [Self] = []
    while let token = tokenizer.next() { tokens.append(token) }
    return tokens
  }
}

/// Takes a pattern apart. What is no regular expression comes apart in some way.
private struct PatternTokenizer {
  var rest: Substring.UnicodeScalarView
  private var isQuoting = false
  private var isInClass = false
  /// `(?x)` was typed: blanks mean nothing, and `#` begins a comment.
  private var ignoresBlanks = false

  init(rest: Substring.UnicodeScalarView) { self.rest = rest }

  mutating func next() -> PatternToken? {
    if isQuoting {
      guard take(prefix: "\\E") == nil else {
        isQuoting = false
        return next()
      }
      return rest.popFirst().map(PatternToken.scalar)
    }
    return isInClass ? nextInClass() : nextOutside()
  }

  private mutating func nextOutside() -> PatternToken? {
    guard let scalar = rest.first else { return nil }
    switch scalar {
    case "\\": return escape()
    case "[": return classOpening()
    case "(": return groupOpening()
    case ")": return take(1, as: .closing)
    case "|": return take(1, as: .alternative)
    case ".": return take(1, as: .anyScalar)
    case "^", "$": return .other(take(1))
    case "*", "?": return repetition(1, atLeast: "0")
    case "+": return repetition(1, atLeast: "1")
    case "{": return bracedRepetition() ?? take(1, as: .scalar(scalar))
    case "#" where ignoresBlanks: return .other(take(through: "\n"))
    case _ where ignoresBlanks && Whitespace.isBlank(scalar): return .other(take(1))
    default: return take(1, as: .scalar(scalar))
    }
  }

  // MARK: - Escapes

  private mutating func escape() -> PatternToken? {
    guard let letter = rest.dropFirst().first else { return .other(take(1)) }
    if take(prefix: "\\Q") != nil {
      isQuoting = true
      return next()
    }
    if take(prefix: "\\E") != nil { return next() }
    guard letter.isASCII, letter.properties.isAlphabetic || letter.properties.numericType != nil else {
      return take(2, as: .scalar(letter))
    }
    return .other(take(2) + argument(of: letter))
  }

  /// What belongs to an escape behind its letter.
  private mutating func argument(of letter: Unicode.Scalar) -> String {
    switch (letter, rest.first) {
    case ("p", "{"), ("P", "{"), ("x", "{"), ("o", "{"), ("g", "{"), ("k", "{"): take(through: "}")
    case ("c", _), ("p", _), ("P", _): take(1)
    case ("N", "{") where rest.dropFirst().first == "U": take(through: "}")
    case ("g", "<"), ("k", "<"): take(through: ">")
    case ("g", "'"), ("k", "'"): take(1) + take(through: "'")
    case ("g", "+"), ("g", "-"): take(1) + take(while: Self.isDigit)
    case ("x", _): take(while: { $0.isASCII && $0.properties.isASCIIHexDigit }, atMost: 2)
    case ("g", _), ("0"..."9", _): take(while: Self.isDigit)
    default: ""
    }
  }

  // MARK: - Classes

  /// `[` and what can stand there alone: a `]` that comes first is a member.
  private mutating func classOpening() -> PatternToken {
    isInClass = true
    return .other(take(1) + take(while: { $0 == "^" }, atMost: 1) + take(while: { $0 == "]" }, atMost: 1))
  }

  private mutating func nextInClass() -> PatternToken? {
    guard let scalar = rest.first else { return nil }
    switch scalar {
    case "]":
      isInClass = false
      return .other(take(1))
    case "\\":
      if rest.starts(with: "\\Q".unicodeScalars) { return .other(take(through: "\\E")) }
      guard let letter = rest.dropFirst().first else { return .other(take(1)) }
      return .other(take(2) + argument(of: letter))
    case "[":
      let name = rest.dropFirst(2).prefix { $0 == "^" || $0.properties.isAlphabetic }
      let isNamed = rest.starts(with: "[:".unicodeScalars) && rest[name.endIndex...].starts(with: ":]".unicodeScalars)
      return isNamed ? .other(take(name.count + 4)) : take(1, as: .member(scalar))
    default: return take(1, as: .member(scalar))
    }
  }

  // MARK: - Groups

  private mutating func groupOpening() -> PatternToken {
    let end = ["(?#", "(?P=", "(?P>", "(?&", "(?C"].contains { rest.starts(with: $0.unicodeScalars) }
    if end { return .other(take(through: ")")) }
    guard let sign = rest.dropFirst().first, sign == "?" || sign == "*", let next = rest.dropFirst(2).first else {
      return .opening(take(1))
    }
    if sign == "*" {
      // (*positive_lookahead: begins a group, (*MARK:name) is none.
      return ("a"..."z").contains(next) ? .opening(take(through: ":")) : .other(take(through: ")"))
    }
    if next == "(" {  // a condition: a group of its own, or a name
      let isGroup = rest.dropFirst(3).first.map { $0 == "?" || $0 == "*" } ?? false
      return .opening(isGroup ? take(2) : take(through: ")"))
    }
    if next == "'" { return .opening(take(3) + take(through: "'")) }
    let opening = take(2) + take { !":=!>|)".unicodeScalars.contains($0) }
    let options = opening.dropFirst(2).prefix { $0 != "-" }
    if options.allSatisfy({ $0.isLetter || $0 == "^" }), options.contains("x") { ignoresBlanks = true }
    return rest.first == ")" ? .other(opening + take(1)) : .opening(opening + take(1))
  }

  // MARK: - Repetitions

  /// `{2}`, `{2,}` or `{2,3}`; nil where the brace is text.
  private mutating func bracedRepetition() -> PatternToken? {
    let lower = rest.dropFirst().prefix(while: Self.isDigit)
    var end = lower.endIndex
    if rest[end...].first == "," { end = rest[end...].dropFirst().prefix(while: Self.isDigit).endIndex }
    guard !lower.isEmpty, rest[end...].first == "}" else { return nil }
    return repetition(rest[..<end].count + 1, atLeast: String(lower))
  }

  private mutating func repetition(_ length: Int, atLeast least: String) -> PatternToken {
    .repetition(take(length) + take(while: { $0 == "?" || $0 == "+" }, atMost: 1), atLeast: least)
  }

  // MARK: - Taking

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

  private mutating func take(_ count: Int) -> String {
    let taken = String(rest.prefix(count))
    rest = rest.dropFirst(count)
    return taken
  }

  private mutating func take(_ count: Int, as token: PatternToken) -> PatternToken {
    rest = rest.dropFirst(count)
    return token
  }

  private mutating func take(
    while belongs: (Unicode.Scalar) -> Bool, atMost most: Int = .max
  ) -> String {
    take(rest.prefix(most).prefix(while: belongs).count)
  }

  private mutating func take(prefix: String) -> String? {
    rest.starts(with: prefix.unicodeScalars) ? take(prefix.unicodeScalars.count) : nil
  }

  /// All up to an end and with it; the whole rest where it does not come.
  private mutating func take(through end: String) -> String {
    var taken = String.UnicodeScalarView()
    while !rest.isEmpty {
      if let end = take(prefix: end) { return String(taken) + end }
      rest.popFirst().map { taken.append($0) }
    }
    return String(taken)
  }
}
