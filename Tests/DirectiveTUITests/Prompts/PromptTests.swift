import DirectiveModel
import Testing

@testable import DirectiveTUI

/// What `:w` saves before anything else is chosen.
private let preamble = Printout(selection: Selection(0, in: Document(source: Source(sample))))

@Suite struct PromptTests {
  /// Letters that waited while the screen was drawn are looked at once.
  @Test(arguments: [("/", "list"), ("?", "volun"), ("&", "second"), ("@", "keep"), (":", "2.1"), ("a", "a note")])
  func takesSeveralLettersAtOnceAsOneByOne(opening: String, text: String) {
    var one = Session(sample)
    one.press(opening + text)
    var other = Session(sample)
    other.press(opening)
    #expect(other.state.isTyping)
    other.type(text)
    #expect(other.screen == one.screen)
    #expect(other.status.contains(text))
    one.press("<Enter>")
    other.press("<Enter>")
    #expect(other.screen == one.screen)
  }

  // MARK: - History

  @Test func walksThroughWhatWasTypedBefore() {
    var session = Session(sample)
    session.press("/torn<Enter>/volunteer<Enter>/")
    session.press("<Up>")
    #expect(session.status.hasPrefix("/volunteer"))
    session.press("<Up>")
    #expect(session.status.hasPrefix("/torn"))
    session.press("<Up>")
    #expect(session.effects.last == .bell)
    session.press("<Down><Down>")
    #expect(session.status.hasPrefix("/ ") || session.status == "/")
    session.press("to<Up>")
    #expect(session.status.hasPrefix("/torn"))
  }

  @Test func keepsAHistoryOfEachKind() {
    var session = Session(sample)
    session.press("/torn<Enter>:2.1<Enter>&list<Enter><Esc>")
    session.press(":<Up>")
    #expect(session.status.hasPrefix(":2.1"))
    session.press("<Esc>&<Up>")
    #expect(session.status.hasPrefix("&list"))
    session.press("<Esc>?<Up>")
    #expect(session.status.hasPrefix("?torn"))
  }

  @Test func forgetsRepeatsInTheHistory() {
    var history = History()
    for line in ["a", "b", "a", ""] { history.add(line, to: .search) }
    #expect(history.lines[.search] == ["b", "a"])
    for number in 0..<300 { history.add("\(number)", to: .search) }
    #expect(history.lines[.search]?.count == History.limit)
  }

  // MARK: - Completion

  @Test(arguments: [
    (":wr<Tab>", ":write"), (":set amb<Tab>", ":set ambiguous-width="), (":set now<Tab>", ":set nowrap"),
    (":set theme=h<Tab>", ":set theme=high-contrast"), (":go 2.<Tab><Tab>", ":go 2.1"),
    (":go 2.<Tab><Tab><Tab>", ":go 2.2"),
    (":2.<Tab><BackTab>", ":2.3"), (":se<Tab>", ":se"), (":se<Tab><Tab>", ":search"), (":se<Tab><Tab><Tab>", ":set"),
    (":w no<Tab>", ":w notes"), (":w notes/<Tab>", ":w notes/may.txt"), (":w notes<Tab><Tab>", ":w notes.txt"),
  ])
  func completes(keys: String, to line: String) {
    var session = Session(sample, columns: 120)
    session.files = ["notes/": "", "notes.txt": "", "notes/may.txt": "", ".hidden": ""]
    session.press(keys)
    #expect(session.status.hasPrefix(line + " ") || session.status == line, "\(session.status)")
  }

  @Test func listsWhatMayFollow() {
    var session = Session(sample)
    session.press(":set theme=<Tab>")
    #expect(session.status.contains("theme=auto  theme=dark  theme=light"))
    session.press("<Tab><Tab>")
    #expect(session.status.hasPrefix(":set theme=dark"))
    session.press("<Enter>")
    #expect(session.state.settings.theme == .dark)
  }

  @Test func completesTheFileToSaveTo() {
    var session = Session(sample)
    session.files = ["notes.txt": "", "other.txt": ""]
    session.press("s<^U>no<Tab>")
    #expect(session.status.hasPrefix("Save to file: notes.txt"))
  }

  // MARK: - Pasting

  @Test func keepsWhatIsTypedWhereAltMeansNothing() {
    for (keys, line) in [("a", "kept words"), (":", "note kept words"), ("2.1|", "cat kept"), ("2.1s", "kept name")] {
      var session = Session(sample)
      session.press(keys + line.replacing(" ", with: "<Space>") + "<Alt-q>")
      #expect(session.status.contains(line), "\(keys)")
      #expect(session.effects.last == .bell, "\(keys)")
    }
  }

  @Test func movesAndDeletesByWordsWithAlt() {
    var session = Session(sample)
    session.press(":one<Space>two<Space>three<Alt-b><Alt-b><Alt-d>2<Home><Alt-f>1")
    #expect(session.status.contains(":one1 2 three"))
  }

  @Test func givesArgumentsAsTheyAreTyped() {
    var session = Session(sample)
    session.press(":w<Space>two<Space><Space>blanks.txt<Enter>")
    #expect(session.files.keys.contains("two  blanks.txt"))
    session.press(":pipe<Space>printf<Space>'a<Space><Space>b'<Enter>")
    guard case .pipe(let command, _) = session.effects.last else {
      Issue.record("no command was run")
      return
    }
    #expect(command == "printf 'a  b'")
  }

  @Test func escapeDropsKeysThatWaitForMore() {
    var session = Session(sample)
    session.press("&lend<Enter>z<Esc>")
    #expect(session.state.filter != nil)
    session.press("<Esc>")
    #expect(session.state.filter == nil)
  }

  @Test func takesNoAddressForAPercentage() {
    var session = Session(sample)
    session.press("1.2<Enter>")
    let place = session.place
    session.press("2.1%")
    #expect(session.place == place)
    #expect(session.status.contains("2.1"))
  }

  @Test func showsTheEndOfALongQuestion() {
    var session = Session(sample, columns: 40, rows: 10)
    let name = String(repeating: "name/", count: 12) + "a.txt"
    session.files[name] = ""
    session.press("2.1s<^U>\(name)<Enter>")
    #expect(session.status.contains("(y/n)"))
  }

  @Test func pastesIntoThePromptAndNowhereElse() {
    var session = Session(sample)
    session.paste("q\nQ")
    #expect(session.effects == [.bell])
    #expect(session.status.hasPrefix("Pasted text goes into a prompt"))
    session.press("/")
    session.paste("keep a\nlist\u{1B}")
    #expect(session.place == "2.2")
    #expect(session.status.hasPrefix("/keep a list"))
    session.press("<Esc>@")
    session.paste("torn\n")
    #expect(session.line(1).contains("2.1 repair"))
  }

  // MARK: - Letters eaten by global keys

  @Test(
    "No key takes a letter away from a prompt", arguments: ["/", "?", "@", ":", "&", "s<^U>", "<F1>/", "/oo<Enter>r"])
  func everyPrintableKeyIsText(opener: String) {
    var session = Session(sample, columns: 240, rows: 12)
    session.press(opener)
    let printable = String((0x20...0x7E).map { Character(Unicode.Scalar(UInt8($0))) })
    for character in printable { session.press(character == "<" ? "<" : String(character)) }
    #expect(session.status.contains(printable))
    #expect(session.effects.filter { $0 != .bell }.isEmpty)
  }

  // MARK: - Commands

  @Test(arguments: [
    (":q<Enter>", Effect.quit), (":quit<Enter>", .quit),
    (":w a b.txt<Enter>", .save(path: "a b.txt", preamble, overwrite: false)),
    (":wri x<Enter>", .save(path: "x", preamble, overwrite: false)),
  ])
  func performs(keys: String, effect: Effect) {
    var session = Session(sample)
    session.press(keys)
    #expect(session.effects.first == effect)
  }

  @Test(arguments: [
    (":2.3<Enter>", "2.3"), (":go 2.3<Enter>", "2.3"), (":closing<Enter>", "closing"), (":search keep<Enter>", "2.2"),
    (":filter list<Enter>", "2.2"),
  ])
  func goes(keys: String, to place: String) {
    var session = Session(sample)
    session.press(keys)
    #expect(session.place == place)
  }

  @Test func changesSettings() {
    var session = Session(sample)
    session.press(":set nopreview<Enter>")
    #expect(!session.state.settings.previews)
    #expect(session.status == "preview = off")
    session.press(":set preview!<Enter>:set language=zh<Enter>")
    #expect(session.state.settings.previews)
    #expect(session.line(1).contains("前言"))
    session.press(":set language en<Enter>:set text-width=7<Enter>")
    #expect(session.status == "7: text-width is one of 20-400")
    session.press(":set colour=red<Enter>")
    #expect(session.status == "colour: no such setting; :set lists them")
    session.press(":set text-width?<Enter>")
    #expect(session.status == "text-width = 100")
    session.press("-")
    #expect(session.status != "Rows of 100 columns at most")
    session.press("+:set text-width?<Enter>")
    #expect(session.status == "text-width = 100")
    session.press(":set<Enter>")
    #expect(session.screen.contains("theme = auto"))
  }

  @Test func forgetsTheSearchOnCommand() {
    var session = Session(sample)
    session.press("/oo<Enter>:noh<Enter>")
    #expect(session.cells(.match).isEmpty)
    #expect(session.cells(.currentMatch).isEmpty)
  }

  // MARK: - Searching in one point

  @Test func keepsASearchToOnePoint() {
    var session = Session(sample)
    session.press("2.1<Enter>/torn")
    #expect(session.status.hasSuffix("1/2") || session.status.hasSuffix("2/2"))
    session.press("<Alt-s>")
    #expect(session.status.hasPrefix("2.1 /torn"))
    #expect(session.status.hasSuffix("1/1"))
    session.press("<Alt-s>")
    #expect(session.status.hasPrefix("2 /torn"))
    session.press("<Alt-s>")
    #expect(session.status.hasPrefix("/torn"))
    session.press("<Alt-s><Enter>n")
    #expect(session.status == "“torn” wrapped, 1/1 in 2.1")
  }
}
