import Glibc
import TestSupport
import Testing

@testable import DirectiveModel

@Suite struct DecoderTests {
  private let text = "一、改革 and reform\r\n（一）开放\n"

  @Test func readsUTF8WithAndWithoutAMark() throws {
    let plain = try Decoder.source(from: Array(text.utf8))
    let marked = try Decoder.source(from: Array("\u{FEFF}\(text)".utf8))
    #expect(plain.bytes == TextBytes(text))
    #expect(marked.bytes == plain.bytes)
    #expect(marked.decoding == Decoding(.utf8, hasByteOrderMark: true))
  }

  @Test func readsUTF16InBothOrders() throws {
    let units = Array(text.utf16)
    let little: [UInt8] = [0xFF, 0xFE] + units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] as [UInt8] }
    let big: [UInt8] = [0xFE, 0xFF] + units.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] as [UInt8] }
    #expect(try Decoder.source(from: little).bytes == TextBytes(text))
    #expect(try Decoder.source(from: big).bytes == TextBytes(text))
    #expect(try Decoder.source(from: big).decoding.encoding == .utf16BigEndian)
  }

  @Test func readsGB18030() throws {
    let bytes: [UInt8] = [0xD2, 0xBB, 0xA1, 0xA2, 0xB8, 0xC4, 0xB8, 0xEF, 0x0A]
    let source = try Decoder.source(from: bytes)
    #expect(source.string(0..<source.bytes.count) == "一、改革\n")
    #expect(source.decoding.encoding == .gb18030)
  }

  /// A converter holds a letter back that may be followed by a mark.
  @Test func keepsTheLastLetter() throws {
    let bytes = Array("1. ".utf8) + [0x88, 0x66]
    #expect(try Decoder.source(from: bytes, encoding: .big5).bytes == TextBytes("1. Ê"))
    let damaged = bytes + [0xFF] + Array("x".utf8)
    #expect(try Decoder.source(from: damaged, encoding: .big5).bytes == TextBytes("1. Ê\u{FFFD}x"))
  }

  @Test func keepsDamagedBytesOfAUTF8File() throws {
    let bytes = Array("中文中文中文".utf8) + [0xFF] + Array("中文".utf8) + [0xE4]
    #expect(try Decoder.source(from: bytes).bytes == TextBytes(bytes))
  }

  @Test func fallsBackToLatin1() throws {
    let source = try Decoder.source(from: Array("caf".utf8) + [0xE9] as [UInt8] + Array(" noir\n".utf8))
    #expect(source.string(0..<source.bytes.count) == "café noir\n")
  }

  /// Short, mostly English, or of rare characters: what a detector that counts gets wrong.
  @Test(
    "The encoding is told, also of short texts and rare characters",
    arguments: [
      (TextEncoding.gb18030, "第一条 为了规范"), (.gb18030, "总则"), (.gb18030, "工会"), (.gb18030, "联通"),
      (.gb18030, "The report of 人民日报 said so.\nIn the second line nothing.\n"), (.gb18030, "name: 朱镕基, 陶喆\n"),
      (.gb18030, "1. 镕\n"), (.gb18030, "鱻鱻鱻"), (.gb18030, "䶮\n"), (.gb18030, "hello 𠮷 world\n"),
      (.gb18030, "see § 3 of 条例"),
      (.gb18030, "“Quotes” and it’s — fine\nin English throughout.\n"), (.gb18030, "Müller, Straße, Köln\n"),
      (.big5, "第一條 為了規範"), (.big5, "勞動基準法"), (.big5, "only the word 中國 here"), (.shiftJIS, "労働基準法"),
      (.shiftJIS, "第一条 この法律は"), (.shiftJIS, "テスト"), (.eucJP, "日本国憲法は"), (.eucKR, "대한민국 헌법"),
      (.eucKR, "제1장 총칙\n제1조(목적) 이 법은 근로조건의 기준을 정한다."), (.windows(1252), "“Quotes” and it’s — fine…"),
      (.latin1, "§ 1 Die Würde des Menschen"), (.latin1, "El niño está aquí."), (.latin1, "DÉCRET N° 12"),
      (.latin1, "Zürich"),
      (
        .windows(1250),
        "Rzeczpospolita Polska jest dobrem wspólnym wszystkich obywateli, każdy człowiek jest wolny; źródłami są ustawy."
      ),
      (.windows(1251), "Статья 1. Настоящий закон определяет порядок."),
      (.windows(1253), "Άρθρο 1. Το παρόν νόμος ορίζει τις αρχές και τους κανόνες της εργασίας."),
      (
        .windows(1254),
        "Madde 1. Bu Kanunun amacı işçilerin çalışma şartlarını düzenlemektir; doğum, şehir, güneş, ağaç."
      ),
      (.windows(1255), "סעיף 1. חוק זה בא לקבוע את זכויות העובדים ואת חובות המעסיקים."),
      (.windows(1256), "المادة 1. يهدف هذا القانون إلى تنظيم علاقات العمل بين العمال وأصحاب العمل."),
      (.utf16LittleEndian, "第一条 总则\n"), (.utf16BigEndian, "hello world\n"), (.utf32LittleEndian, "中国\n"),
    ] as [(TextEncoding, String)])
  func tells(encoding: TextEncoding, text: String) throws {
    let source = try Decoder.source(from: encoded(text, in: encoding))
    #expect(source.string(0..<source.bytes.count) == text, "read as \(source.decoding.encoding.name)")
    #expect(source.decoding.damagedCount == 0)
  }

  /// What `--encoding` may be given, for every encoding that is told.
  @Test(
    "The name of an encoding decodes it",
    arguments: [
      ("utf-8", .utf8, "第一条 总则"), ("UTF-16LE", .utf16LittleEndian, "第一条 总则"),
      ("utf-16be", .utf16BigEndian, "第一条 总则"), ("UTF-32LE", .utf32LittleEndian, "第一条 总则"),
      ("utf-32be", .utf32BigEndian, "第一条 总则"), ("gb18030", .gb18030, "第一条 镕𠮷"), ("GBK", .gb18030, "第一条 总则"),
      ("gb2312", .gb18030, "第一条 总则"), ("big5", .big5, "第一條 總則"), ("Shift_JIS", .shiftJIS, "第一条 総則"),
      ("sjis", .shiftJIS, "第一条 総則"), ("euc-jp", .eucJP, "第一条 総則"), ("euc-kr", .eucKR, "제1조 총칙"),
      ("windows-1250", .windows(1250), "źródłami"), ("cp1251", .windows(1251), "Статья 1"),
      ("windows-1252", .windows(1252), "“Quotes” — fine"), ("windows-1253", .windows(1253), "Άρθρο 1"),
      ("windows-1254", .windows(1254), "güneş"), ("windows-1255", .windows(1255), "סעיף"),
      ("windows-1256", .windows(1256), "المادة"), ("windows-1257", .windows(1257), "žodis"),
      ("latin1", .latin1, "§ 1 Würde"), ("iso-8859-1", .latin1, "§ 1 Würde"),
    ] as [(String, TextEncoding, String)])
  func decodes(name: String, encoding: TextEncoding, text: String) throws {
    let named = TextEncoding(named: name)
    #expect(named == encoding)
    let source = try Decoder.source(from: encoded(text, in: encoding), encoding: named)
    #expect(source.string(0..<source.bytes.count) == text)
    #expect(source.decoding.damagedCount == 0)
  }

  /// There is no Korean genre among the reference documents.
  @Test(arguments: [nil, TextEncoding.eucKR])
  func readsAKoreanDocumentInItsOwnEncoding(_ named: TextEncoding?) throws {
    let text = """
      도서관 이용 규정

      제1장 총칙

      제1조(목적) 이 규정은 도서관의 이용에 필요한 사항을 정한다.

      제2조(개관 시간) ① 도서관은 매일 아홉 시에 연다.

      ② 일요일에는 열지 아니한다.

      제2장 대출

      제3조(대출) 도서는 두 주 동안 빌릴 수 있다.

      """
    let plain = Document(source: Source(text))
    let legacy = Document(source: try Decoder.source(from: encoded(text, in: .eucKR), encoding: named))
    #expect(legacy.source.decoding.encoding == .eucKR)
    #expect(legacy.source.bytes == plain.source.bytes)
    #expect(legacy.outline.points == plain.outline.points)
    #expect(legacy.outline.numberedCount >= 5)
  }

  @Test func countsAndShowsDamagedBytes() throws {
    var bytes = try encoded("第一条 为了规范用工，保护劳动者。\n第二条 中华人民共和国境内的企业适用本法。\n", in: .gb18030)
    bytes.insert(0xFF, at: 2)
    let source = try Decoder.source(from: bytes)
    #expect(source.decoding.encoding == .gb18030)
    #expect(source.decoding.damagedCount == 1)
    #expect(source.string(0..<source.bytes.count).hasPrefix("第\u{FFFD}一条"))
    #expect(try Decoder.source(from: Array("中文中文".utf8) + [0xFF]).decoding.damagedCount == 1)
  }

  @Test func takesTheEncodingItIsTold() throws {
    let bytes = try encoded("Привет", in: .windows(1251))
    let source = try Decoder.source(from: bytes, encoding: TextEncoding(named: "latin1"))
    #expect(source.string(0..<source.bytes.count) == "Ïðèâåò")
    #expect(TextEncoding(named: "gbk") == .gb18030)
    #expect(TextEncoding(named: "KOI8-R")?.name == "KOI8-R")
    #expect(TextEncoding(named: "klingon") == nil)
    #expect(TextEncoding(named: "UTF-8//TRANSLIT") == nil)
  }

  @Test func leavesOutTheUnfinishedEndOfATextThatGrows() throws {
    let bytes = Array("一、改革".utf8)
    for end in 1..<bytes.count {
      let source = try Decoder.source(from: Array(bytes[..<max(3, end)]), isComplete: false)
      #expect("一、改革".hasPrefix(source.string(0..<source.bytes.count)))
    }
    let legacy = try encoded("一、改革和开放\n", in: .gb18030)
    let cut = try Decoder.source(from: Array(legacy.dropLast(2)), isComplete: false)
    #expect(cut.string(0..<cut.bytes.count) == "一、改革和开")
  }

  @Test(
    .enabled(if: Corpus.isPresent, "the reference documents are not beside the project"),
    arguments: [
      ("zh-law", [.gb18030, .utf16LittleEndian, .utf16BigEndian, .utf32BigEndian]), ("zh-notice", [.gb18030]),
      ("zh-policy", [.gb18030]), ("zh-report", [.gb18030]), ("zh-tw-law", [.big5, .gb18030, .utf16LittleEndian]),
      ("ja-law", [.shiftJIS, .eucJP, .gb18030]), ("de-law", [.windows(1252), .latin1, .gb18030]),
      ("fr-code", [.windows(1252), .latin1, .gb18030]), ("en-act", [.windows(1252), .gb18030]),
      ("en-eu", [.windows(1252), .gb18030]), ("en-rfc", [.utf16BigEndian]), ("md-doc", [.windows(1252), .gb18030]),
    ] as [(String, [TextEncoding])])
  func readsTheCorpusInEveryEncoding(genre: String, encodings: [TextEncoding]) throws {
    var count = 0
    for document in try Corpus.documents().filter({ $0.hasPrefix("dev/\(genre)/") }).prefix(4) {
      let text = String(decoding: try Corpus.bytes(of: document), as: UTF8.self)
      for encoding in encodings {
        guard let bytes = try? encoded(text, in: encoding) else { continue }
        let source = try Decoder.source(from: bytes)
        #expect(source.bytes.elementsEqual(text.utf8), "\(document), \(encoding.name) as \(source.decoding)")
        count += 1
      }
    }
    #expect(count >= encodings.count)
  }

  @Test(
    arguments: [
      ([], Unreadable.empty), ([0x20, 0x0A, 0xE3, 0x80, 0x80], .empty), ([0xEF, 0xBB, 0xBF], .empty),
      ([0x7F, 0x45, 0x4C, 0x46, 2, 1, 1, 0, 0, 0, 0, 0], .notText),
    ] as [([UInt8], Unreadable)])
  func refuses(bytes: [UInt8], reason: Unreadable) {
    #expect(throws: reason) { try Decoder.source(from: bytes) }
  }

  /// Of every length around those that are looked at together, and with what no text holds at each place.
  @Test func countsControlCharacters() {
    for count in [31, 32, 33, 149, 150, 151, 32 * 255 + 63] {
      let limit = max(2, count / 50)
      for place in [0, 1, 15, 31, 32, count - 5] where place + limit + 1 <= count && place >= 0 {
        var bytes = (0..<count).map { [0x61, 0x0A, 0xE4, 0x1B, 0x09, 0x20][$0 % 6] as UInt8 }
        for offset in 0..<limit { bytes[place + offset] = [0x00, 0x07, 0x0E, 0x1A, 0x1C, 0x1F][offset % 6] }
        #expect(!Decoder.looksBinary(TextBytes(bytes)), "\(limit) of \(count)")
        bytes[place + limit] = 1
        #expect(Decoder.looksBinary(TextBytes(bytes)), "\(limit + 1) of \(count), from \(place) on")
      }
    }
  }
}

private struct CannotEncode: Error {}

/// `text` in an encoding, by `iconv(3)`.
private func encoded(_ text: String, in encoding: TextEncoding) throws -> [UInt8] {
  guard let converter = iconv_open(encoding.converters[0], "UTF-8"), converter != iconv_t(bitPattern: -1) else {
    throw CannotEncode()
  }
  defer { iconv_close(converter) }
  var input = Array(text.utf8)
  var output = [UInt8](repeating: 0, count: input.count * 4 + 16)
  let written = try input.withUnsafeMutableBytes { source in
    try output.withUnsafeMutableBytes { target in
      var from = source.baseAddress?.assumingMemoryBound(to: CChar.self)
      var left = source.count
      var to = target.baseAddress?.assumingMemoryBound(to: CChar.self)
      var room = target.count
      guard iconv(converter, &from, &left, &to, &room) == 0 else { throw CannotEncode() }
      return target.count - room
    }
  }
  return Array(output[..<written])
}
