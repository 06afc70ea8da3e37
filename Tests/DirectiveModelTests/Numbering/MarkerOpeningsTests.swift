import Testing

@testable import DirectiveModel

/// No style is passed over that could read what stands there.
@Suite struct MarkerOpeningsTests {
  /// Markers of a style: all ways to write its first numbers between its prefixes and suffixes, in both cases.
  private static func markers(of style: NumberingStyle) -> [String] {
    var markers: [String] = []
    for numeral in style.numerals {
      for prefix in style.prefixes {
        for number in numerals(numeral) {
          for suffix in style.suffixes {
            let written = prefix + number + suffix
            let marker = written.replacing("~", with: "")
            let capital = marker.prefix(1).uppercased() + marker.dropFirst()
            let spaced = written.replacing("~", with: " ").replacing(" ", with: " \u{3000}")
            markers += [spaced + " x", spaced.prefix(1).uppercased() + spaced.dropFirst() + ": X"]
            markers += [marker + " x", marker.uppercased() + " X", capital + "\tX", capital + "x", capital + " 　字"]
            markers += [capital, capital + ": X", capital + "—X", capital + "字", number + "a" + suffix + " X"]
            markers += [
              capital + "-1 X", capital + "-x", number + "-1" + suffix + " X", number + "-bis" + suffix + " X",
            ]
            markers += [capital + ".1 X", number + ".1" + suffix + " X"]
          }
        }
      }
    }
    return markers
  }

  private static func numerals(_ numeral: NumeralSystem) -> [String] {
    switch numeral {
    case .words(let sequence): sequence.words.map(\.word.description)
    case .decimalPath: ["1.2", "A.1", "B.1.2"]
    case .frenchArticle: ["L311-3", "R*132-6-1", "D. 113-1", "1"]
    case .none: [""]
    default: (1...60).compactMap(numeral.write)
    }
  }

  /// Headings of Markdown are told without asking for their first character.
  private static let styles = NumberingStyle.all.indices.filter { $0 != NumberingStyle.markdownIndex }

  @Test(arguments: styles)
  func keepEveryStyleThatReadsAMarker(style: Int) {
    let index = StyleIndex.all
    var kept = 0
    for marker in Self.markers(of: NumberingStyle.all[style]) {
      Array(marker.utf8).withUnsafeBufferPointer { bytes in
        guard let base = bytes.baseAddress else { return }
        let text = FoldedText(base: base, count: bytes.count)
        let bucket = Int(index.bucketOfScalar[Int(text.scalar(at: 0, before: bytes.count).value)])
        guard let place = index.buckets[bucket].firstIndex(of: UInt8(style)) else { return }
        var scanner = MarkerScanner(text, styles: index)
        scanner.read(index.rows[style], at: 0, before: bytes.count)
        guard !scanner.found.readings.isEmpty else { return }
        let places = MarkerOpenings.all.places(bucket, text, at: 0, before: bytes.count)
        #expect(places >> UInt64(place) & 1 == 1, "\(marker)")
        kept += 1
      }
    }
    #expect(kept > 0, "\(NumberingStyle.all[style])")
  }

  /// What begins as markers do, and how many styles are tried there.
  @Test(arguments: [
    ("(aa) x", ["(a)", "(aa)"]), ("(b) x", ["(a)"]), ("(with x", []), ("bb) x", ["a)", "aa)"]), ("b) x", ["a)"]),
    ("The first is", ["The first is"]), ("The fire is", []), ("THE   fourth", ["The first is"]), ("The law", []),
    ("One is to", ["One is to"]), ("One Microsoft Way", []), ("and first of all", ["First,"]), ("and its", []),
    ("0-1   0", ["２　", "1 "]), ("3.1 Scope", ["1.1"]), ("3. Scope", ["1."]),
  ])
  func areFew(line: String, styles: [String]) {
    Array(line.utf8).withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress else { return }
      let text = FoldedText(base: base, count: bytes.count)
      let bucket = Int(StyleIndex.all.bucketOfScalar[Int(text.scalar(at: 0, before: bytes.count).value)])
      let places = MarkerOpenings.all.places(bucket, text, at: 0, before: bytes.count)
      let tried = StyleIndex.all.buckets[bucket].enumerated().filter { places >> UInt64($0.offset) & 1 == 1 }
        .map { NumberingStyle.all[Int($0.element)].name }
      #expect(tried == styles)
    }
  }
}
