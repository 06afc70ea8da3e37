/// What a document says of itself around its points: who issued it, when, under which number, and who signed it.
///
/// Fields are byte ranges into the source, so that what is shown is what the document has.
public struct FrontMatter: Sendable {
  public enum Field: String, CaseIterable, Sendable {
    /// `国发〔2024〕1号`, `(EU) 2024/2980`
    case documentNumber
    /// The body that issued it.
    case issuer
    /// The meeting at which it was given or adopted.
    case occasion
    case speaker
    case date
    /// The audience or the addressees: `各位代表：`, `Dear friends,`.
    case salutation
    /// Who signed, above or below the date at the end.
    case signature
    case signatureDate
    /// Where the text was taken from.
    case origin
  }

  private var found: [(field: Field, range: Range<Int>)] = []

  public var isEmpty: Bool { found.isEmpty }

  public subscript(field: Field) -> Range<Int>? { found.first { $0.field == field }?.range }

  /// Notes where a field is that was not found yet.
  mutating func add(_ field: Field, _ range: Range<Int>) { found.append((field, range)) }
}

extension Document {
  /// What stands around the points. Looked for each time that it is asked.
  public var frontMatter: FrontMatter { FrontMatterReader(self).read() }

  /// What is attached: the entries of a list of annexes, and annexes that are points, all of which are looked through.
  public var annexes: [Range<Int>] { FrontMatterReader(self).readAnnexes() }

  /// A field of the front matter on one line.
  public func text(of field: FrontMatter.Field, in frontMatter: FrontMatter) -> String? {
    frontMatter[field].map { source.singleLine($0) }
  }
}
