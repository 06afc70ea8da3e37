import DirectiveModel

/// Counts by point, of some columns; those of deeper points are added to the one of the lowest level that is shown.
struct Tally {
  struct Row {
    let id: Int
    /// By column; only what is more than nothing.
    var counts: [Int: Int]
  }

  /// In reading order.
  let rows: [Row]

  /// `counts` holds each point's own.
  init(_ counts: [[Int: Int]], in document: Document, levels: Int) {
    var rows: [Row] = []
    for (id, point) in document.outline.points.enumerated() {
      if Int(point.depth) <= levels || rows.isEmpty {
        rows.append(Row(id: id, counts: counts[id]))
      } else {
        rows[rows.count - 1].counts.merge(counts[id], uniquingKeysWith: +)
      }
    }
    self.rows = rows
  }
}
