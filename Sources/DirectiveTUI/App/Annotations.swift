/// What a reader has left at the points of a document: notes and ticks by the ids of the points, marks by their names.
///
/// A value: what is to be kept between runs is the difference between two of them.
struct Annotations: Equatable, Sendable {
  var notes: [Int: String] = [:]
  var ticks: [Int: Tick] = [:]
  /// Byte offsets into the document.
  var marks: [Character: Int] = [:]
}

/// What a reader thinks of a point.
enum Tick: String, CaseIterable, Sendable {
  case read
  case toDiscuss = "to discuss"
  case done
}
