import ArgumentParser
import DirectiveModel

struct RefsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "refs",
    abstract: "Print which points a point cites, and which cite it.",
    discussion: """
      WHERE is an address or a keyword; without it, all references of the document are printed. Each line has the \
      point that cites, the point cited, the line and the words: 2.3 -> 1.2:14: …as section 1.2 says…. \
      What a point and all inside it cite comes first, then what cites them. Where other points have the number that is \
      cited, and are as near, the first is given, and how many more there are: 2.3 -> 1.2 or 1 more. References to other works are left out. \
      The exit status is 0 where there are any, 1 where there are none, 2 on trouble.
      """)

  @Argument(help: "An address or a keyword; or the document alone.")
  var place: String?

  @OptionGroup var input: DocumentFile

  func run() throws {
    var input = input
    let place = input.takeDocument(from: place)
    let document = try input.read().document
    let about = try place.map { try document.selected($0, isSample: input.isSample) }
    let all = References(document).all()
    var output = Output.standard
    var count = 0
    for reference in Self.selected(all, about: about, in: document) {
      try output.writeLine(document.line(of: reference))
      count += 1
    }
    try output.flush()
    guard count == 0 else { return }
    let why = place == nil ? "no point cites another" : "cites no other point and is cited by none"
    throw Problem(place?.visible() ?? "", why, status: ExitStatus.notFound)
  }

  /// All; or those in what is selected, then those from elsewhere to it.
  private static func selected(_ all: [Reference], about selection: Selection?, in document: Document) -> [Reference] {
    guard let selection else { return all }
    func isInside(_ reference: Reference) -> Bool {
      selection.text.contains { $0.contains(reference.range.lowerBound) }
    }
    let citing = all.filter { reference in
      !isInside(reference) && selection.text.contains { $0.contains(reference.text.lowerBound) }
    }
    return all.filter(isInside) + citing
  }
}

extension Document {
  /// `2.3 -> 1.2:14: …as section 1.2 says…`
  func line(of reference: Reference) -> String {
    let from = outline.point(holding: reference.range.lowerBound).map { addressText(of: $0) } ?? ""
    let line = source.line(at: reference.range.lowerBound)
    let context = source.context(of: reference.range, columns: 30)
    let others = reference.others > 0 ? " or \(reference.others) more" : ""
    return "\(from) -> \(addressText(of: reference.target))\(others):\(line): \(context)"
  }
}
