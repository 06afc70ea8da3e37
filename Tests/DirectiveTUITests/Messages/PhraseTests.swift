import DirectiveModel
import Testing

@testable import DirectiveTUI

@Suite struct PhraseTests {
  @Test(arguments: [
    (["LANG": "zh_CN.UTF-8"], Language.chinese), (["LANG": "zh"], .chinese), (["LANG": "en_GB.UTF-8"], .english),
    (["LC_MESSAGES": "zh_TW", "LANG": "en_US.UTF-8"], .chinese), (["LC_ALL": "C", "LANG": "zh_CN.UTF-8"], .english),
    (["LC_ALL": "", "LC_MESSAGES": "", "LANG": "zh_CN"], .chinese), (["LANG": "de_DE"], .english), ([:], .english),
  ])
  func followsTheLocale(variables: [String: String], language: Language) {
    #expect(Language { variables[$0] } == language)
  }

  @Test func helpSpeaksBothLanguages() {
    for (title, rows) in KeyBindings.table {
      for phrase in [title] + rows.map(\.help) {
        #expect(!phrase.english.isEmpty && phrase.english.allSatisfy(\.isASCII), "\(phrase)")
        #expect(phrase.chinese.contains(where: isHan), "\(phrase)")
      }
    }
  }

  /// Every panel, and every way to be told something: the English words on a Chinese screen are the document's alone.
  @Test(arguments: [
    "", "j", "2.", "X", "/vol", "/vol<Enter>", "/zzz", "/zzz<Enter>", "/(oo<Enter>", "n", "]m", "r", "/oo<Enter>r",
    "/oo<Enter>rzzz", "&oo", "&oo<Enter>", "&zzz<Enter>", "@vol", "@zzz", ":w<Enter>", ":99<Enter>", ":foo<Enter>",
    ":2.9<Enter>", ":1.1.1<Enter>", "s", "s<Enter>", "s<Enter>s<Enter>", "s<Enter>s<Enter>n", "pp", "pppp", "<^O>",
    "<Alt-→>", "=", "<F1>", "<F1>G",
  ])
  func speaksChineseThroughout(keys: String) {
    let document = Document(source: Source(sample))
    var session = Session(document, columns: 80, rows: 24, language: .chinese)
    session.press("<Home>" + keys)
    let known = [
      "UTF", "preamble", "closing", "txt", "point", "help", "Esc", "Enter", "Space", "Backspace", "Tab", "Alt",
    ]
    let shown = session.frame.cells.filter { [.status, .message, .failure, .prompt].contains($0.role) }
    for word in words(shown.map(\.text.string).joined()) where word.count > 2 && !known.contains(word) {
      #expect(keys.contains(word), "“\(word)” in \(session.status)")
    }
  }

  @Test func fitsAChineseScreen() {
    var session = Session(sample, columns: 80, rows: 12, language: .chinese)
    #expect(session.line(1).hasPrefix(">  前言"))
    #expect(session.status.hasPrefix(" 前言"))
    #expect(session.status.hasSuffix("F1 帮助  q 退出"))
    session.press("2.1<Enter>")
    #expect(session.status.hasPrefix(" 2.1 · 第 5 个要点，共 7 个 · 62%"))
    for columns in [10, 20, 40, 80] {
      session.resize(columns: columns, rows: 200)
      session.press("<F1>")
      let rows = session.screen.split(separator: "\n")
      #expect(rows.allSatisfy { DisplayWidth.columns(of: $0) <= columns })
      session.press("<Esc>")
    }
    // At 80 columns no row of help is cut.
    session.press("<F1>")
    #expect(session.screen.split(separator: "\n").allSatisfy { !$0.hasSuffix("…") })
  }

  private func words(_ text: String) -> [String] {
    text.split { !$0.isASCII || !$0.isLetter }.map(String.init)
  }

  private func isHan(_ character: Character) -> Bool {
    character.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }
  }
}
