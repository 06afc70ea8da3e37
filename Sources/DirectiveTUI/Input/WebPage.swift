/// The article of a web page, chosen from its structure: the innermost container that holds most of the page's running
/// text. Links are no running text; menus consist of them.
struct WebPage {
  /// The blocks of the article.
  let main: [JSONValue]
  /// The article's title, where it does not stand in `main`.
  let title: String?

  /// Names that sites give to what is not the article; those of HTML itself are among them (`PageElements`).
  private static let furniture = [
    "nav", "menu", "breadcrumb", "crumb", "footer", "sidebar", "share", "toolbar", "copyright", "cookie", "banner",
    "comment",
    "related", "pagination", "skip",
  ]

  init(blocks: [JSONValue], title: JSONValue?) {
    let kept = Self.withoutFurniture(blocks, of: Amount(blocks))
    var container = kept
    if let marked = Self.marked(in: kept) { container = marked }
    while let inner = Self.child(of: container) { container = inner }
    let article = Self.trimmed(container)
    let pageTitle = title.map { PandocInlines($0["c"]?.elements ?? []).text } ?? ""
    let heading = PandocHeading.all(in: kept).first {
      !$0.text.isEmpty && (pageTitle.contains($0.text) || $0.level == 1)
    }
    let found = heading?.text ?? Self.article(of: pageTitle)
    main = Self.without(heading, article)
    let start = main.prefix(3).map { PandocInlines($0["c"]?.elements ?? []).text }
    self.title = found.isEmpty || start.contains(where: { $0.contains(found) }) ? nil : found
  }

  /// The blocks without a heading that is written as the title.
  private static func without(_ heading: PandocHeading?, _ blocks: [JSONValue]) -> [JSONValue] {
    guard let heading else { return blocks }
    var isRemoved = false
    return blocks.compactMap { block in
      guard !isRemoved else { return block }
      if PandocHeading(block) == heading {
        isRemoved = true
        return nil
      }
      guard block["t"]?.text == "Div", let content = block["c"] else { return block }
      let inner = without(heading, content[1]?.elements ?? [])
      return .object(["t": .string("Div"), "c": .array([content[0] ?? .null, .array(inner)])])
    }
  }

  /// How much text blocks hold, in characters.
  private struct Amount {
    private(set) var running = 0
    private(set) var linked = 0

    init(_ blocks: [JSONValue]) { count(.array(blocks), isLink: false) }

    private mutating func count(_ value: JSONValue, isLink: Bool) {
      switch value {
      case .array(let elements):
        for element in elements { count(element, isLink: isLink) }
      case .object(let members):
        guard let content = members["c"] else { return }
        switch members["t"]?.text {
        case "Str": add(content.text?.unicodeScalars.count ?? 0, isLink)
        case "Link", "Cite": count(content[1] ?? .null, isLink: true)
        case "CodeBlock", "Code": add(content[1]?.text?.unicodeScalars.count ?? 0, isLink)
        default: count(content, isLink: isLink)
        }
      default: break
      }
    }

    private mutating func add(_ characters: Int, _ isLink: Bool) {
      if isLink { linked += characters } else { running += characters }
    }

    /// Whether it is a list of links.
    var isMenu: Bool { linked > 0 && linked * 2 > linked + running }
  }

  private static func attributes(of block: JSONValue) -> (names: [String], role: String?) {
    guard block["t"]?.text == "Div", let attributes = block["c"]?[0] else { return ([], nil) }
    let pairs = attributes[2]?.elements ?? []
    let role = pairs.first { $0[0]?.text == "role" }?[1]?.text
    let names = [attributes[0]?.text ?? ""] + (attributes[1]?.elements.compactMap(\.text) ?? [])
    return (names.map { $0.lowercased() }, role)
  }

  /// The blocks without containers that are named as what stands around an article and hold little of the text.
  private static func withoutFurniture(_ blocks: [JSONValue], of whole: Amount) -> [JSONValue] {
    blocks.compactMap { block in
      guard block["t"]?.text == "Div", let content = block["c"] else { return block }
      let names = attributes(of: block).names
      let isNamed = names.contains { name in furniture.contains { name.contains($0) } }
      let inner = content[1]?.elements ?? []
      if isNamed, Amount(inner).running * 3 < whole.running { return nil }
      return .object([
        "t": .string("Div"), "c": .array([content[0] ?? .null, .array(withoutFurniture(inner, of: whole))]),
      ])
    }
  }

  /// The container that the page itself marks as its article.
  private static func marked(in blocks: [JSONValue]) -> [JSONValue]? {
    for block in blocks where block["t"]?.text == "Div" {
      let inner = block["c"]?[1]?.elements ?? []
      let (names, role) = attributes(of: block)
      if role == "main" || names.contains("html-article"), Amount(inner).running > 0 { return inner }
      if let found = marked(in: inner) { return found }
    }
    return nil
  }

  /// The one container inside that holds nearly all running text; a cell of a table counts, for old pages are tables.
  private static func child(of blocks: [JSONValue]) -> [JSONValue]? {
    let whole = Amount(blocks).running
    guard whole > 0 else { return nil }
    for block in blocks {
      switch block["t"]?.text {
      case "Div":
        let inner = block["c"]?[1]?.elements ?? []
        if Amount(inner).running * 10 >= whole * 8,
          blocks.count > 1 || inner.contains(where: { $0["t"]?.text == "Div" || $0["t"]?.text == "Table" })
        {
          return inner
        }
      case "Table":
        let cells = PandocTable.rows(of: block["c"]).flatMap { $0 }
        if let cell = cells.first(where: { Amount($0).running * 10 >= whole * 8 }) { return cell }
      default: break
      }
    }
    return nil
  }

  /// Without the lists of links at both ends.
  private static func trimmed(_ blocks: [JSONValue]) -> [JSONValue] {
    var kept = blocks[...]
    while let first = kept.first, Amount([first]).isMenu { kept = kept.dropFirst() }
    while let last = kept.last, last["t"]?.text == "BulletList", Amount([last]).isMenu {
      kept = kept.dropLast()
      if kept.last?["t"]?.text == "Header" { kept = kept.dropLast() }
    }
    return kept.isEmpty ? blocks : Array(kept)
  }

  /// The first part of `关于…的通知_中国政府网` and `Notice | The Office`.
  private static func article(of title: String) -> String {
    var text = title[...]
    for mark in ["_", " | ", " - ", " – ", " — ", "｜", "--"] {
      if let at = text.firstRange(of: mark), text[..<at.lowerBound].count >= 4 { text = text[..<at.lowerBound] }
    }
    return String(text)
  }
}
