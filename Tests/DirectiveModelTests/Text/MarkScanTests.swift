import Testing

@testable import DirectiveModel

@Suite struct MarkScanTests {
  @Test(arguments: [
    "", ".", "a.", "no mark is in this text of some length", "one. two", "图书馆的规定，读者应当遵守。",
    "あいうえおかきくけこさしすせそ。たちつてと", "sixteen letters!", "fifteen letter?s and more！", "…—…—…—…—…–…、", "x。", "。",
  ])
  func findsEveryMark(text: String) {
    expectMarks([[".", "!"], ["?"], ["。", "、"], ["！", "？"], ["—"]], in: text)
  }

  @Test(arguments: [
    "", "sec", "a second word", "SECOND and Second, behind one another: second", "第二十二条所称图书馆，其次是读者",
    "(2) and two, which are twenty, 2) 2", "二", "、二", "sixteen letters二!", "other words of some length, and then two",
  ])
  func findsEveryWord(text: String) { expectMarks([["sec"], ["two"], ["2)", "2 "], ["二", "其次"]], in: text) }

  /// Marks are looked for one by one in a short text, and at the end of any: so the text stands alone, and at each of 64
  /// places of a long one, where they are looked for 64 places at a time.
  private func expectMarks(_ kinds: [[String]], in text: String) {
    let scan = MarkScan(kinds: kinds)
    expectMarks(scan, kinds.joined(), Array(text.utf8))
    for place in 0..<64 {
      let before = String(repeating: "x", count: place)
      expectMarks(scan, kinds.joined(), Array((before + text + String(repeating: "x", count: 100)).utf8))
    }
  }

  /// Of marks, the first three bytes count.
  private func expectMarks(_ scan: MarkScan, _ marks: some Sequence<String>, _ bytes: [UInt8]) {
    let lowercased = Array(String(decoding: bytes, as: UTF8.self).lowercased().utf8)
    let expected = bytes.indices.filter { index in
      marks.contains { lowercased[index...].starts(with: $0.utf8.prefix(3)) }
    }
    bytes.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return }
      let folded = FoldedText(base: base, count: buffer.count)
      for limit in 0...bytes.count {
        var found: [Int] = []
        var index = scan.next(in: folded, from: 0, before: limit)
        while index < limit {
          if expected.contains(index) { found.append(index) }  // others resemble a mark
          index = scan.next(in: folded, from: index + 1, before: limit)
        }
        #expect(found == expected.filter { $0 < limit }, "before \(limit) of \(bytes.count)")
      }
    }
  }
}
