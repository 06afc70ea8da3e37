import DirectiveModel

/// Stepping through the references in the text, and following them.
extension State {
  /// Looks up which points the text cites, where that is not known yet. Costs a look at every point's number.
  mutating func findReferences() {
    if references == nil { references = References(document) }
  }

  /// A document of more points than this is not looked through before the reader asks for its references.
  private static let readyPoints = 20_000

  /// The same once the first screen is shown: the reader waits for nothing. True where the screen changes by it.
  mutating func findReferencesAtRest() -> Bool {
    guard references == nil, page == nil, outline.points.count <= Self.readyPoints else { return false }
    findReferences()
    return true
  }

  /// Goes to the next reference in the text, or to one before for a negative number of steps.
  mutating func moveToReference(_ steps: Int) {
    findReferences()
    settle()
    guard let references else { return }
    var found: Reference?
    var from = reference?.range.lowerBound ?? (steps > 0 ? text.anchor - 1 : text.anchor)
    for _ in 0..<abs(steps) {
      guard let next = steps > 0 ? references.reference(after: from) : references.reference(before: from) else { break }
      found = next
      from = next.range.lowerBound
    }
    guard let found else {
      message = Message(.noReference(after: steps > 0))
      return
    }
    show(found.range.lowerBound)
    focus = .text
    reference = found
    let address = placeName(of: found.target)
    let others = Phrase.orMore(found.others)
    let room = size.columns - DisplayWidth.columns(of: (others + Phrase.cites(address, ""))(in: language))
    say(
      .cites(address + others(in: language), document.label(of: found.target, in: language).shortened(to: max(1, room)))
    )
  }

  /// The reference stepped to, or else the first one in the row being read.
  var referenceAtHand: Reference? {
    if let reference { return reference }
    guard focus == .text, let references else { return nil }
    return references.references(in: layout.row(holding: text.anchor).bytes).first
  }

  private mutating func jump(to reference: Reference) { jump(to: reference.target, reading: reference.text.lowerBound) }

  /// Goes to the point cited; false where there is no reference to follow.
  mutating func followReference() -> Bool {
    guard focus == .text, let reference = referenceAtHand else { return false }
    jump(to: reference)
    return true
  }
}
