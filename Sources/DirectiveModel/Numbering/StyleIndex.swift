/// The table of styles made ready for scanning: patterns as scalars, and for each first scalar the styles to try.
struct StyleIndex: Sendable {
  struct Row: Sendable {
    let index: UInt8
    let kind: NumberingStyle.Kind
    let follow: NumberingStyle.Follow
    let prefixes: [[UInt32]]
    let numerals: [NumeralSystem]
    let suffixes: [[UInt32]]
    /// Whether the marker begins with a Latin word, which must then have a capital.
    let needsCapital: Bool
    /// Whether blanks may stand inside the marker.
    let isLoose: Bool
  }

  let rows: [Row]
  /// For each scalar of the Basic Multilingual Plane, an index into `buckets`; 0 is the empty one.
  let bucketOfScalar: [UInt8]
  let buckets: [[UInt8]]

  static let blanks: UInt32 = 0x20
  static let anyBlanks: UInt32 = 0x7E

  static let all = StyleIndex(NumberingStyle.all)

  init(_ styles: [NumberingStyle]) {
    var rows: [Row] = []
    var stylesOfScalar: [UInt32: [UInt8]] = [:]
    for (index, style) in styles.enumerated() {
      let prefixes = style.prefixes.map(Self.pattern)
      rows.append(
        Row(
          index: UInt8(index), kind: style.kind, follow: style.follow, prefixes: prefixes, numerals: style.numerals,
          suffixes: style.suffixes.map(Self.pattern).sorted { $0.count > $1.count },
          needsCapital: style.kind == .unit || style.kind == .ordinal,
          isLoose: style.suffixes.contains { $0.hasPrefix("~") }))
      if style.kind == .markdown { continue }
      var firsts: Set<UInt32> = []
      for prefix in prefixes {
        if let first = prefix.first {
          firsts.formUnion(Self.bothCases(first))
        } else {
          for numeral in style.numerals { firsts.formUnion(numeral.firstScalars) }
        }
      }
      for first in firsts { stylesOfScalar[first, default: []].append(UInt8(index)) }
    }
    var buckets: [[UInt8]] = [[]]
    var bucketOfScalar = [UInt8](repeating: 0, count: 0x10000)
    for scalar in stylesOfScalar.keys.sorted() where scalar < 0x10000 {
      let list = stylesOfScalar[scalar] ?? []
      let bucket = buckets.firstIndex(of: list) ?? buckets.count
      if bucket == buckets.count { buckets.append(list) }
      bucketOfScalar[Int(scalar)] = UInt8(bucket)
    }
    self.rows = rows
    self.buckets = buckets
    self.bucketOfScalar = bucketOfScalar
  }

  private static func pattern(_ text: String) -> [UInt32] { text.unicodeScalars.map(\.value) }

  private static func bothCases(_ scalar: UInt32) -> [UInt32] {
    switch scalar {
    case 0x61...0x7A, 0xE0...0xFE: [scalar, scalar - 0x20]
    case 0x430...0x44F: [scalar, scalar - 0x20]
    default: [scalar]
    }
  }
}
