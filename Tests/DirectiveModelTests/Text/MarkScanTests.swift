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
    let marks = ".?!。！？、—"
    let scan = MarkScan(marks)
    let bytes = Array(text.utf8)
    var expected: [Int] = []
    var offset = 0
    for scalar in text.unicodeScalars {
      if marks.unicodeScalars.contains(scalar) { expected.append(offset) }
      offset += String(scalar).utf8.count
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
