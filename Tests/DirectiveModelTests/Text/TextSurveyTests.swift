import Synchronization
import Testing

@testable import DirectiveModel

/// A text that is looked at while it is read, in blocks.
@Suite struct TextSurveyTests {
  private static let text = TextBytes(Array(String(repeating: "one\r\n工会\n", count: 1000).utf8))

  /// `read` is asked for every block of a text.
  private func survey(
    _ text: TextBytes = text, block: Int = 64, reading read: (Range<Int>) -> Bool
  ) -> TextSurvey? {
    text.withUnsafeBufferPointer { TextSurvey(reading: $0, block: block, read) }
  }

  @Test func looksAtWhatIsRead() throws {
    let read = Guarded<[Range<Int>]>([])
    let survey = survey { block in
      read.withLock { $0.append(block) }
      return true
    }
    let whole = TextSurvey(of: Self.text)
    #expect(try #require(survey).lineStarts == whole.lineStarts)
    #expect(survey?.isWellFormed == true)
    let blocks = read.withLock { $0 }.sorted { $0.lowerBound < $1.lowerBound }
    #expect(blocks.count == Self.text.count / 64)
    #expect(blocks.flatMap { Array($0) } == Array(0..<Self.text.count))
  }

  /// What stands in memory where a block is not read yet is not taken for text.
  @Test(arguments: [UInt8(ascii: "\n"), UInt8(ascii: "\r"), 0x80, 0xC2, 0xFF])
  func looksAtNothingThatIsNotRead(unread: UInt8) {
    let text = TextBytes(Array("\u{85}a\r\nb\r工\u{2028}é😀\n\r\n会工会工会\u{10FFFF}\n".utf8))
    let bytes = Array(text)
    for block in 1...8 {
      let buffer = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: bytes.count)
      buffer.initialize(repeating: unread)
      defer { buffer.deallocate() }
      let survey = TextSurvey(reading: UnsafeBufferPointer(buffer), block: block) { block in
        for place in block { buffer[place] = bytes[place] }
        return true
      }
      #expect(survey?.lineStarts == TextSurvey(of: text).lineStarts, "\(block)")
      #expect(survey?.isWellFormed == true, "\(block)")
    }
  }

  @Test(arguments: [0, 1, text.count / 2, text.count - 1])
  func isNoneWhereABlockCannotBeRead(place: Int) {
    #expect(survey { !$0.contains(place) } == nil)
  }

  /// Each thread finds out once at most.
  @Test func readsNoMoreAfterwards() {
    let tries = Atomic(0)
    let survey = survey { _ in
      tries.add(1, ordering: .relaxed)
      return false
    }
    #expect(survey == nil)
    #expect(tries.load(ordering: .relaxed) <= Chunks.threadCount)
  }

  /// 兀 holds a byte that is the second one of NEL.
  @Test(arguments: ["\r\n", "\r", "\u{85}"])
  func tellsWhetherAllLinesEndAlike(other: String) {
    let line = "words 兀\n"
    #expect(TextSurvey(of: TextBytes("")).hasPlainEnds)
    for count in 0..<12 {
      let plain = String(repeating: line, count: count)
      for text in [plain, plain + "words"] {
        #expect(TextSurvey(of: TextBytes(text)).hasPlainEnds)
        #expect(survey(TextBytes(text), block: 8) { _ in true }?.hasPlainEnds == true)
      }
      for rest in ["", "\n", "words\n", plain] {
        let text = plain + "words" + other + rest
        #expect(!TextSurvey(of: TextBytes(text)).hasPlainEnds, "\(text)")
        #expect(survey(TextBytes(text), block: 8) { _ in true }?.hasPlainEnds == false, "\(text)")
        for text in [text, plain + "words"] {
          let source = Source(text)
          source.withLines { _, lines in
            for number in 1..<lines.count + 1 { #expect(lines[number] == source.line(number), "\(text)") }
          }
        }
      }
    }
  }

  @Test func looksAtAShortTextAtOnce() {
    for count in 0..<16 {
      let text = TextBytes(Array("a\r\nb\n工会工会".utf8.prefix(count)))
      #expect(survey(text, block: 8) { _ in true } != nil)
      #expect(survey(text, block: 8) { _ in false } == nil)
    }
  }

  /// Bytes are looked at many at a time; what matters may stand anywhere among them.
  @Test(arguments: ["\n", "\r\n", "\r", "\u{85}", "\n\n\n", "\r\r\n", "会", "会\n", "\u{10FFFF}", "兀\u{85}\n"])
  func seesWhatStandsAnywhere(piece: String) {
    for size in [100, 128, 129, 200] {
      for place in 0..<size {
        let text =
          Array((String(repeating: "a", count: place) + piece).utf8) + Array(repeating: 0x61, count: size - place)
        let survey = TextSurvey(of: TextBytes(text))
        #expect(survey.lineStarts == lineStarts(of: text), "\(size) \(place)")
        #expect(survey.isWellFormed, "\(size) \(place)")
      }
    }
  }

  @Test(
    arguments: [[0x80], [0xC3], [0xE4, 0xBC], [0xF0, 0x9F, 0x98], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xFF]] as [[UInt8]]
  )
  func seesDamageAnywhere(damaged: [UInt8]) {
    for size in [100, 128, 129, 200] {
      for place in 0...size {
        let text =
          Array(repeating: UInt8(ascii: "a"), count: place) + damaged + Array(repeating: 0x61, count: size - place)
        #expect(!TextSurvey(of: TextBytes(text)).isWellFormed, "\(size) \(place)")
      }
    }
  }

  /// Where lines begin, told byte by byte, and the number of bytes.
  private func lineStarts(of text: [UInt8]) -> [UInt32] {
    let ends = text.indices.dropLast().filter { place in
      switch text[place] {
      case 0x0A: true
      case 0x0D: text[place + 1] != 0x0A
      case 0x85: place > 0 && text[place - 1] == 0xC2
      default: false
      }
    }
    return [0] + ends.map { UInt32($0 + 1) } + [UInt32(text.count)]
  }
}
