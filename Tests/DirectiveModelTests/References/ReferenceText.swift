@testable import DirectiveModel

/// The references of a document as `words -> address`.
func references(_ text: String) -> [String] {
  let document = Document(source: Source(text))
  return References(document).all().map { reference in
    let address = document.outline.address(of: reference.target)?.description ?? "?"
    return "\(document.source.singleLine(reference.range)) -> \(address)"
  }
}
