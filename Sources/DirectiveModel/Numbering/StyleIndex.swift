/// The table of styles made ready for scanning: for each first scalar the styles to try, patterns as scalars.
///
/// Made once and never freed: the scanner reads it through pointers, so that trying a style counts no references.
struct StyleIndex: @unchecked Sendable {
  struct Row {
    let index: UInt8
    let kind: NumberingStyle.Kind
    let follow: NumberingStyle.Follow
    /// Whether a name leaves no doubt about what it is; no other style is tried after it.
    let isNamed: Bool
    /// Whether the marker begins with a Latin word, which must then have a capital.
    let needsCapital: Bool
    /// Whether the unit is written in Chinese characters: `第三章`.
    let isChineseUnit: Bool
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
    let rows = styles.enumerated().map { Self.row($0.offset, $0.element) }
    // Which style begins with which scalar, style by style for each scalar.
    let firsts = rows.flatMap { row in
      MarkerBeginnings.firsts(of: row).map { UInt64($0) << 8 | UInt64(row.index) }
    }.sorted()
    var buckets: [[UInt8]] = [[]]
    var bucketOfStyles: [[UInt8]: UInt8] = [:]
    var bucketOfScalar = [UInt8](repeating: 0, count: 0x10000)
    for (scalar, list) in Self.grouped(firsts) where scalar < 0x10000 {
      let bucket = bucketOfStyles[list] ?? UInt8(buckets.count)
      if bucketOfStyles.updateValue(bucket, forKey: list) == nil { buckets.append(list) }
      bucketOfScalar[scalar] = bucket
    }
    precondition(buckets.allSatisfy { $0.count <= 64 }, "at most 64 styles begin with one scalar")
    self.rows = Self.keep(rows)
    self.bucketOfScalar = Self.keep(bucketOfScalar)
    self.buckets = Self.keep(buckets.map(Self.keep))
  }

  /// What stands behind each number in a sorted list of numbers with a byte behind them, each byte once.
  private static func grouped(_ sorted: [UInt64]) -> [(number: Int, bytes: [UInt8])] {
    var groups: [(number: Int, bytes: [UInt8])] = []
    for element in sorted {
      let (number, byte) = (Int(element >> 8), UInt8(truncatingIfNeeded: element))
      if groups.last?.number != number {
        groups.append((number, [byte]))
      } else if groups[groups.count - 1].bytes.last != byte {
        groups[groups.count - 1].bytes.append(byte)
      }
    }
    return groups
  }

  private static func row(_ index: Int, _ style: NumberingStyle) -> Row {
    let prefixes = style.prefixes.map(pattern)
    let suffixes = style.suffixes.map(pattern).sorted { $0.count > $1.count }
    return Row(
      index: UInt8(index), kind: style.kind, follow: style.follow,
      isNamed: style.kind == .unit && !style.isParagraph,
      needsCapital: style.kind == .unit || style.kind == .ordinal || style.kind == .boundary && style.rank == 1,
      isChineseUnit: style.kind == .unit && prefixes.first?.first == 0x7B2C,
      sign: prefixes.first?.first ?? 0, mark: suffixes.first?.last ?? 0, prefixes: keep(prefixes.map(keep)),
      numerals: keep(style.numerals), suffixes: keep(suffixes.map(keep)))
  }

  static func keep<Element>(_ elements: [Element]) -> UnsafeBufferPointer<Element> {
    let buffer = UnsafeMutableBufferPointer<Element>.allocate(capacity: elements.count)
    _ = buffer.initialize(from: elements)
    return UnsafeBufferPointer(buffer)
  }

  private static func pattern(_ text: String) -> [UInt32] { text.unicodeScalars.map(\.value) }
}
