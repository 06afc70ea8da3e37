/// What Akoma Ntoso makes of a point's marker: the element that the point is, and its number in an identifier.
struct AkomaNtosoMarker {
  let element: String
  /// What an `hcontainer` is called; nil for other elements.
  let containerName: String?
  /// Without separators, in lower case; the point's position where the marker has none.
  let number: String

  /// `elements`: those around the point, outermost first.
  init(of entry: Entry, in document: Document, below elements: [String]) {
    let reading = Self.reading(of: entry.point, in: document.source)
    let style = entry.point.style == Point.unnumbered ? nil : NumberingStyle.all[Int(entry.point.style)]
    (element, containerName) = Self.element(for: style, below: elements)
    number =
      Self.printedNumber(document.marker(of: entry.id), isWord: style?.kind == .ordinal)
      ?? reading.map { $0.value > 0 && style?.kind != .markdown ? String($0.value) : nil }.flatMap { $0 }
      ?? String(entry.point.position)
  }

  private static func reading(of point: Point, in source: Source) -> Reading? {
    guard !point.marker.isEmpty else { return nil }
    let limit = max(point.marker.upperBound, source.line(source.line(at: point.marker.lowerBound)).upperBound)
    return source.bytes.withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress else { return nil }
      var scanner = MarkerScanner(FoldedText(base: base, count: bytes.count), styles: .all)
      scanner.scan(line: 1, start: point.marker.lowerBound, limit: limit)
      return scanner.found.readings.first { $0.style == point.style }
    }
  }

  /// Units by their rank (`NumberingStyles`); other points by how deep they stand among their like.
  private static func element(
    for style: NumberingStyle?, below elements: [String]
  ) -> (element: String, containerName: String?) {
    guard let style, style.kind == .unit else {
      switch elements.last {
      case nil: return ("hcontainer", "theme")
      case "paragraph", "point": return ("point", nil)
      default: return ("paragraph", nil)
      }
    }
    switch style.rank {
    case ..<6: return ("hcontainer", "annex")
    case 6...8: return ("book", nil)
    case 9, 10: return ("title", nil)
    case 11...14: return ("part", nil)
    case 15...19: return ("subpart", nil)
    case 20: return ("chapter", nil)
    case 21...29: return ("subchapter", nil)
    case 30: return ("section", nil)
    case 31...39: return ("subsection", nil)
    case 40...49: return ("division", nil)
    case 50...54: return ("article", nil)
    default: return ("paragraph", nil)
    }
  }

  /// `12a` of `Article 12A`, `2-1` of `2.1`, `iv` of `(iv)`; nil where the marker has no such number.
  private static func printedNumber(_ marker: String, isWord: Bool) -> String? {
    var parts: [String] = []
    for part in marker.split(whereSeparator: { !$0.isASCII || !($0.isLetter || $0.isNumber) }) {
      parts.append(part.lowercased())
    }
    let numbers = parts.filter { $0.contains { $0.isNumber } }
    if !numbers.isEmpty { return numbers.joined(separator: "-") }
    guard !isWord, let last = parts.last, last.count == 1 || last.allSatisfy({ "ivxlcdm".contains($0) }) else {
      return nil
    }
    return last
  }
}

/// Makes the identifiers (`eId`) of the naming convention: `chp_3__art_12`, each only once.
///
/// A number that comes again below the same element gets another number after a hyphen: `art_5-2`.
struct AkomaNtosoIdentifiers {
  private var path: [String] = []
  /// How often each identifier was wanted, for each open element, outermost first.
  private var wanted: [[String: Int]] = [[:]]

  private static let short: [String: String] = [
    "article": "art", "chapter": "chp", "section": "sec", "subchapter": "subchp", "subsection": "subsec",
    "paragraph": "para", "division": "dvs",
  ]

  mutating func open(_ marker: AkomaNtosoMarker) -> String {
    let step = "\(Self.short[marker.element] ?? marker.element)_\(marker.number)"
    let around = path.last.map { $0 + "__" } ?? ""
    var identifier = step
    while true {
      let times = wanted[wanted.count - 1][identifier, default: 0] + 1
      wanted[wanted.count - 1][identifier] = times
      guard times > 1 else { break }
      identifier = "\(step)-\(times)"
    }
    path.append(around + identifier)
    wanted.append([:])
    return around + identifier
  }

  mutating func close() {
    path.removeLast()
    wanted.removeLast()
  }
}
