import DirectiveModel
import Glibc

/// What was kept of all documents, for the commands that list it.
struct KeptLibrary {
  private let store: StateStore?
  private let documents: [KeptDocument]
  private let file: String

  /// Opens the state file. Where there is none, nothing was kept; none is made.
  static func open() throws(Problem) -> KeptLibrary {
    guard let folder = StateFolder(environment: Environment.value) else {
      throw Problem("HOME", "is not set, so nothing can be kept")
    }
    guard access(folder.file, F_OK) == 0 else { return KeptLibrary(store: nil, documents: [], file: folder.file) }
    let store: StateStore
    do throws(StateTrouble) {
      store = try StateStore.read(folder)
    } catch {
      switch error {
      case .noHome: throw Problem("HOME", "is not set, so nothing can be kept")
      case .cannotOpen(let path, let why): throw Problem(path, why)
      case .newer(let path): throw Problem(path, "is of a newer version")
      case .damaged(let path): throw Problem(folder.file, "was damaged, and is now \(path)")
      }
    }
    if let aside = store.damagedFile { Output.tell(Problem(folder.file, "was damaged, and is now \(aside)")) }
    let documents = try told(folder.file) { () throws(DatabaseFailure) in try store.documents() }
    return KeptLibrary(store: store, documents: documents, file: folder.file)
  }

  /// The documents that are files, the one opened last first.
  var files: [KeptDocument] { documents.filter { $0.path != nil } }

  private static func resolved(_ file: String) throws(Problem) -> String {
    guard let resolved = realpath(file, nil) else { throw Problem(file, .systemError(errno)) }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  /// The number of the document that a file is; nil where nothing was kept of it. One that was renamed is known by its
  /// content, as it is when it is opened.
  private func known(_ file: String, content: () throws(Problem) -> UInt64) throws(Problem) -> Int64? {
    let path = try Self.resolved(file)
    guard let store else { return nil }
    if let document = documents.first(where: { $0.path == path }) { return document.id }
    let hash = try content()
    return try Self.told(self.file) { () throws(DatabaseFailure) in try store.known(path: path, content: hash) }
  }

  struct Mark {
    let path: String
    let name: String
    let address: String
    /// Whether its point was looked for and not found.
    var isLost = false
  }

  /// The marks of all documents, at the addresses where they were set.
  func marks() throws(Problem) -> [Mark] {
    var marks: [Mark] = []
    for document in documents {
      marks += try anchors(of: document.id).map { name, anchor in
        Mark(path: document.path ?? "standard input", name: name, address: anchor.fingerprint.address)
      }
    }
    return marks
  }

  /// Those of a file, at the addresses where their points stand now. A file that has none need not be readable.
  func marks(of file: String) throws(Problem) -> [Mark] {
    let known = try known(file) { () throws(Problem) in try Self.document(file).source.contentHash }
    let anchors = try known.map { id throws(Problem) in try self.anchors(of: id) } ?? []
    guard !anchors.isEmpty, let path = documents.first(where: { $0.id == known })?.path else { return [] }
    let document: Document
    do throws(Problem) {
      document = try Self.document(file)
    } catch {
      Output.tell(error)
      return anchors.map { Mark(path: path, name: $0, address: $1.fingerprint.address) }
    }
    var finder = FingerprintFinder(document)
    return anchors.map { name, anchor in
      let found = finder.find(anchor.fingerprint)
      let address = found.map { document.addressText(of: $0.id) } ?? anchor.fingerprint.address
      return Mark(path: path, name: name, address: address, isLost: found == nil)
    }
  }

  private static func document(_ file: String) throws(Problem) -> Document {
    try DocumentReading(.file(file)).finishedDocument()
  }

  private func anchors(of document: Int64) throws(Problem) -> [(name: String, anchor: Anchor)] {
    guard let store else { return [] }
    return try Self.told(file) { () throws(DatabaseFailure) in try store.marks(in: document) }
  }

  /// The notes and ticks of a document, at the places where its points are now; nothing where there are none.
  func notebook(of file: String, in document: Document) throws(Problem) -> [Notebook] {
    let known = try known(file) { document.source.contentHash }
    return try notebooks(documents.filter { $0.id == known }) { Self.entries($0, $1, in: document) }
  }

  /// The notes and ticks of all documents, as they were written.
  func notebooks() throws(Problem) -> [Notebook] {
    try notebooks(documents, entries: Self.entries)
  }

  private func notebooks(
    _ documents: [KeptDocument], entries: ([KeptNote], [KeptTick]) -> [Notebook.Entry]
  ) throws(Problem) -> [Notebook] {
    guard let store else { return [] }
    var notebooks: [Notebook] = []
    for document in documents {
      let notes = try Self.told(file) { () throws(DatabaseFailure) in try store.notes(in: document.id) }
      let ticks = try Self.told(file) { () throws(DatabaseFailure) in try store.ticks(in: document.id) }
      guard !notes.isEmpty || !ticks.isEmpty else { continue }
      notebooks.append(Notebook(title: document.title, path: document.path, entries: entries(notes, ticks)))
    }
    return notebooks
  }

  /// As they were written.
  private static func entries(_ notes: [KeptNote], _ ticks: [KeptTick]) -> [Notebook.Entry] {
    var ticksLeft = ticks
    var entries = notes.map { note in
      let tick = ticksLeft.firstIndex { $0.point.address == note.point.address }.map { ticksLeft.remove(at: $0) }
      return Notebook.Entry(note.point, tick: tick?.tick, note: note.text)
    }
    entries += ticksLeft.map { Notebook.Entry($0.point, tick: $0.tick) }
    return entries.sorted { order(of: $0.address).lexicographicallyPrecedes(order(of: $1.address)) }
  }

  private static func order(of address: String) -> [Int] {
    Address(address)?.positions ?? [address == "closing" ? .max : 0]
  }

  /// Where they stand in the document as it is now; what is not found comes last.
  private static func entries(_ notes: [KeptNote], _ ticks: [KeptTick], in document: Document) -> [Notebook.Entry] {
    var finder = FingerprintFinder(document)
    let placed = PlacedAnnotations(notes, ticks, in: document, &finder)
    return Set(placed.notes.keys).union(placed.ticks.keys).sorted().map { id in
      Notebook.Entry(
        address: document.addressText(of: id), marker: document.marker(of: id), heading: document.heading(of: id),
        line: Int(document.outline.points[id].line), tick: placed.ticks[id]?.tick, note: placed.notes[id]?.text,
        isLost: false)
    } + placed.lostNotes.map { Notebook.Entry($0.point, note: $0.text, isLost: true) }
      + placed.lostTicks.map { Notebook.Entry($0.point, tick: $0.tick, isLost: true) }
  }

  /// What `body` reads; the trouble that it has, as a problem with the file.
  private static func told<Result>(
    _ file: String, _ body: () throws(DatabaseFailure) -> Result
  ) throws(Problem) -> Result {
    do throws(DatabaseFailure) { return try body() } catch { throw Problem(file, error.message) }
  }
}
