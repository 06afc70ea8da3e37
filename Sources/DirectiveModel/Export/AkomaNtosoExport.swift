extension ExportFormat {
  static let akomaNtoso = ExportFormat("akn", fileExtension: "xml", "Akoma Ntoso 1.0, the XML of legal documents") {
    extract, output in
    try AkomaNtosoExport(extract).write(to: &output)
  }
}

/// A `doc` of Akoma Ntoso 1.0 (OASIS LegalDocML; namespace `akn/3.0`): preface with the title, preamble, points as
/// hierarchical elements of their kind, conclusions.
///
/// The date and the author are those of the front matter, the country is `DocumentCountry`. What the standard asks for and a
/// text does not say is given as unknown: the date 0001-01-01, the country `xx`.
/// A head is a `heading` only where it is no sentence, so that no character is lost or written twice.
private struct AkomaNtosoExport {
  private let extract: Extract
  private let blocks: TextBlocks
  private var document: Document { extract.document }

  init(_ extract: Extract) {
    self.extract = extract
    blocks = TextBlocks(extract.document, leavingOutTitle: true)
  }

  func write(to output: inout ExportOutput) throws {
    output.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    output.raw("<akomaNtoso xmlns=\"http://docs.oasis-open.org/legaldocml/ns/akn/3.0\">\n<doc name=\"document\">\n")
    writeMeta(to: &output)
    if let title = document.title {
      output.raw("<preface eId=\"preface\"><p eId=\"preface__p_1\"><docTitle eId=\"preface__p_1__doctitle_1\">")
      output.xml(title)
      output.raw("</docTitle></p></preface>\n")
    }
    let preamble = extract.entry(of: .preamble).map { blocks.blocks(in: $0.text) } ?? []
    let closing = extract.entry(of: .closing).map { blocks.blocks(in: $0.text) } ?? []
    let hasPoints = extract.points.contains { document.outline.points[$0].kind == .numbered }
    if hasPoints {
      write(preamble, in: "preamble", "preamble", to: &output)
      output.raw("<mainBody eId=\"body\">\n")
      try writePoints(to: &output)
      output.raw("</mainBody>\n")
      write(closing, in: "conclusions", "conclusions", to: &output)
    } else {
      write(preamble + closing, in: "mainBody", "body", to: &output)
      if preamble.isEmpty, closing.isEmpty { output.raw("<mainBody eId=\"body\"><p eId=\"body__p_1\"/></mainBody>\n") }
    }
    output.raw("</doc>\n</akomaNtoso>\n")
  }

  private func writePoints(to output: inout ExportOutput) throws {
    var identifiers = AkomaNtosoIdentifiers()
    var elements: [String] = []
    for event in extract.walk {
      switch event {
      case .open(let entry) where entry.point.kind == .numbered:
        let marker = AkomaNtosoMarker(of: entry, in: document, below: elements)
        elements.append(marker.element)
        let identifier = identifiers.open(marker)
        output.raw("<\(marker.element)")
        if let name = marker.containerName { output.raw(" name=\"\(name)\"") }
        output.raw(" eId=\"\(identifier)\">")
        write(entry, identifier, to: &output)
      case .close(let entry) where entry.point.kind == .numbered:
        identifiers.close()
        output.raw("</\(elements.removeLast())>\n")
      default: break
      }
      try output.flow()
    }
  }

  private func write(_ entry: Entry, _ identifier: String, to output: inout ExportOutput) {
    let source = document.source
    var rest = entry.text
    let marker = document.marker(of: entry.id)
    if !marker.isEmpty {
      output.raw("<num eId=\"\(identifier)__num_1\">")
      output.xml(source.singleLine(entry.head.lowerBound..<entry.point.marker.upperBound))
      output.raw("</num>")
      rest = rest.clamped(to: entry.point.marker.upperBound..<Int.max)
    }
    if entry.isTitled {
      let heading = marker.isEmpty ? entry.head : entry.head.clamped(to: entry.point.marker.upperBound..<Int.max)
      output.raw("<heading eId=\"\(identifier)__heading_1\">")
      output.xml(source.singleLine(heading))
      output.raw("</heading>")
      rest = entry.body(in: source)
    }
    let paragraphs = blocks.blocks(in: rest)
    output.raw("\n")
    if entry.hasChildren {
      write(paragraphs, in: "intro", "\(identifier)__intro_1", to: &output)
    } else if paragraphs.isEmpty {
      output.raw("<content eId=\"\(identifier)__content_1\"><p eId=\"\(identifier)__content_1__p_1\"/></content>\n")
    } else {
      write(paragraphs, in: "content", "\(identifier)__content_1", to: &output)
    }
  }

  /// Blocks as paragraphs, the lines of a preformatted one parted by `eol`.
  private func write(
    _ blocks: [TextBlocks.Block], in element: String, _ identifier: String, to output: inout ExportOutput
  ) {
    guard !blocks.isEmpty else { return }
    output.raw("<\(element) eId=\"\(identifier)\">\n")
    for (index, block) in blocks.enumerated() {
      output.raw("<p eId=\"\(identifier)__p_\(index + 1)\">")
      for (number, line) in block.text(of: document.source).split(separator: "\n").enumerated() {
        if number > 0 { output.raw("<eol/>") }
        output.xml(String(line))
      }
      output.raw("</p>\n")
    }
    output.raw("</\(element)>\n")
  }

  /// Work, expression and manifestation (IFLA's FRBR), as the naming convention writes their addresses.
  private func writeMeta(to output: inout ExportOutput) {
    let language = DocumentLanguage(of: document.source)
    let frontMatter = document.frontMatter
    let printed = document.text(of: .date, in: frontMatter) ?? document.text(of: .signatureDate, in: frontMatter)
    let day = printed.flatMap(CalendarDate.init(printed:))?.description
    let country = DocumentCountry(of: document).code ?? "xx"
    let work = "/akn/\(country)/doc/\(day ?? "0001-01-01")/\(pathSafe(nameWithoutEnding))"
    let expression = "\(work)/\(language.code)@"
    let date = "<FRBRdate date=\"\(day ?? "0001-01-01")\" name=\"\(day == nil ? "unknown" : "document")\"/>"
    let author = "<FRBRauthor href=\"#author\"/>"
    output.raw("<meta>\n<identification source=\"#directives\">\n")
    output.raw("<FRBRWork><FRBRthis value=\"\(work)/!main\"/><FRBRuri value=\"\(work)\"/>")
    output.raw("<FRBRalias")
    output.xmlAttribute("value", document.title ?? extract.name)
    output.raw(" name=\"title\"/>\(date)\(author)<FRBRcountry value=\"\(country)\"/></FRBRWork>\n")
    output.raw("<FRBRExpression><FRBRthis value=\"\(expression)/!main\"/><FRBRuri value=\"\(expression)\"/>")
    output.raw("\(date)\(author)<FRBRlanguage language=\"\(language.code)\"/></FRBRExpression>\n")
    output.raw("<FRBRManifestation><FRBRthis value=\"\(expression)/!main.xml\"/>")
    output.raw("<FRBRuri value=\"\(expression).akn\"/>\(date)<FRBRauthor href=\"#directives\"/>")
    output.raw("<FRBRformat value=\"application/akn+xml\"/></FRBRManifestation>\n</identification>\n")
    output.raw("<references source=\"#directives\">\n")
    writeAuthor(frontMatter, country, to: &output)
    output.raw(
      "<TLCOrganization eId=\"directives\" href=\"/ontology/organization/xx/directives\" showAs=\"directives\"/>\n")
    output.raw("</references>\n</meta>\n")
  }

  /// Who issued it, or else who spoke.
  private func writeAuthor(_ frontMatter: FrontMatter, _ country: String, to output: inout ExportOutput) {
    let issuer = document.text(of: .issuer, in: frontMatter) ?? document.text(of: .signature, in: frontMatter)
    let speaker = issuer == nil ? document.text(of: .speaker, in: frontMatter) : nil
    let name = issuer ?? speaker ?? "unknown"
    let (element, kind) = speaker == nil ? ("TLCOrganization", "organization") : ("TLCPerson", "person")
    output.raw("<\(element) eId=\"author\" href=\"/ontology/\(kind)/\(country)/\(pathSafe(name))\"")
    output.xmlAttribute("showAs", name)
    output.raw("/>\n")
  }

  private var nameWithoutEnding: String {
    guard let stop = extract.name.lastIndex(of: "."), stop > extract.name.startIndex else { return extract.name }
    return String(extract.name[..<stop])
  }

  /// A name as one step of a path: letters, digits, hyphens; all else percent-encoded.
  private func pathSafe(_ name: String) -> String {
    name.utf8.reduce(into: "") { path, byte in
      let character = Unicode.Scalar(byte)
      if character.isASCII, character.properties.isAlphabetic || "0123456789-_.".unicodeScalars.contains(character) {
        path.unicodeScalars.append(character)
      } else {
        let digits = String(byte, radix: 16, uppercase: true)
        path += "%" + (digits.count == 1 ? "0" : "") + digits
      }
    }
  }
}
