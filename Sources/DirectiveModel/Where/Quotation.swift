/// A quoted passage, to be found whatever became of its line ends, blanks, hyphens, widths and quotation marks.
///
/// Text and passage are compared as sequences of folded scalars: blanks, hyphens, quotation marks and invisible characters
/// are left out, fullwidth signs are read as ASCII, and all dashes as one.
public struct Quotation: Sendable {
  let scalars: [UInt32]

  public init(_ text: String) {
    scalars = text.unicodeScalars.compactMap { Self.folded($0.value) }
  }

  /// Whether nothing is left to be found.
  public var isEmpty: Bool { scalars.isEmpty }

  /// The byte ranges of all places where the passage stands, in order; none overlap.
  public func matches(in source: Source) -> [Range<Int>] {
    guard !isEmpty else { return [] }
    var starts: [Int] = []
    var place = 0
    // How many scalars of the passage the text read so far ends in.
    var matched = 0
    let overlaps = self.overlaps
    Self.each(of: source) { scalar, _ in
      while matched > 0, scalars[matched] != scalar { matched = overlaps[matched - 1] }
      if scalars[matched] == scalar { matched += 1 }
      place += 1
      if matched == scalars.count {
        starts.append(place - matched)
        matched = 0
      }
      return true
    }
    let offsets = Self.offsets(of: starts.flatMap { [$0, $0 + scalars.count - 1] }, in: source)
    return stride(from: 0, to: offsets.count, by: 2).map { offsets[$0].lowerBound..<offsets[$0 + 1].upperBound }
  }

  /// For each beginning of the passage how much of it is also its end, so that no scalar of a text is looked at twice
  /// (Knuth, Morris and Pratt).
  private var overlaps: [Int] {
    var overlaps = [0]
    for scalar in scalars.dropFirst() {
      var length = overlaps[overlaps.count - 1]
      while length > 0, scalars[length] != scalar { length = overlaps[length - 1] }
      overlaps.append(scalars[length] == scalar ? length + 1 : 0)
    }
    return overlaps
  }

  /// The whole text folded.
  static func foldedScalars(of source: Source) -> [UInt32] {
    var scalars: [UInt32] = []
    scalars.reserveCapacity(source.bytes.count / 2)
    each(of: source) { scalar, _ in
      scalars.append(scalar)
      return true
    }
    return scalars
  }

  /// The bytes of folded scalars, which are given by their places in ascending order.
  static func offsets(of places: [Int], in source: Source) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var place = 0
    each(of: source) { _, range in
      while ranges.count < places.count, places[ranges.count] == place { ranges.append(range) }
      place += 1
      return ranges.count < places.count
    }
    return ranges
  }

  /// Calls `body` with each folded scalar and its bytes, until it answers false.
  private static func each(of source: Source, _ body: (UInt32, Range<Int>) -> Bool) {
    var index = 0
    while let (scalar, length) = UTF8Scalar.decode(source.bytes, at: index, before: source.bytes.count) {
      if let folded = folded(scalar.value), !body(folded, index..<index + length) { return }
      index += length
    }
  }

  /// What a scalar is compared as; nil for what is left out.
  static func folded(_ value: UInt32) -> UInt32? {
    if value < 0x80 {
      switch value {
      case 0..<0x21, 0x22, 0x27, 0x2D, 0x60: return nil
      default: return value
      }
    }
    switch value {
    case 0x2018...0x201F, 0x2039, 0x203A, 0xAB, 0xBB, 0x300C...0x300F, 0x301D...0x301F, 0xFF02, 0xFF07, 0xFF62, 0xFF63:
      return nil
    case 0x2012...0x2015, 0x2212: return 0x2014
    case 0x2010, 0x2011, 0xAD, 0xFF0D, 0x200C, 0x200D, 0x2060, 0xFE00...0xFE0F: return nil
    case 0xFF01...0xFF5E: return value - 0xFEE0
    default: return Unicode.Scalar(value).map(Whitespace.isBlank) == true ? nil : value
    }
  }
}
