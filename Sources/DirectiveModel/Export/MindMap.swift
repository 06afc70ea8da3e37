/// Where the points of a mind map stand: each point without points inside takes a row, and the others the middle of
/// their points' rows.
struct MindMap {
  /// The place of a label, in pixels.
  struct Place {
    /// 1 to the right of the title, -1 to its left.
    let side: Int
    /// Where the label begins, and where its lines to the points inside it do.
    let x: Int
    let edge: Int
    let y: Int
  }

  let width: Int
  let height: Int
  let centre: Int
  let middle: Int
  /// From the centre to the end of the title.
  let rootReach: Int
  /// A place for each step of the extract's walk, whether it opens or closes a point.
  private(set) var steps: [Place] = []

  private static let rowHeight = 24
  private static let columnGap = 36
  private static let margin = 24

  static func rootLabel(_ title: String) -> String { title.shortened(to: 40) }

  /// About the width of a label of 13 pixels, in pixels.
  private static func width(ofColumns columns: Int) -> Int { columns * 15 / 2 + 12 }

  init(_ extract: Extract) {
    let sized = Sizes(extract)
    let document = extract.document
    let root = Self.rootLabel(document.title ?? extract.name)
    let columnWidths = [1, -1].map { sized.columns(of: $0).map(Self.width(ofColumns:)) }
    let rootReach = DisplayWidth.columns(of: root) * 5 + 10
    let reach = columnWidths.map { widths in
      widths.reduce(rootReach) { $0 + Self.columnGap + $1 } + Self.margin
    }
    self.rootReach = rootReach
    centre = reach[1]
    width = reach[0] + reach[1]
    let rows = max(sized.rows(of: 1), sized.rows(of: -1), 1)
    height = rows * Self.rowHeight + 2 * Self.margin
    middle = height / 2

    // A side with fewer rows stands in the middle of the other.
    var nextRow = [1, -1].map { Double(rows - sized.rows(of: $0)) / 2 }
    steps.reserveCapacity(sized.points.count * 2)
    var open: [Place] = []
    var index = 0
    for event in extract.walk {
      switch event {
      case .open:
        let point = sized.points[index]
        index += 1
        let sideIndex = point.side > 0 ? 0 : 1
        let around = columnWidths[sideIndex].prefix(point.depth - 1)
        let distance = around.reduce(rootReach + Self.columnGap) { $0 + Self.columnGap + $1 }
        let row = nextRow[sideIndex] + Double(point.rows) / 2
        if point.isLeaf { nextRow[sideIndex] += 1 }
        let x = centre + point.side * distance
        let y = Self.margin + Int(row * Double(Self.rowHeight))
        let place = Place(side: point.side, x: x, edge: x + point.side * Self.width(ofColumns: point.columns), y: y)
        steps.append(place)
        open.append(place)
      case .close: steps.append(open.removeLast())
      }
    }
  }

  /// How many rows each point takes, and how wide each level is.
  private struct Sizes {
    struct Size {
      var side = 1
      let depth: Int
      let columns: Int
      var rows = 0
      var isLeaf: Bool
    }

    private(set) var points: [Size] = []
    private var widths: [Int: [Int]] = [:]
    private var rowCounts: [Int: Int] = [:]

    init(_ extract: Extract) {
      var open: [Int] = []
      for event in extract.walk {
        switch event {
        case .open(let entry):
          open.append(points.count)
          let columns = DisplayWidth.columns(of: entry.mapLabel(in: extract.document).text)
          points.append(Size(depth: entry.depth, columns: columns, isLeaf: !entry.hasChildren))
          if !entry.hasChildren { for id in open { points[id].rows += 1 } }
        case .close: open.removeLast()
        }
      }
      let themes = points.indices.filter { points[$0].depth == 1 }
      let all = themes.reduce(0) { $0 + points[$1].rows }
      var rows = 0
      for (index, theme) in themes.enumerated() {
        let side = rows * 2 + points[theme].rows <= all || index == 0 ? 1 : -1
        rows += points[theme].rows
        let end = index + 1 < themes.count ? themes[index + 1] : points.count
        for id in theme..<end { points[id].side = side }
        rowCounts[side, default: 0] += points[theme].rows
      }
      for point in points {
        var side = widths[point.side] ?? []
        side += Array(repeating: 0, count: max(0, point.depth - side.count))
        side[point.depth - 1] = max(side[point.depth - 1], point.columns)
        widths[point.side] = side
      }
    }

    /// The widest label of each level of a side, in columns.
    func columns(of side: Int) -> [Int] { widths[side] ?? [] }

    func rows(of side: Int) -> Int { rowCounts[side] ?? 0 }
  }
}

extension Entry {
  /// Address and heading in at most 44 columns, and whether they were cut.
  func mapLabel(in document: Document) -> (text: String, isCut: Bool) {
    let heading = document.heading(of: id)
    let label =
      point.kind == .numbered ? "\(address)  \(heading.isEmpty ? name(in: document) : heading)" : name(in: document)
    let text = label.shortened(to: 44)
    return (text, text != label)
  }
}
