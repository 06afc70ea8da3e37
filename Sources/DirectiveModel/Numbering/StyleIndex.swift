/// The table of styles made ready for scanning: for each first scalar the styles to try, patterns as scalars.
///
/// Made once and never freed: the scanner reads it through pointers, so that trying a style counts no references.
struct StyleIndex: @unchecked Sendable {
  typealias Row = Kept<Fields>

  /// A row of the table.
  struct Fields {
    let index: UInt8
    let kind: NumberingStyle.Kind
    let follow: NumberingStyle.Follow
    /// Whether a name leaves no doubt about what it is; no other style is tried after it.
    let isNamed: Bool
    /// Whether the marker begins with a Latin word, which must then have a capital.
    let needsCapital: Bool
    /// Whether the unit is written in Chinese characters: `第三章`.
    let isChineseUnit: Bool
    /// Whether a point may be put in behind another: `三之一、`.
    let takesInsertions: Bool
    /// The first scalar of the first prefix; 0 where it is empty.
    let sign: UInt32
    /// The last scalar of the first suffix; 0 where it is empty.
    let mark: UInt32
    let prefixes: UnsafeBufferPointer<Pattern>
    let numerals: UnsafeBufferPointer<NumeralSystem>
    let suffixes: UnsafeBufferPointer<Pattern>
  }

  /// A prefix or suffix as scalars in lower case; `blanks` and `anyBlanks` stand for runs of blanks.
  typealias Pattern = UnsafeBufferPointer<UInt32>

  let rows: UnsafeBufferPointer<Row>
  /// For each scalar of the Basic Multilingual Plane, an index into `buckets`; 0 is the empty one.
  let bucketOfScalar: UnsafeBufferPointer<UInt8>
  let buckets: UnsafeBufferPointer<UnsafeBufferPointer<UInt8>>

  static let blanks: UInt32 = 0x20
  static let anyBlanks: UInt32 = 0x7E

  static let all = StyleIndex(NumberingStyle.all)

  init(_ styles: [NumberingStyle]) {
    let rows = styles.enumerated().map { Row(Self.fields($0.offset, $0.element)) }
    var buckets: [[UInt8]] = [[]]
    var scalarsIn = [Int.max]
    var free: [Int] = []
    let bucketOfScalar = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 0x10000)
    bucketOfScalar.initialize(repeating: 0)
    for row in rows {
      // Scalars that began the same styles so far and begin this one, too, go on together.
      var next = [Int](repeating: 0, count: buckets.count)
      for scalar in MarkerBeginnings.firsts(of: row) where scalar < 0x10000 {
        let bucket = Int(bucketOfScalar[Int(scalar)])
        if buckets[bucket].last == row.index { continue }
        if next[bucket] == 0 {
          let list = buckets[bucket] + [row.index]
          if let unused = free.popLast() {
            next[bucket] = unused
            (buckets[unused], scalarsIn[unused]) = (list, 0)
          } else {
            next[bucket] = buckets.count
            buckets.append(list)
            scalarsIn.append(0)
          }
        }
        bucketOfScalar[Int(scalar)] = UInt8(next[bucket])
        scalarsIn[next[bucket]] += 1
        scalarsIn[bucket] -= 1
      }
      free += next.indices.filter { next[$0] != 0 && scalarsIn[$0] == 0 }
    }
    precondition(buckets.allSatisfy { $0.count <= 64 }, "at most 64 styles begin with one scalar")
    self.rows = Self.keep(rows)
    self.bucketOfScalar = UnsafeBufferPointer(bucketOfScalar)
    self.buckets = Self.keep(buckets.map(Self.keep))
  }

  private static func fields(_ index: Int, _ style: NumberingStyle) -> Fields {
    let prefixes = style.prefixes.map(pattern)
    let suffixes = style.suffixes.map(pattern).sorted { $0.count > $1.count }
    return Fields(
      index: UInt8(index), kind: style.kind, follow: style.follow,
      isNamed: style.kind == .unit && !style.isParagraph,
      needsCapital: style.kind == .unit || style.kind == .ordinal || style.kind == .boundary && style.rank == 1,
      isChineseUnit: style.kind == .unit && prefixes.first?.first == 0x7B2C,
      takesInsertions: style.kind == .enumerator && style.numerals == [.chinese],
      sign: prefixes.first?.first ?? 0, mark: suffixes.first?.last ?? 0, prefixes: keep(prefixes),
      numerals: keep(style.numerals), suffixes: keep(suffixes))
  }

  static func keep<Element>(_ elements: [Element]) -> UnsafeBufferPointer<Element> {
    let buffer = UnsafeMutableBufferPointer<Element>.allocate(capacity: elements.count)
    _ = buffer.initialize(from: elements)
    return UnsafeBufferPointer(buffer)
  }

  private static func pattern(_ text: String) -> Pattern {
    let scalars = UnsafeMutableBufferPointer<UInt32>.allocate(capacity: text.utf8.count)
    var count = 0
    for scalar in text.unicodeScalars {
      scalars.initializeElement(at: count, to: scalar.value)
      count += 1
    }
    return Pattern(rebasing: scalars[..<count])
  }
}

/// Some styles: those that a reader wants read.
struct StyleSelection: Sendable {
  /// For each bucket the places in it of those styles.
  let places: [MarkerOpenings.Places]
  /// Whether headings of Markdown, which stand in no bucket, are read.
  let hasMarkdown: Bool

  init(_ index: StyleIndex, where isWanted: (UInt8) -> Bool) {
    places = index.buckets.map { list in
      list.indices.reduce(0) { $0 | (isWanted(list[$1]) ? 1 << MarkerOpenings.Places($1) : 0) }
    }
    hasMarkdown = isWanted(NumberingStyle.markdownIndex)
  }
}
