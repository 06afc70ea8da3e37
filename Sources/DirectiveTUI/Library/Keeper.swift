import DirectiveModel
import Glibc

/// Keeps between runs what a reader leaves behind in one document: the place, marks, notes, ticks and what was searched.
///
/// Opened after the first frame, so that it delays none. Whatever fails, reading goes on: what was to be kept stays in
/// the state for this run, is tried again with the next change, and the reader is told once.
final class Keeper {
  private let folder: StateFolder?
  private let path: String?
  private var store: StateStore?
  private var document: Int64 = 0

  /// What the file holds, and what was last tried to be written into it.
  private var saved = Annotations()
  private var tried = Annotations()
  private var noteRows: [Int: [Int64]] = [:]
  private var tickRows: [Int: [Int64]] = [:]
  private var hasTold = false
  /// Whether what was to be written last could not be.
  private var hasFailed = false

  /// `path`: the document's file; nil where it came by a pipe, or with the program.
  init(folder: StateFolder?, path: String?) {
    self.folder = folder
    self.path = path.flatMap { realpath($0, nil) }.map { resolved in
      defer { free(resolved) }
      return String(cString: resolved)
    }
  }

  /// What was found when a document was opened.
  struct Opening {
    /// Where it was left: a byte offset, and the row of the text pane at which that stood.
    var place: (offset: Int, height: Int)?
    var annotations = Annotations()
    /// What was searched for, the last one last.
    var searches: [String] = []
    /// How many notes, ticks and marks no longer find their points.
    var lost = 0
    /// Why nothing, or nothing from before, is kept.
    var trouble: StateTrouble?
    /// Whether what is noted now outlasts the reading.
    var isKept: Bool {
      switch trouble {
      case nil, .damaged: true
      case .noHome, .cannotOpen, .newer: false
      }
    }
  }

  /// Opens the file, and answers what it knows of the document.
  func open(_ document: Document) -> Opening {
    do throws(StateTrouble) {
      guard let folder else { throw .noHome }
      let store = try StateStore.open(folder)
      self.store = store
      var opening: Opening
      do throws(DatabaseFailure) {
        opening = try restore(document, from: store)
      } catch {
        throw .cannotOpen(path: folder.file, why: error.message)
      }
      if let damaged = store.damagedFile { opening.trouble = .damaged(keptAs: damaged) }
      if store.isReadOnly { opening.trouble = .cannotOpen(path: folder.file, why: "cannot be written") }
      hasTold = opening.trouble != nil && store.isReadOnly
      (saved, tried) = (opening.annotations, opening.annotations)
      return opening
    } catch {
      store = nil
      hasTold = true
      var opening = Opening()
      opening.trouble = error
      return opening
    }
  }

  private func restore(_ document: Document, from store: StateStore) throws(DatabaseFailure) -> Opening {
    self.document = try store.open(
      path: path, content: document.source.contentHash, title: document.title(upTo: Document.labelLimit) ?? "")
    var opening = Opening()
    var finder = FingerprintFinder(document)
    opening.searches = try store.history("search")
    if let (anchor, height) = try store.place(in: self.document), let (id, _) = finder.find(anchor.fingerprint) {
      opening.place = (document.offset(atDepth: anchor.depth, in: id), height)
    }
    for (name, anchor) in try store.marks(in: self.document) {
      guard let name = name.first, let (id, _) = finder.find(anchor.fingerprint) else {
        opening.lost += 1
        continue
      }
      opening.annotations.marks[name] = document.offset(atDepth: anchor.depth, in: id)
    }
    let placed = PlacedAnnotations(
      try store.notes(in: self.document), try store.ticks(in: self.document), in: document, &finder)
    if !store.isReadOnly { try store.move(placed.movedNotes, placed.movedTicks) }
    opening.annotations.notes = placed.notes.mapValues(\.text)
    opening.annotations.ticks = placed.ticks.mapValues(\.tick)
    (noteRows, tickRows) = (placed.notes.mapValues(\.rows), placed.ticks.mapValues(\.rows))
    opening.lost += placed.lostNotes.count + placed.lostTicks.count
    return opening
  }

  /// What the points of an outline that was read anew have, as it is kept. Where that failed for what the reader has noted,
  /// `annotations` holds it at these points, and it stays there.
  func reread(_ document: Document, _ annotations: Annotations) -> Annotations {
    let isKept = keeps
    guard let store, let opening = try? restore(document, from: store) else { return annotations }
    (saved, tried) = (opening.annotations, opening.annotations)
    return isKept ? opening.annotations : annotations.merging(opening.annotations)
  }

  // MARK: - Writing

  /// Whether what is noted now outlasts the reading.
  var keeps: Bool { store.map { !$0.isReadOnly && !hasFailed } ?? false }

  /// Writes what has changed. Answers why that failed, the first time that it does.
  func keep(_ annotations: Annotations, of document: Document) -> Problem? {
    guard annotations != tried else { return nil }
    tried = annotations
    return attempt { store throws(DatabaseFailure) in
      try keepNotes(annotations.notes, of: document, in: store)
      try keepTicks(annotations.ticks, of: document, in: store)
      for name in Set(annotations.marks.keys).union(saved.marks.keys).sorted()
      where annotations.marks[name] != saved.marks[name] {
        let anchor = annotations.marks[name].flatMap { document.anchor(at: $0) }
        try store.setMark(String(name), to: anchor, in: self.document)
        saved.marks[name] = annotations.marks[name]
      }
    }
  }

  private func keepNotes(
    _ notes: [Int: String], of document: Document, in store: StateStore
  ) throws(DatabaseFailure) {
    for id in Set(notes.keys).union(saved.notes.keys).sorted() where notes[id] != saved.notes[id] {
      let note = notes[id].map {
        KeptNote(point: KeptPoint(id, in: document), text: $0, written: Int64(time(nil)))
      }
      let row = try store.replaceNotes(noteRows[id] ?? [], with: note, in: self.document)
      noteRows[id] = row.map { [$0] }
      saved.notes[id] = notes[id]
    }
  }

  private func keepTicks(
    _ ticks: [Int: Tick], of document: Document, in store: StateStore
  ) throws(DatabaseFailure) {
    for id in Set(ticks.keys).union(saved.ticks.keys).sorted() where ticks[id] != saved.ticks[id] {
      let tick = ticks[id].map { KeptTick(point: KeptPoint(id, in: document), tick: $0) }
      let row = try store.replaceTicks(tickRows[id] ?? [], with: tick, in: self.document)
      tickRows[id] = row.map { [$0] }
      saved.ticks[id] = ticks[id]
    }
  }

  /// Writes down what was searched for.
  func remember(search text: String) -> Problem? {
    attempt { store throws(DatabaseFailure) in try store.remember(text, "search") }
  }

  /// Writes the place that is left, and what could not be written before. That this fails is told again where something
  /// noted is lost by it.
  func leave(at offset: Int, height: Int, _ annotations: Annotations, of document: Document) -> Problem? {
    tried = saved
    hasTold = hasTold && annotations == saved
    if let problem = keep(annotations, of: document) { return problem }
    guard let anchor = document.anchor(at: offset) else { return nil }
    return attempt { store throws(DatabaseFailure) in
      try store.leave(self.document, at: anchor, height: height)
    }
  }

  private func attempt(_ body: (StateStore) throws(DatabaseFailure) -> Void) -> Problem? {
    guard let store, !store.isReadOnly else { return nil }
    do throws(DatabaseFailure) {
      try body(store)
      hasFailed = false
      return nil
    } catch {
      defer { (hasTold, hasFailed) = (true, true) }
      return hasTold ? nil : Problem(folder?.file ?? "", error.message)
    }
  }
}

extension Document {
  /// The place at a byte offset; nil in an outline without points.
  func anchor(at offset: Int) -> Anchor? {
    outline.point(holding: offset).map { Anchor(fingerprint: fingerprint(of: $0), depth: depth(of: offset, in: $0)) }
  }
}
