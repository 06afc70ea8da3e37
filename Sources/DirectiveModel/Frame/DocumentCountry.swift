/// The country whose document it is, as far as language and opening words tell.
public struct DocumentCountry: Equatable, Sendable {
  /// The code of ISO 3166-1 in lower case, `eu` for the European Union; nil where it cannot be told.
  public let code: String?

  /// Looks at the title and the first 8 KiB; for the European Union, of which every law speaks, at the first 400 bytes.
  public init(of document: Document) {
    let language = DocumentLanguage(of: document.source).tag
    func opening(_ bytes: Int) -> String {
      let start = document.source.string(0..<min(document.source.bytes.count, bytes))
      return ((document.title ?? "") + " " + start).lowercased()
    }
    let (head, text) = (opening(400), opening(1 << 13))
    let row = Self.signs.first { row in
      row.languages.isEmpty
        ? row.words.contains { head.contains($0) }
        : row.languages.contains(language) && row.words.contains { text.contains($0) }
    }
    code = row?.code ?? Self.usual[language]
  }

  /// Where a language is at home, unless the text says otherwise.
  private static let usual = ["zh-Hans": "cn", "ja": "jp", "ko": "kr", "de": "de", "fr": "fr", "it": "it"]

  /// Words, in lower case, that tell a country in some languages; without languages, in the first words of any. The first
  /// row that fits decides.
  private static let signs: [(code: String, languages: Set<String>, words: [String])] = [
    (
      "eu", [],
      [
        "(eu)", "(eec)", "european parliament", "europäischen parlaments",
        "parlement européen", "parlamento europeo", "欧洲议会",
      ]
    ),
    ("tw", ["zh-Hant", "en"], ["民國", "立法院", "行政院", "taiwan", "executive yuan"]),
    ("hk", ["zh-Hant", "en"], ["香港特別行政區", "香港法例", "hong kong"]),
    ("mo", ["zh-Hant", "pt"], ["澳門特別行政區", "macau"]),
    ("cn", ["en"], ["people's republic of china", "people’s republic of china"]),
    ("us", ["en"], ["united states", "u.s.c.", "my fellow americans"]),
    (
      "gb", ["en"], ["united kingdom", "her majesty", "his majesty", "king's most excellent", "queen's most excellent"]
    ),
    ("at", ["de"], ["österreich"]),
    (
      "ch", ["de", "fr", "it"],
      ["schweizerische", "eidgenossenschaft", "confédération suisse", "confederazione svizzera"]
    ),
    ("be", ["fr"], ["royaume de belgique", "moniteur belge"]),
    ("ca", ["fr", "en"], ["gouvernement du canada", "government of canada", "québec"]),
  ]
}
