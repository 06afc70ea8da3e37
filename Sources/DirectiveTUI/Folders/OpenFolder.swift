import DirectiveModel
import Glibc

/// A list of documents, of a folder for example: what is under way to find, to read and to search them.
struct OpenFolder: OpenItem {
  let input: Input
  var state: State
  private let find: @Sendable () -> Finds
  private let options: DocumentReading.Options
  private var catalog: Catalog
  /// Whether `catalog` is not shown as it is now, and when it is shown at the soonest.
  private var hasNews = false
  private var nextShowing = 0

  /// Looks for the files; one job.
  private var walk: Crew<Finds>?
  /// Reads what the list tells of each document.
  private var summing: Crew<DocumentSummary>?
  /// What `summing` and `searching` work on, as indices of `catalog`.
  private var summed: [Int] = []
  private var searching: Crew<Finding>?
  private var searched: [Int] = []
  /// How many documents have been searched, and what was found.
  private var searchedCount = 0
  private var foundCount = 0
  /// Reads a document to be unfolded; one job.
  private var unfolding: (path: String, crew: Crew<Result<Document, Problem>>)?

  /// The files that a list is made of.
  struct Finds: Sendable {
    var catalog = Catalog([])
    /// What kept others from being found.
    var trouble: Problem?
  }

  private struct Finding: Sendable {
    var passages: [Passage] = []
    var isComplete = true
  }

  /// Opens a list. What is there soon is shown at once.
  init(
    _ input: Input, _ options: DocumentReading.Options, _ maker: OpenDocument.Maker,
    find: @escaping @Sendable () -> Finds
  ) throws(Problem) {
    self.input = input
    self.find = find
    self.options = options
    catalog = Catalog([])
    state = maker.state(Document(source: Source("")), input)
    look()
    try attend(withinMilliseconds: 100)
  }

  private func page() -> CatalogPage { CatalogPage(catalog, remark: state.remark) }

  // MARK: - Waiting

  private var descriptors: [Int32] {
    [walk?.descriptor, summing?.descriptor, searching?.descriptor, unfolding?.crew.descriptor].compactMap { $0 }
  }

  var watched: [pollfd] { descriptors.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) } }
  var deadline: Int? {
    if case .browse = state.mode, hasNews { nextShowing } else { nil }
  }
  var isBusy: Bool { !descriptors.isEmpty }

  /// Waits a little for what is nearly there.
  private mutating func attend(withinMilliseconds limit: Int) throws(Problem) {
    let end = Clock.now + limit
    while isBusy, Clock.now < end {
      var polled = watched
      _ = poll(&polled, nfds_t(polled.count), Int32(max(0, end - Clock.now)))
      try attend()
    }
  }

  mutating func attend() throws(Problem) {
    if let found = walk?.results(waiting: false).first?.result { try take(found) }
    takeSummaries()
    takeFindings()
    takeUnfolded()
    tellProgress()
    guard hasNews, Clock.now >= nextShowing || !isBusy else { return }
    guard !catalog.documents.isEmpty else { throw nothing }
    showNews()
  }

  /// Shows the list as it is now. While something is typed or listed, it stays as it is.
  private mutating func showNews(unfolded: String? = nil) {
    hasNews = true
    guard case .browse = state.mode else { return }
    let started = Clock.now
    state.show(page(), unfolded: unfolded)
    hasNews = false
    nextShowing = Clock.now + 8 * (Clock.now - started)  // showing takes one part in nine of the time at most
  }

  private mutating func tellProgress() {
    if let searching {
      state.activity = .searching(searching.count - searchedCount, of: searching.count)
    } else if summing != nil {
      state.activity = .readingDocuments(catalog.documents.count - catalog.unreadCount, of: catalog.documents.count)
    } else {
      state.activity = unfolding.map { .readingDocument($0.path) } ?? (walk == nil ? nil : .lookingForDocuments)
    }
  }

  // MARK: - The list

  /// The documents of a folder.
  static func documents(in folder: String) -> Finds {
    var paths: [String] = []
    var finds = Finds()
    FileWalker().walk(
      folder, file: { if InputFormat.isDocumentName($0) { paths.append($0) } },
      trouble: { finds.trouble = finds.trouble ?? $0 })
    finds.catalog = Catalog(paths, in: folder)
    return finds
  }

  /// The documents that were opened lately and are still there, the last one first.
  @Sendable static func recent() -> Finds {
    do throws(Problem) {
      return Finds(
        catalog: Catalog(try KeptLibrary.open().files.compactMap(\.path).filter { access($0, R_OK) == 0 }))
    } catch {
      return Finds(trouble: error)
    }
  }

  private mutating func look() {
    let find = find
    walk = Crew(count: 1) { _ in find() }
  }

  private mutating func take(_ found: Finds) throws(Problem) {
    walk?.abandon()
    walk = nil
    guard !found.catalog.entries.isEmpty else { throw found.trouble ?? nothing }
    if let trouble = found.trouble { state.message = Message(.cannotRead(trouble), isFailure: true) }
    catalog = found.catalog
    hasNews = true
    readSummaries()
  }

  private var nothing: Problem { Problem(input.name, "holds no documents", status: ExitStatus.notFound) }

  private mutating func readSummaries() {
    summed = catalog.entries.indices.filter { !catalog[$0].isFolder }
    let (paths, options) = (summed.map { catalog[$0].path }, self.options)
    summing = Crew(count: paths.count) { DocumentSummary.read(paths[$0], options) }
  }

  private mutating func takeSummaries() {
    guard let summing else { return }
    for (index, summary) in summing.results(waiting: false) {
      catalog[summed[index]].summary = summary
      hasNews = true
    }
    guard catalog.unreadCount == 0 else { return }
    summing.abandon()
    self.summing = nil
  }

  mutating func unfold(path: String) {
    let options = options
    unfolding?.crew.abandon()
    let crew = Crew(count: 1) { _ in
      do throws(Problem) {
        return Result<Document, Problem>.success(try DocumentReading(.file(path), options).finishedDocument())
      } catch {
        return .failure(error)
      }
    }
    unfolding = (path, crew)
  }

  private mutating func takeUnfolded() {
    guard let (path, crew) = unfolding, let result = crew.results(waiting: false).first?.result else { return }
    crew.abandon()
    unfolding = nil
    guard let index = catalog.entries.firstIndex(where: { $0.path == path }) else { return }
    switch result {
    case .success(let document):
      catalog[index].document = document
      catalog[index].summary = DocumentSummary(document)
      showNews(unfolded: path)
    case .failure(let problem):
      catalog[index].summary = DocumentSummary(problem)
      state.message = Message(.cannotRead(problem), isFailure: true)
      hasNews = true
    }
  }

  // MARK: - Searching

  mutating func searchDocuments(for text: String) {
    searching?.abandon()
    searching = nil
    catalog.forgetSearch()
    hasNews = true
    nextShowing = 0
    guard !text.isEmpty else { return }
    catalog.sought = text
    searched = catalog.documents
    (searchedCount, foundCount) = (0, 0)
    let pattern = Pattern(text)
    let (paths, options) = (searched.map { catalog[$0].path }, self.options)
    searching = Crew(count: paths.count) { index in
      do throws(Problem) {
        let found = try SearchedDocument(
          try DocumentReading(.file(paths[index]), options), pattern, limit: .max, printed: .matches)
        let passages = found.document.map { document in found.matches.map { Passage($0, in: document) } }
        return Finding(passages: passages ?? [], isComplete: found.isComplete)
      } catch {
        return Finding()  // what cannot be read, the list tells
      }
    }
  }

  private mutating func takeFindings() {
    guard let searching, let sought = catalog.sought else { return }
    for (index, found) in searching.results(waiting: false) {
      searchedCount += 1
      guard !found.passages.isEmpty else { continue }
      catalog[searched[index]].passages = found.passages
      foundCount += found.passages.count
      hasNews = true
    }
    guard searchedCount == searching.count else { return }
    searching.abandon()
    self.searching = nil
    let holders = catalog.entries.count { $0.passages != nil }
    if foundCount == 0 { catalog.forgetSearch() }
    showNews()
    if foundCount > 0 { state.goToFirstPassage() }
    state.message =
      foundCount == 0
      ? Message(.noMatch(for: sought), isFailure: true) : Message(.found(sought, foundCount, in: holders))
  }

  // MARK: - Stopping, and looking again

  mutating func stop() throws(Problem) {
    guard !catalog.entries.isEmpty else { throw Problem(input.name, "stopped") }
    walk?.abandon()
    summing?.abandon()
    searching?.abandon()
    unfolding?.crew.abandon()
    (walk, summing, searching, unfolding) = (nil, nil, nil, nil)
    (hasNews, nextShowing) = (true, 0)
    state.activity = nil
    state.message = Message(.stopped)
  }

  mutating func reload() {
    guard !isBusy else { return }
    look()
  }

  mutating func finishBeginning() -> Bool { false }

  // MARK: - A list is not kept

  mutating func resume() -> Bool { false }
  mutating func arrive(at arrival: Arrival) {}
  func remember(search text: String) -> Problem? { nil }
  func keep() -> Problem? { nil }
  mutating func keep(_ change: LineCorrection?, line: Int) {}
  func leave() -> Problem? { nil }
}
