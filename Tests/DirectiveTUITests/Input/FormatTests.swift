import DirectiveModel
import Foundation
import TestSupport
import Testing

@testable import DirectiveTUI

private let article = """
  ---
  title: 关于加强阅览室工作的通知
  ---

  # 总则

  为了*规范*[管理](http://example.org/a)，“保护”书籍。

  1. 延长开放时间
  2. 爱护书籍

      (a) 修补
      (b) 编目

  # 附则

  一、自公布之日起施行。
  """

private let expected = """
  # 关于加强阅览室工作的通知

  ## 总则

  为了规范管理，“保护”书籍。

  1. 延长开放时间

  2. 爱护书籍

      a. 修补
      b. 编目

  ## 附则

  一、自公布之日起施行。

  """

private let page = """
  <!DOCTYPE html><html><head><meta charset="CHARSET"><title>关于印发办法的通知_国务院文件_门户网</title></head><body>
  <header><a href="/">首页</a> <a href="/a">新闻</a></header>
  <nav><ul><li><a href="/x">机构</a></li><li><a href="/y">政策</a></li></ul></nav>
  <div class="crumb">当前位置：<a href="/">首页</a> &gt; <a href="/p">政策</a></div>
  <div id="wrap"><div class="share"><a href="/s">分享到微博</a></div>
  <div class="content"><h1>关于印发办法的通知</h1><p>各省、自治区：</p><p>一、总体要求</p><p>深入贯彻<a href="/l">办法</a>，全面落实。</p>
  <p>二、工作安排</p><p>各地要按照要求认真组织实施，确保取得实效。</p></div>
  <aside><h3>相关链接</h3><ul><li><a href="/1">另一通知</a></li><li><a href="/2">又一通知</a></li></ul></aside></div>
  <footer>版权所有：门户网 <a href="/c">联系我们</a></footer></body></html>
  """

@Suite struct FormatTests {
  private func read(
    _ file: URL, _ options: DocumentReading.Options = DocumentReading.Options()
  ) throws -> (text: String, formats: [String]) {
    let reading = try DocumentReading(.file(file.path), options)
    try reading.finish()
    let source = try reading.source()
    return (source.string(0..<source.bytes.count), reading.formats.map(\.name))
  }

  @Test(
    .enabled(if: Tool.isPresent("pandoc"), "not installed: what makes the files for this test"),
    arguments: ["docx", "odt", "rtf", "epub"])
  func keepsHeadingsAndNumbers(format: String) throws {
    try Folder.temporary { folder in
      try Data(article.utf8).write(to: folder.appendingPathComponent("article.md"))
      try Tool.run("pandoc", ["-s", "article.md", "-o", "article.\(format)"], in: folder)
      // The name tells nothing: the content does.
      let file = folder.appendingPathComponent("article.txt")
      try FileManager.default.moveItem(at: folder.appendingPathComponent("article.\(format)"), to: file)
      let (text, formats) = try read(file)
      #expect(formats == [format])
      let document = Document(source: Source(text))
      #expect(document.title == "关于加强阅览室工作的通知")
      let headings = document.outline.points.indices.dropFirst().prefix(6).map { document.label(of: $0, in: .english) }
      #expect(headings == ["总则", "延长开放时间", "爱护书籍", "修补", "编目", "附则"])
      if format == "docx" { #expect(text == expected) }
    }
  }

  @Test(
    .enabled(if: Tool.isPresent("pandoc"), "not installed: what makes the files for this test"),
    arguments: [TextEncoding.utf8, .gb18030])
  func takesTheArticleOutOfAPage(encoding: TextEncoding) throws {
    try Folder.temporary { folder in
      let html = page.replacingOccurrences(of: "CHARSET", with: encoding == .utf8 ? "utf-8" : "gb2312")
      let file = folder.appendingPathComponent("page")
      try Data(html.utf8).write(to: file)
      if encoding == .gb18030 {
        try Tool.run("iconv", ["-f", "UTF-8", "-t", "GB18030", "page", "-o", "page.gb"], in: folder)
        try FileManager.default.removeItem(at: file)
        try FileManager.default.moveItem(at: folder.appendingPathComponent("page.gb"), to: file)
      }
      let reading = try DocumentReading(.file(file.path))
      try reading.finish()
      #expect(reading.pageDecoding?.encoding == encoding)
      #expect(
        try read(file).text == """
          关于印发办法的通知

          各省、自治区：

          一、总体要求

          深入贯彻办法，全面落实。

          二、工作安排

          各地要按照要求认真组织实施，确保取得实效。

          """)
    }
  }

  @Test func writesNotesBelowTheText() throws {
    let json = #"""
      {"blocks": [{"t": "Para", "c": [{"t": "Str", "c": "see"}, {"t": "Note", "c": [{"t": "Para", "c": [{"t": "Str", "c": "there"}]}]}]},
      {"t": "OrderedList", "c": [[3, {"t": "LowerRoman"}, {"t": "TwoParens"}], [[{"t": "Plain", "c": [{"t": "Str", "c": "x"}]}]]]}]}
      """#
    let text = try PandocText.text(from: Array(json.utf8), mainContentOnly: false)
    #expect(String(decoding: text, as: UTF8.self) == "see[1]\n\n(iii) x\n\n[1] there\n")
  }

  @Test(
    .enabled(if: Tool.isPresent("gzip", "xz", "zstd"), "not installed: what makes the files for this test"),
    arguments: [("gzip", "gz"), ("xz", "xz"), ("zstd", "zst")])
  func unpacks(program: String, ending: String) throws {
    try Folder.temporary { folder in
      try Data(article.utf8).write(to: folder.appendingPathComponent("article.md"))
      try Tool.run(program, ["article.md"], in: folder)
      let (text, formats) = try read(folder.appendingPathComponent("article.md.\(ending)"))
      #expect(text == article)
      #expect(formats == [ending, "markdown"])
      let whole = try Data(contentsOf: folder.appendingPathComponent("article.md.\(ending)"))
      let cut = folder.appendingPathComponent("cut.\(ending)")
      try whole.prefix(whole.count - 12).write(to: cut)
      #expect(throws: Problem.self) { try read(cut) }
    }
  }

  @Test(.enabled(if: Tool.isPresent("pdftotext"), "not installed: what makes the files for this test"))
  func readsAPDF() throws {
    try Folder.temporary { folder in
      let file = folder.appendingPathComponent("minutes")
      try SmallPDF(pages: [["1. Purpose", "The duties of members and the"], ["duties of officers.", "2. Scope", "2"]])
        .data.write(to: file)
      let (text, formats) = try read(file)
      #expect(formats == ["pdf"])
      #expect(text.contains("1. Purpose\nThe duties of members and the\n\n\u{C}duties of officers.\n2. Scope\n2\n"))
    }
  }

  @Test(arguments: [
    ("acts/act.md", "markdown", true), ("acts.md/act", "text", true), ("md", "text", true), ("act.HTML", "html", true),
    ("act.exe", "text", false), ("acts.exe/act", "text", true), ("act.txt.gz", "text", true),
    ("act.exe.gz", "text", false), ("notes.2021", "text", true), ("通知.第二版", "text", true), ("acts/", "text", false),
    ("", "text", false),
  ])
  func readsTheEndingOfAName(path: String, format: String, isDocument: Bool) {
    #expect(InputFormat.find(TextBytes(Array("act".utf8)), fileName: path).name == format)
    #expect(InputFormat.isDocumentName(path) == isDocument)
  }

  @Test(arguments: [("%PDF-1.4", true), ("a % b %%PDF-1.4", true), ("%PDF", false), ("100 %", false), ("", false)])
  func findsTheMarkOfAPDF(text: String, isPDF: Bool) {
    for distance in [0, 1, 31, 900] {
      let bytes = TextBytes(Array((String(repeating: "%", count: distance) + text).utf8))
      #expect((InputFormat.find(bytes, fileName: nil) == .pdf) == isPDF)
    }
    let late = TextBytes(Array((String(repeating: " ", count: 1020) + text).utf8))
    #expect(InputFormat.find(late, fileName: nil) == .plainText)
  }

  @Test func takesTheFormatItIsTold() throws {
    try Folder.temporary { folder in
      let file = folder.appendingPathComponent("source.html")
      try Data("<html><p>1. one</p></html>\n".utf8).write(to: file)
      let (text, _) = try read(file, DocumentReading.Options(format: .plainText))
      #expect(text == "<html><p>1. one</p></html>\n")
    }
  }

  @Test func namesThePackageOfAMissingProgram() {
    let error = #expect(throws: Problem.self) {
      try ChildProcess("directives-no-such-program", [], package: "some-package", input: [])
    }
    #expect(error?.why == "directives-no-such-program is needed to read it (apt-get install some-package)")
  }

  @Test(
    .enabled(if: Tool.isPresent("pdftotext") && Tool.isPresent("gzip")),
    arguments: [
      ("%PDF-1.4\nno end", "pdftotext: Syntax Error: Couldn't "),
      ("\u{1F}\u{8B}\u{8}\u{0}", "gzip: stdin: unexpected end of file"),
    ])
  func saysOnceWhatAConverterSaysOfADamagedFile(content: String, why: String) throws {
    try Folder.temporary { folder in
      let file = folder.appendingPathComponent("file")
      try Data(content.unicodeScalars.map { UInt8($0.value) }).write(to: file)
      let error = #expect(throws: Problem.self) { try read(file) }
      #expect(error?.why.hasPrefix(why) == true)
    }
  }

  @Test func takesWhatWasDoneInTimeThoughItComesToItLate() throws {
    let done = try ChildProcess("echo", ["1. One"], package: "coreutils", input: [], limits: .init(time: 0))
    var ended = siginfo_t()
    #expect(waitid(P_PID, id_t(done.pid), &ended, WEXITED | WNOWAIT) == 0)
    #expect(try done.advance())
    #expect(done.received == Array("1. One\n".utf8))
  }

  @Test func stopsAProgramThatTakesTooLongOrSaysTooMuch() throws {
    let slow = try ChildProcess("sleep", ["60"], package: "coreutils", input: [], limits: .init(time: 0))
    #expect(throws: Problem.self) { try slow.advance() }
    let loud = try ChildProcess("yes", [], package: "coreutils", input: [], limits: .init(size: 1000))
    #expect(throws: Problem.self) { while try !loud.advance() {} }
  }

  @Test(arguments: [
    ("PK\u{3}\u{4} no directory", "is an archive, and no document"), ("", "is empty"),
    ("\u{0}\u{1}\u{2}\u{3}", "is no text"),
  ])
  func refuses(content: String, why: String) throws {
    try Folder.temporary { folder in
      let file = folder.appendingPathComponent("file")
      try Data(content.utf8).write(to: file)
      let problem = #expect(throws: Problem.self) { try read(file) }
      #expect(problem?.description == "\(file.path): \(why)")
    }
  }
}

/// A PDF of a few lines a page in a built-in font.
private struct SmallPDF {
  let pages: [[String]]

  var data: Data {
    let kids = pages.indices.map { "\(4 + 2 * $0) 0 R" }.joined(separator: " ")
    var objects = [
      "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [\(kids)] /Count \(pages.count) >>",
      "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    for (index, lines) in pages.enumerated() {
      let text = "BT /F1 11 Tf 72 700 Td 14 TL\n" + lines.map { "(\($0)) Tj T*\n" }.joined() + "ET"
      objects.append(
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents \(5 + 2 * index) 0 R "
          + "/Resources << /Font << /F1 3 0 R >> >> >>")
      objects.append("<< /Length \(text.utf8.count) >>\nstream\n\(text)\nendstream")
    }
    var file = "%PDF-1.4\n"
    var table = "0000000000 65535 f \n"
    for (index, object) in objects.enumerated() {
      let offset = String(file.utf8.count)
      table += String(repeating: "0", count: 10 - offset.count) + offset + " 00000 n \n"
      file += "\(index + 1) 0 obj\n\(object)\nendobj\n"
    }
    let start = file.utf8.count
    file += "xref\n0 \(objects.count + 1)\n\(table)trailer << /Size \(objects.count + 1) /Root 1 0 R >>\n"
    return Data((file + "startxref\n\(start)\n%%EOF\n").utf8)
  }
}
