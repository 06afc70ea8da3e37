/// One way to read a marker: as a number of one style.
struct Reading {
  /// The index of the style in `NumberingStyle.all`, or `Point.unnumbered`.
  var style: UInt8
  /// The number, below 10,000; 0 for what does not count, the level for a Markdown heading.
  var value: Int16
  /// An insertion, or below 0 a path: no number has both.
  private var detail: Int32
  /// The index after the marker.
  var end: UInt32
  /// The next reading of the same style in the document; -1 at the last one.
  var next: Int32 = -1
  /// Which candidate it belongs to; 0 before all are collected, and where that was left out.
  var owner: UInt32 = 0

  init(style: UInt8, value: Int16, insertion: Int32 = 0, end: UInt32) {
    (self.style, self.value, detail, self.end) = (style, value, insertion, end)
  }

  /// What an inserted unit adds to its number: 之一, `a`, `-1`; 0 for none.
  var insertion: Int32 {
    get { max(0, detail) }
    set { detail = newValue }
  }

  /// Where the components of a decimal number stand in the list of all paths; 0 for none.
  var path: Int32 {
    get { max(0, -detail) }
    set { detail = -newValue }
  }

  /// The name of the style; empty for a line that a reader made a point and that has no marker.
  var styleName: String { style == Point.unnumbered ? "" : NumberingStyle.all[Int(style)].name }
}

/// A place where a point may begin: a line that starts with a marker, or a second marker right after the first.
struct Candidate {
  /// The line, from 1.
  var line: UInt32
  /// Where the marker begins.
  var start: UInt32
  /// Where its readings stand in the list of all readings.
  var firstReading: UInt32
  var readingCount: UInt8
  /// What the first reading is a number of.
  var kind: NumberingStyle.Kind
  var flags: Flags
  /// The blanks before the marker, in columns.
  var indent: UInt16
  /// The style of the number that a Markdown heading bears: `第…章` for `## 第一章`; `Point.unnumbered` for none.
  var headingStyle = Point.unnumbered

  struct Flags: OptionSet {
    let rawValue: UInt16
    /// Stands right after another marker on the same line, as `(1)` in `(b)(1)`.
    static let isInner = Flags(rawValue: 1)
    /// The line before is blank, or there is none.
    static let followsBlank = Flags(rawValue: 2)
    /// Nothing follows the marker on its line.
    static let isAlone = Flags(rawValue: 4)
    /// In wrapped text, the line goes on with the sentence of the line before.
    static let goesOn = Flags(rawValue: 8)
    /// A lower-case letter follows.
    static let isLowercase = Flags(rawValue: 16)
    /// A blank or the end of the line follows the marker.
    static let isSpaced = Flags(rawValue: 32)
    /// The line is a paragraph of its own: blank lines, or the ends of the text, stand around it.
    static let isParagraph = Flags(rawValue: 64)
    /// The line ends in a stop, comma, colon or semicolon.
    static let endsSentence = Flags(rawValue: 128)
    /// In wrapped text, the line before was filled, whatever it ends with: this may be the middle of a paragraph.
    static let isInside = Flags(rawValue: 256)
    /// The line could be a title: at most 120 columns long, no sentence, and not in the middle of one.
    static let isTitle = Flags(rawValue: 512)
    /// An ideographic space follows the marker: `１　日時`.
    static let isWideSpaced = Flags(rawValue: 1024)

    /// Whether the line looks like a heading: short, alone in its paragraph and no sentence.
    var isHeading: Bool { isSuperset(of: [.isParagraph, .isTitle]) }
  }

  var readings: Range<Int> { Int(firstReading)..<Int(firstReading) + Int(readingCount) }
}

/// All candidates of a document in reading order, with all their readings.
struct Candidates {
  var list: [Candidate] = []
  /// Units, and where Markdown headings stand in the list, in order: what has to be known of these should not take going
  /// through all. None before all are collected, and none that somebody added.
  private(set) var units: [Unit] = []
  private(set) var headings: [Int32] = []
  var readings: [Reading] = []
  /// The components of decimal numbers; the first is the empty path.
  var paths = [DecimalPath()]
  /// The readings of decimal numbers of several components, in order; none before all are collected.
  var decimals: [Int32] = []
  /// The lines (from 1) of Markdown code fences.
  var fences: [UInt32] = []
  /// The lines (from 1) that open with a quotation mark and a marker: what an amending act inserts.
  var quotations: [UInt32] = []
  /// Lines (from 1) that begin with a number which is no marker, where the number begins, and how it was read. Kept only
  /// where somebody asks for reasons.
  var nearMisses: [(line: UInt32, start: UInt32, reading: Reading)] = []

  /// A unit among the candidates, with what its rank depends on.
  struct Unit {
    /// Where it stands in the list.
    var index: Int32
    var style: UInt8
    /// Whether its number is one.
    var isFirst: Bool
    /// Whether its line goes on with the sentence of the line before.
    var goesOn: Bool
    /// The style of the candidate before it, if that could be the title of a list's member on a line above.
    var titleAbove: UInt8?
  }

  /// Whether a candidate is a Markdown heading by the line of `===` or `---` below it: no marker stands before its text.
  func isUnderlined(_ candidate: Candidate) -> Bool {
    candidate.kind == .markdown && readings[Int(candidate.firstReading)].end == candidate.start
  }

  /// Where the candidate stands in the list that became a point.
  func index(of placed: PlacedPoint) -> Int { Int(readings[Int(placed.reading)].owner) }

  /// The components of a reading's number; none for a number that is no path.
  func path(of reading: Reading) -> DecimalPath { paths[Int(reading.path)] }

  /// Takes note of a candidate of the list, which follows on those noted before.
  @inline(__always)
  mutating func note(_ candidate: Candidate, at index: Int) {
    switch candidate.kind {
    case .unit:
      let reading = readings[Int(candidate.firstReading)]
      units.append(
        Unit(
          index: Int32(index), style: reading.style, isFirst: reading.value == 1,
          goesOn: candidate.flags.contains(.goesOn), titleAbove: titleAbove(candidate, at: index)))
    case .markdown: headings.append(Int32(index))
    default: break
    }
  }

  @inline(__always)
  private func titleAbove(_ candidate: Candidate, at index: Int) -> UInt8? {
    guard index > 0 else { return nil }
    let upper = list[index - 1]
    guard upper.kind == .enumerator, upper.flags.contains(.isTitle), upper.line < candidate.line else { return nil }
    return readings[Int(upper.firstReading)].style
  }

  /// Takes the candidates from `first` on out of the list.
  mutating func removeAll(from first: Int) {
    list.removeSubrange(first...)
    units.removeSubrange(units.indices.partitionPoint { units[$0].index < first }...)
    headings.removeSubrange(headings.indices.partitionPoint { headings[$0] < first }...)
  }

  /// Takes those at `indices` out, which are in order.
  mutating func remove(at indices: [Int]) {
    guard let first = indices.first else { return }
    var removed = indices[...]
    let kept = list[first...].indices.filter { index in
      if removed.first != index { return true }
      removed.removeFirst()
      return false
    }.map { list[$0] }
    removeAll(from: first)
    for candidate in kept {
      note(candidate, at: list.count)
      list.append(candidate)
    }
    linkOwners()
  }

  /// Says of each reading which candidate it belongs to; 0 where that was left out.
  private mutating func linkOwners() {
    let list = list
    readings.withUnsafeMutableBufferPointer { readings in
      for index in readings.indices { readings[index].owner = 0 }
      _ = Chunks.map(list.indices, ofAtLeast: 1 << 14) { part in
        for index in part {
          for reading in list[index].readings { readings[reading].owner = UInt32(index) }
        }
      }
    }
  }
}
