import DirectiveModel
import Testing

@testable import DirectiveTUI

/// A list of documents as a session: what is read and searched is handed over by the test.
@Suite struct CatalogTests {
  private let books = Document(
    source: Source(
      "Law on books\n\n2021-07-30\n\nArticle 1 Books are lent.\n\n(a) free\n\nArticle 2 Books come back.\n"))
  private let rooms = Document(source: Source("Law on rooms\n\n1. Rooms are open.\n"))

  private var catalog: Catalog {
    var catalog = Catalog(["laws/a.txt", "laws/inner/b.txt", "laws/inner/deep/c.txt", "laws/z.txt"], in: "laws")
    catalog[0].summary = DocumentSummary(books)
    catalog[2].summary = DocumentSummary(rooms)
    return catalog
  }

  private func session(_ catalog: Catalog, columns: Int = 100, rows: Int = 10) -> Session {
    var session = Session("", columns: columns, rows: rows)
    session.show(catalog)
    return session
  }

  /// The rows of the list without the numbers of points.
  private func titles(_ session: Session) -> [String] {
    session.outlineRows.map { row in
      let end = row.lastIndex { $0 != " " && !$0.isNumber }
      return end.map { String(row[...$0]) } ?? row
    }
  }

  @Test func tellsTheNumberOfPointsInAnyWidth() {
    #expect(session(catalog, columns: 80).outlineRows[0] == ">▸ Law on books               3")
    #expect(session(catalog, columns: 40).outlineRows[2].hasSuffix("Law on rooms                     1"))
  }

  @Test func commandsAboutAPointAreDoneInItsDocument() {
    let lines = [
      "point", "reject", "note words", "present", "print", "copy", "weight", "marks", "w out.txt", "lp", "pipe cat",
    ]
    for line in lines {
      var session = session(catalog)
      session.press(":" + line.replacing(" ", with: "<Space>") + "<Enter>")
      guard case .enter(let arrival, .perform(line)) = session.effects.last else {
        Issue.record("\(line) was done in the list")
        continue
      }
      #expect(arrival.path == "laws/a.txt")
    }
    for line in ["set wrap", "help", "ls", "reload", "filter books", "go 1"] {
      var session = session(catalog)
      session.press(":" + line.replacing(" ", with: "<Space>") + "<Enter>")
      if case .enter = session.effects.last { Issue.record("\(line) left the list") }
    }
  }

  @Test func forgetsANumberTypedBeforeADocumentIsEntered() {
    var session = session(catalog)
    session.press("5l")
    #expect(session.state.typedNumber.isEmpty)
  }

  @Test func showsFoldersAndDocumentsAsOneTree() {
    #expect(
      titles(session(catalog)) == [
        ">▸ Law on books", " ▾ inner/", "   ▸ Law on rooms", "   ▾ deep/", "     ▸ c.txt", " ▸ z.txt",
      ])
  }

  @Test func tellsTitleDateAndNumberOfPoints() {
    let session = session(catalog, columns: 150)
    #expect(session.outlineRows[0].hasSuffix("2021-07-30     3"))
    #expect(session.screen.contains("a.txt  2021-07-30  3 points"))
    #expect(session.status.hasPrefix(" 4 documents · laws/a.txt"))
  }

  @Test func leavesOutWhatIsNoDocument() {
    var catalog = catalog
    catalog[4].summary = DocumentSummary(Problem("c.txt", .unreadable(.notText)))
    #expect(!session(catalog).screen.contains("deep/"))
    #expect(session(catalog).status.hasPrefix(" 3 documents"))
  }

  @Test func unfoldsADocumentWhenAsked() {
    var catalog = catalog
    var session = session(catalog)
    session.press("l")
    #expect(session.effects == [.unfold(path: "laws/a.txt", place: nil)])
    catalog[0].document = books
    session.show(catalog, unfolded: "laws/a.txt")
    #expect(
      titles(session).prefix(4) == [
        ">▾ Law on books", "     Preamble", "   ▸ 1 Article 1 Books are lent", "     2 Article 2 Books come back",
      ])
    session.press("l")
    #expect(session.outlineRows[1] == ">    Preamble")
    session.press("jl")
    #expect(session.outlineRows[3] == "       1.1 free")
    session.press("j<Enter>")
    let offset = books.textStart(of: 2)
    #expect(session.effects.last == .enter(Arrival(path: "laws/a.txt", offset: offset), then: nil))
  }

  @Test func goesToATypedPlaceInTheDocumentOfTheRow() {
    var catalog = catalog
    var session = session(catalog)
    session.press("1.1<Enter>")
    #expect(session.effects == [.unfold(path: "laws/a.txt", place: "1.1")])
    catalog[0].document = books
    session.show(catalog, unfolded: "laws/a.txt")
    session.press("2<Enter>")
    #expect(session.outlineRows[3] == ">    2 Article 2 Books come back")
    session.press(":Article 1(a)<Enter>")
    #expect(session.outlineRows[3] == ">      1.1 free")
    session.press("9<Enter>")
    #expect(session.status.contains("9: no such point"))
    session.press("G2<Tab>")
    #expect(session.effects.last == .enter(Arrival(path: "laws/z.txt", place: "2"), then: nil))
    session.press("2.1yt")
    #expect(session.effects.last == .enter(Arrival(path: "laws/z.txt", place: "2.1"), then: .copy(.heading)))
  }

  @Test func saysThatAFolderHasNoPlaces() {
    var session = session(catalog)
    session.press("j2.1<Enter>")
    #expect(session.status.contains("inner/ is a folder"))
    #expect(session.effects.isEmpty)
  }

  @Test func keepsWhatIsKnownOfFilesThatHaveNotChanged() {
    var old = catalog
    old[0].document = books
    var new = Catalog(["laws/a.txt", "laws/b.txt", "laws/z.txt"], in: "laws")
    #expect(new.takeOver(old) == [1, 2])
    #expect(new[0].document?.title == "Law on books")
    #expect(new[0].summary == old[0].summary)
  }

  @Test func foldsAFolderByEnter() {
    var session = session(catalog)
    session.press("j<Enter>")
    #expect(titles(session) == [" ▸ Law on books", ">▸ inner/", " ▸ z.txt"])
  }

  @Test func entersADocumentForWhatIsDoneToIt() {
    var session = session(catalog)
    session.press("yt")
    #expect(session.effects == [.enter(Arrival(path: "laws/a.txt"), then: .copy(.heading))])
    session.press("<Tab>")
    #expect(session.effects.last == .enter(Arrival(path: "laws/a.txt"), then: nil))
    session.press("ja")
    #expect(session.effects.count == 2)
    #expect(session.status.contains("inner/ is a folder"))
  }

  @Test func keepsThePlaceWhileDocumentsAreRead() {
    var catalog = catalog
    var session = session(catalog)
    session.press("jjjjh")
    catalog[5].summary = DocumentSummary(rooms)
    catalog[4].summary = DocumentSummary(books)
    session.show(catalog)
    #expect(session.outlineRows[3] == ">  ▾ deep/")
    session.press("h")
    session.show(catalog)
    #expect(session.outlineRows[3] == ">  ▸ deep/")
  }

  @Test func searchesAllDocumentsAndShowsWhereTheyMatch() {
    var catalog = catalog
    var session = session(catalog)
    session.press("/books<Enter>")
    #expect(session.effects == [.searchDocuments("books")])
    catalog.sought = "books"
    catalog[0].passages = Pattern("books").matches(in: books.source).matches.map { Passage($0, in: books) }
    session.show(catalog)
    #expect(
      session.outlineRows.map { $0.trimmingPrefix { $0 == ">" || $0 == " " } }.map(String.init).prefix(3) == [
        "▾ Law on books                   3 ▮▮▮▮", "preamble Law on books        1 ▮▮",
        "1 Article 1 Books are lent.  1 ▮▮",
      ])
    #expect(session.cells(.match).lowercased().contains("books"))
    session.press("nn<Enter>")
    let second = catalog[0].passages?[1].offset
    #expect(session.effects.last == .enter(Arrival(path: "laws/a.txt", offset: second, sought: "books"), then: nil))
    session.press("<Esc>")
    #expect(session.effects.last == .searchDocuments(""))
  }

  @Test func narrowsTheListAsAnyOutline() {
    var session = session(catalog)
    session.press("&rooms<Enter>")
    #expect(titles(session) == ["›▾ inner/", ">  ▸ Law on rooms"])
  }

  @Test func goesBackFromADocumentToItsList() {
    for keys in ["<^O>", "q", "h"] {
      var session = Session("Law\n\n1. One\n", shelf: Shelf(names: ["laws", "laws/a.txt"], current: 1, origin: 0))
      session.press(keys)
      #expect(session.effects == [.openDocument(0)])
    }
  }

  @Test func arrivesAtAMatchWithItsSearch() {
    var session = Session("Law\n\n1. One book\n\n2. Two books\n")
    session.arrive(at: Arrival(path: "a.txt", offset: 25, sought: "book"))
    #expect(session.place == "2")
    #expect(session.cells(.currentMatch) == "book")
  }
}
