/// A typed address that may be meant as a printed number: `5` where the fifth theme is a schedule and the fourth is
/// printed `5.`, because the document skips a number.
public struct Misnumbering: Equatable, Sendable {
  /// The point at the address.
  public let asked: Int
  /// A point beside it that prints the number which the address ends in there, or one anywhere that prints the address.
  public let printed: Int

  /// Both points by address and printed number.
  public func words(in document: Document) -> (asked: Words, printed: Words) {
    (Words(asked, in: document), Words(printed, in: document))
  }

  public struct Words {
    public let address: String
    /// The marker between quotation marks, or the beginning of the heading where there is none.
    public let marker: String

    fileprivate init(_ id: Int, in document: Document) {
      let marker = document.marker(of: id)
      address = document.addressText(of: id)
      self.marker = "“\(marker.isEmpty ? document.heading(of: id, upTo: 40) : marker)”"
    }
  }

  public func description(in document: Document) -> String {
    let (asked, printed) = words(in: document)
    return "\(asked.address) counts the points: it is \(asked.marker); \(printed.marker) is \(printed.address)"
  }
}

extension Document {
  /// Where a typed address leads to one point, and another one prints it as its decimal number; else the first step at
  /// which it leads to one point, and a point beside that prints that number. Nil for markings, keywords and phrases, and
  /// where numbers are counted without gaps.
  public func misnumbering(at typed: String) -> Misnumbering? {
    guard case .places(let places) = Where(typed) else { return nil }
    for bound in places.flatMap({ [$0.first, $0.last].compactMap { $0 } }) {
      guard case .address(let steps) = bound else { continue }
      if let printed = MarkingFinder.decimal(steps.map { $0 ?? 0 }, in: self),
        let asked = (try? points(at: bound.description))?.first
      {
        if asked == printed { continue }
        return Misnumbering(asked: asked, printed: printed)
      }
      var parent: Int?
      for step in steps {
        let siblings = outline.children(of: parent).filter { outline.points[$0].kind == .numbered }
        guard let step, siblings.indices.contains(step - 1) else { break }
        let asked = siblings[step - 1]
        if let printed = MarkingFinder.printing(step, among: siblings, besides: asked, in: self) {
          return Misnumbering(asked: asked, printed: printed)
        }
        parent = asked
      }
    }
    return nil
  }
}
