import CTextScan
import Testing

/// Scans find the same with whatever the processor can do, in good texts and damaged ones of all lengths.
@Suite(.serialized) struct ScanProcessorTests {
  private static let processors = [SCAN_BYTES, SCAN_AVX2, SCAN_AVX512]

  private static let pieces: [[UInt8]] = [
    "union. ", "Second, the", " two!", "ÀÉ", "工会", "。", "，", "！", "\n", "\n", "\r\n", "\r", "\u{85}", "\t", "\u{0C}",
    "\u{1}", "\u{1B}", "\u{7F}", "😀", "\u{2003}", "ſecond", "ｓｅ", "Ｓｅ", "     ",
    "0123456789012345678901234567890123456789",
  ].map { Array($0.utf8) }

  private static let damage: [[UInt8]] = [
    [0x80], [0xC2], [0xE5, 0xB7], [0xF0, 0x9F, 0x98], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xC1, 0xBF],
    [0xFF],
    [0xE0, 0x80, 0x80],
  ]

  /// Texts of up to some hundred bytes, every third of them damaged; the same each time.
  private static let texts: [[UInt8]] = (0..<300).map { number in
    var seed = UInt64(number) &* 0x9E37_79B9_7F4A_7C15 | 1
    func next(_ count: Int) -> Int {
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(seed >> 33) % count
    }
    let pieces = number % 3 == 0 ? pieces + damage : pieces
    return (0..<next(60)).flatMap { _ in pieces[next(pieces.count)] }
  }

  /// What a scan finds in each text, which must be the same with every processor.
  private func expectSame<Found: Equatable>(
    _ found: (UnsafePointer<UInt8>, Int) -> Found, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    defer { scan_processor_limit(SCAN_AVX512) }
    for text in Self.texts {
      let all = Self.processors.map { processor in
        scan_processor_limit(processor)
        return (text + [0]).withUnsafeBufferPointer { found($0.baseAddress!, text.count) }
      }
      for (found, processor) in zip(all, Self.processors) {
        #expect(found == all[0], "\(processor): \(text)", sourceLocation: sourceLocation)
      }
    }
  }

  /// All places that `next` finds from one to the next, between each beginning and each end.
  private func places(_ count: Int, _ next: (_ from: Int, _ limit: Int) -> Int) -> [[Int]] {
    stride(from: 0, through: count, by: 7).map { limit in
      var places: [Int] = []
      var from = limit % 5
      while from < limit {
        from = next(from, limit)
        places.append(from)
        from += 1
      }
      return places
    }
  }

  @Test func isLimitedToWhatIsAllowed() {
    defer { scan_processor_limit(SCAN_AVX512) }
    for processor in Self.processors { #expect(scan_processor_limit(processor).rawValue <= processor.rawValue) }
    #expect(scan_processor_limit(SCAN_BYTES) == SCAN_BYTES)
  }

  @Test func countsTheSameControlCharacters() { expectSame { control_scan_count($0, $1) } }

  @Test func countsTheSameColumns() {
    expectSame { text, count in
      (0...count).flatMap { place in [columns_scan(text, 0, place, count), columns_scan(text, place, count, count)] }
    }
  }

  @Test(arguments: ["工会", "。", "n", "second, the", "\n"])
  func findsTheSameLiterals(needle: String) {
    let needle = Array(needle.utf8)
    expectSame { text, count in
      places(count) { from, limit in literal_scan_next(needle, needle.count, text, from, limit) }
    }
  }

  @Test(arguments: [UInt8(0x20), 0])
  func findsTheSameWords(fold: UInt8) {
    // Second: the long s is another s, and ｓ is EF BD 93.
    var scan = word_scan(
      fold: fold, first: 0x73, second_fold: fold, second: 0x65, any_second: 0, wide_lower: 0x93, wide_upper: 0xB3,
      other_first: 0xC5, other_second: 0xBF)
    for anySecond: UInt8 in [0, 1] {
      scan.any_second = anySecond
      expectSame { text, count in
        places(count) { from, limit in word_scan_next(&scan, text, from, limit, count) }
      }
    }
  }

  @Test(arguments: [[".", "!"], [". ", "! "], ["sec", "two", "工会"], ["。", "！", "，", "a"]])
  func findsTheSameMarks(marks: [String]) {
    var scan = mark_scan()
    for (kind, mark) in marks.enumerated() { mark_scan_add(&scan, UInt32(kind), Array(mark.utf8), mark.utf8.count) }
    expectSame { text, count in places(count) { from, limit in mark_scan_next(&scan, text, from, limit, count) } }
  }

  @Test func findsTheSameLines() {
    expectSame { text, count in
      var starts = [UInt32](repeating: 0, count: count + 2)
      var signs = survey(is_well_formed: true, has_plain_ends: true)
      let lines = survey_scan(text, 0, count, count, &starts, &signs)
      return starts.prefix(lines).map { Int($0) } + [signs.has_plain_ends ? 1 : 0]
    }
  }

  /// Where a byte is looked at after the other, nobody knows.
  @Test(arguments: [SCAN_AVX2, SCAN_AVX512])
  func tellsWhetherATextIsWellFormed(processor: scan_processor) {
    defer { scan_processor_limit(SCAN_AVX512) }
    guard scan_processor_limit(processor) != SCAN_BYTES else { return }
    for text in Self.texts {
      var starts = [UInt32](repeating: 0, count: text.count + 2)
      var signs = survey(is_well_formed: true, has_plain_ends: true)
      _ = survey_scan(text, 0, text.count, text.count, &starts, &signs)
      #expect(signs.is_well_formed == (String(validating: text, as: UTF8.self) != nil), "\(text)")
    }
  }
}
