/// Points that were asked for, and the text that belongs to them.
public struct Selection: Equatable, Sendable {
  /// The ids of the largest points that lie in the selection, in reading order: each stands for itself and all points
  /// inside it, so none is inside another. Never empty.
  public let points: [Int]
  /// The bytes of the selection in reading order, no two touching. It is the text of `points`, and for a range from one
  /// theme into another also the headings between, and for an unnumbered paragraph only that part of its point.
  public let text: [Range<Int>]

  /// A point with all points inside it.
  public init(_ id: Int, in document: Document) {
    points = [id]
    text = [document.text(of: id)]
  }

  /// From the beginning of one point to the end of another; `ids` are all points between.
  init(_ ids: Range<Int>, in document: Document) {
    var largest: [Int] = []
    var id = ids.lowerBound
    while id < ids.upperBound {
      let end = Int(document.outline.points[id].end)
      if end <= ids.upperBound {
        largest.append(id)
        id = end
      } else {
        id += 1
      }
    }
    points = largest
    text = [document.text(of: ids.lowerBound).lowerBound..<document.ownText(of: ids.upperBound - 1).upperBound]
  }

  /// A part of a point's text.
  init(_ id: Int, paragraph: Range<Int>) {
    points = [id]
    text = [paragraph]
  }

  /// All of several selections together.
  public init(_ selections: [Selection], in document: Document) {
    var points: [Int] = []
    for id in Set(selections.flatMap(\.points)).sorted() {
      if let last = points.last, id < Int(document.outline.points[last].end) { continue }
      points.append(id)
    }
    self.points = points
    var text: [Range<Int>] = []
    for range in selections.flatMap(\.text).sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = text.last, range.lowerBound <= last.upperBound {
        text[text.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        text.append(range)
      }
    }
    self.text = text
  }

  /// The same points with no text outside `range`.
  func cut(to range: Range<Int>) -> Selection {
    Selection(points: points, text: text.map { $0.clamped(to: range) }.filter { !$0.isEmpty })
  }

  private init(points: [Int], text: [Range<Int>]) {
    self.points = points
    self.text = text
  }

  /// The same text after its document's outline was read anew: the points that stand where the old ones stood.
  public func follow(_ old: [Point], into outline: Outline) -> Selection {
    let ids = points.map { outline.point(holding: Int(old[$0].start)) ?? 0 }
    return Selection(points: Set(ids).sorted(), text: text)
  }
}
