/// The words that carry duty, as a table that a person can read, print and replace.
///
/// ```
/// [obligation]
/// must
/// 要  -重要 -主要        要 counts, but not inside 重要 or 主要
/// ```
///
/// A line in brackets names what the words below it carry; a blank in a word stands for any run of blanks; what follows
/// with a hyphen is left out, where `_` stands for a blank, `9` for any number, and a word with a capital for itself alone:
/// `-9_May` is no `may`. `#` begins a remark. Words in Latin letters match whole and in either case; a line may end inside
/// others.
public struct DutyTerms: Sendable, Equatable {
  public struct Term: Sendable, Equatable {
    public let text: String
    /// What it carries, as the table says.
    public let group: String
    /// Words that hold it and are none.
    let exceptions: [String]
  }

  public let terms: [Term]

  /// Reads a table; nil where it holds no word.
  public init?(table: String) {
    var terms: [Term] = []
    var group = ""
    for line in table.split(whereSeparator: \.isNewline) {
      let content = Whitespace.collapse(String(line.prefix { $0 != "#" }))
      if content.hasPrefix("["), content.hasSuffix("]") {
        group = String(content.dropFirst().dropLast())
        continue
      }
      let words = content.split(separator: " ")
      let text = words.prefix { !$0.hasPrefix("-") }.joined(separator: " ")
      guard !text.isEmpty else { continue }
      let exceptions = words.filter { $0.hasPrefix("-") }.map { String($0.dropFirst()) }.filter { !$0.isEmpty }
      terms.append(Term(text: text, group: group, exceptions: exceptions))
    }
    guard !terms.isEmpty else { return nil }
    self.terms = terms
  }

  /// The table that is used where none is given.
  public static let standardTable = """
    # Words that carry duty. A file like this replaces the table: directives terms --terms FILE

    [obligation]
    must
    shall
    has to
    have to
    is required to
    are required to
    is to be
    are to be
    必须
    应当
    应该
    须  -须知 -无须 -胡须
    要  -重要 -主要 -要求 -需要 -必要 -要点 -要素 -纲要 -概要 -摘要 -只要 -简要 -首要 -要害 -要领 -要闻 -不要 -还要求
    有义务
    務必
    务必
    應當
    應該
    應  -反應 -供應 -相應 -應用 -適應 -響應 -對應 -效應 -回應 -因應 -應對 -應急 -應邀 -應屆 -應變 -應付 -應酬 -答應 -呼應 -感應 -應運
    必須

    [prohibition]
    must not
    shall not
    may not
    cannot
    is prohibited
    are prohibited
    不得  -不得不 -不得已 -不得而知 -舍不得 -捨不得 -恨不得 -巴不得 -了不得 -怪不得
    不准
    不许
    禁止
    严禁
    不能  -不能不
    不應當
    不应当
    不應
    不应
    不要

    [recommendation]
    should
    should not
    ought to
    need to
    needs to
    宜  -适宜 -適宜 -便宜 -事宜 -宜居 -宜人 -合宜 -相宜 -权宜 -權宜
    鼓励
    提倡

    [permission]
    may  -9_May -May_9 -in_May -of_May -since_May -until_May -by_May
    is entitled to
    are entitled to
    可以
    有权
    得以

    """

  public static let standard = DutyTerms(table: standardTable)

  // MARK: - Counting

  /// How often each term occurs in each point's own text: for each point, by the term's place in `terms`.
  public func counts(in document: Document) -> [[Int: Int]] {
    let source = document.source
    var counts = [[Int: Int]](repeating: [:], count: document.outline.points.count)
    guard let expression = RegularExpression(pattern, ignoresCase: true, forDamagedText: !source.isWellFormed) else {
      return counts
    }
    var places: [String: Int] = [:]
    for (place, term) in terms.enumerated() { places[Self.key(term.text)] = place }
    source.bytes.withUnsafeBufferPointer { bytes in
      _ = expression.findMatches(in: bytes, beginningIn: [0..<bytes.count], before: bytes.count) { range in
        if let place = places[Self.key(source.string(range))],
          let id = document.outline.point(holding: range.lowerBound)
        {
          counts[id][place, default: 0] += 1
        }
        return range.upperBound
      }
    }
    return counts
  }

  /// Every word, and every exception, the longest first: what is part of a longer one is not counted.
  private var pattern: String {
    let words = Dictionary(
      terms.flatMap { [($0.text, false)] + $0.exceptions.map { ($0, true) } }, uniquingKeysWith: { $0 && $1 })
    let longest = words.sorted { ($0.key.unicodeScalars.count, $1.key) > ($1.key.unicodeScalars.count, $0.key) }
    return longest.map { Self.expression(for: $0.key, isException: $0.value) }.joined(separator: "|")
  }

  private static func expression(for word: String, isException: Bool) -> String {
    var result = ""
    for scalar in word.unicodeScalars {
      if scalar == " " || isException && scalar == "_" {
        result += "\\s+"
      } else if isException, scalar == "9" {
        result += "[0-9]+"
      } else if scalar.isASCII, !scalar.properties.isAlphabetic, scalar.properties.numericType == nil {
        result += "\\" + String(scalar)
      } else {
        if scalar.value >= 0x2E80, !result.isEmpty { result += gap }
        result += String(scalar)
      }
    }
    let isLatin = word.unicodeScalars.first.map { $0.value < 0x2E80 } ?? false
    guard isLatin else { return result }
    return isException && word != word.lowercased() ? "(?-i:\\b\(result)\\b)" : "\\b\(result)\\b"
  }

  /// What may stand between two ideographs of a word that a line was broken in.
  private static let gap = "(?:[ \\t\u{3000}]*(?:\\r?\\n|\\r)?[ \\t\u{3000}]*)"

  /// A word as it is looked up: on one line, and without blanks where it is written without.
  private static func key(_ text: String) -> String {
    let line = Whitespace.collapse(text).lowercased()
    guard let first = line.unicodeScalars.first, first.value >= 0x2E80 else { return line }
    return line.filter { $0 != " " }
  }
}
