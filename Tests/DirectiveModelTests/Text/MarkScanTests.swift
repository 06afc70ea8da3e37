import Testing

@testable import DirectiveModel

@Suite struct MarkScanTests {
  /// A text longer than sixteen bytes, so that both ways of looking are gone.
  static let texts = [
    "", ".", "a.", "no mark is in this text of some length", "one. two", "图书馆的规定，读者应当遵守。",
    "あいうえおかきくけこさしすせそ。たちつてと", "sixteen letters!", "fifteen letter?s and more！", "…—…—…—…—…–…、", "x。", "。",
  ]

  @Test(arguments: texts)
  func findsEveryMark(text: String) {
    expectMarks([[".", "!"], ["?"], ["。", "、"], ["！", "？"], ["—"]], in: text)
  }

  @Test(arguments: [
    "", "sec", "a second word", "SECOND and Second, behind one another: second", "第二十二条所称图书馆，其次是读者",
    "(2) and two, which are twenty, 2) 2", "二", "、二", "sixteen letters二!", "other words of some length, and then two",
  ])
  func findsEveryWord(text: String) { expectMarks([["sec"], ["two"], ["2)", "2 "], ["二", "其次"]], in: text) }

  /// Of marks, the first three bytes count.
  private func expectMarks(_ kinds: [[String]], in text: String) {
    let scan = MarkScan(kinds: kinds)
    let bytes = Array(text.utf8)
    let lowercased = Array(text.lowercased().utf8)
    let expected = bytes.indices.filter { index in
      kinds.joined().contains { lowercased[index...].starts(with: $0.utf8.prefix(3)) }
    }
    bytes.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return }
      let folded = FoldedText(base: base, count: buffer.count)
      for limit in 0...bytes.count {
        var found: [Int] = []
        var index = 0
        while true {
          index = scan.next(in: folded, from: index, before: limit)
          guard index < limit else { break }
          if expected.contains(index) { found.append(index) }  // others resemble a mark
          index += 1
        }
        #expect(found == expected.filter { $0 < limit }, "before \(limit)")
      }
    }
  }
}
