/// What a reader has left at the points of a document: notes and ticks by the ids of the points, marks by their names.
///
/// A value: what is to be kept between runs is the difference between two of them.
struct Annotations: Equatable, Sendable {
  var notes: [Int: String] = [:]
  var ticks: [Int: Tick] = [:]
  /// Byte offsets into the document.
  var marks: [Character: Int] = [:]

  /// The same in another version of the document, in which points and bytes have moved. Notes that come together at one
  /// point become one, in reading order; of such ticks the last one is left.
  func moved(points: (Int) -> Int, offsets: (Int) -> Int) -> Annotations {
    var moved = Annotations(marks: marks.mapValues(offsets))
    for (id, note) in notes.sorted(by: { $0.key < $1.key }) {
      let now = points(id)
      moved.notes[now] = moved.notes[now].map { $0 + "; " + note } ?? note
    }
    for (id, tick) in ticks.sorted(by: { $0.key < $1.key }) { moved.ticks[points(id)] = tick }
    return moved
  }

  /// These, and those of `others` where there is none of these.
  func merging(_ others: Annotations) -> Annotations {
    Annotations(
      notes: notes.merging(others.notes) { own, _ in own }, ticks: ticks.merging(others.ticks) { own, _ in own },
      marks: marks.merging(others.marks) { own, _ in own })
  }
}

/// What a reader thinks of a point.
enum Tick: String, CaseIterable, Sendable {
  case read
  case toDiscuss = "to discuss"
  case done
}
