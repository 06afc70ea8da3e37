import DirectiveModel
import Glibc

/// A list of documents, of a folder for example: what is under way to find, to read and to search them.
final class OpenFolder: OpenItem {
  let input: Input
  var state: State
  private let find: Finder
  private let options: DocumentReading.Options
  private var catalog: Catalog
  /// Whether `catalog` is not shown as it is now, and when it is shown at the soonest.
  private var hasNews = false
  private var nextShowing = 0

  /// Looks for the files; one job.
  private var walk: Crew<Finds>?
  /// Whether the list is made anew because the reader asked for it.
  private var isReloading = false
  /// Reads what the list tells of each document, and those that are unfolded as a whole.
  private var summing: Crew<Summing>?
  /// What `summing` and `searching` work on, as indices of `catalog`.
  private var summed: [Int] = []
  /// How many of them have been read.
  private var summedCount = 0
  private var searching: Crew<Finding>?
  private var searched: [Int] = []
  /// How many documents have been searched, and what was found.
  private var searchedCount = 0
  private var foundCount = 0
  /// Whether the pattern was given up in none of the documents.
  private var isComplete = true
  /// Reads a document to be unfolded; one job.
  private var unfolding: (path: String, place: String?, crew: Crew<Result<Document, Problem>>)?
  private let watch: FileWatch?
  /// When the list is made anew because files have changed, by `Clock`.
  private var changeDue: Int?

  /// The files that a list is made of.
  struct Finds: Sendable {
    var catalog = Catalog([])
    /// What kept others from being found.
    var trouble: Problem?
  }

  /// Looks for the files, and tells the folders it looks in to who watches them.
  typealias Finder = @Sendable (FileWatch?) -> Finds

  private struct Summing: Sendable {
    let summary: DocumentSummary
    var document: Document?
  }

  /// Opens a list. What is there soon is shown at once.
  init(
    _ input: Input, _ options: DocumentReading.Options, follows: Bool = false, _ maker: OpenDocument.Maker,
    find: @escaping Finder
  ) throws(Problem) {
    self.input = input
    self.find = find
    self.options = options
    watch = follows ? FileWatch() : nil
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

  var watched: [pollfd] {
    (descriptors + [watch?.descriptor].compactMap { $0 }).map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
  }
  var deadline: Int? {
    guard case .browse = state.mode else { return nil }
    return [hasNews ? nextShowing : nil, isBusy ? nil : changeDue].compactMap { $0 }.min()
  }
  var isBusy: Bool { !descriptors.isEmpty }

  /// Waits a little for what is nearly there.
  private func attend(withinMilliseconds limit: Int) throws(Problem) {
    let end = Clock.now + limit
    while isBusy, Clock.now < end {
      var polled = watched
      _ = poll(&polled, nfds_t(polled.count), Int32(max(0, end - Clock.now)))
      try attend()
    }
  }

  func attend() throws(Problem) {
    if let watch, watch.hasChanged() { changeDue = Clock.now + FileWatch.settling }
    if let due = changeDue, Clock.now >= due, !isBusy, case .browse = state.mode { look() }
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
  private func showNews(unfolded: String? = nil) {
    hasNews = true
    guard case .browse = state.mode else { return }
    let started = Clock.now
    state.show(page(), unfolded: unfolded)
    hasNews = false
    nextShowing = Clock.now + 8 * (Clock.now - started)  // showing takes one part in nine of the time at most
  }

  private func tellProgress() {
    if let searching {
      state.activity = .searching(searching.count - searchedCount, of: searching.count)
    } else if summing != nil {
      state.activity = .readingDocuments(summedCount, of: summed.count)
    } else {
      state.activity = unfolding.map { .readingDocument($0.path) } ?? (walk == nil ? nil : .lookingForDocuments)
    }
  }

  // MARK: - The list

  /// The documents of a folder.
  static func documents(in folder: String, _ watch: FileWatch?) -> Finds {
    var finds = Finds()
    let walker = FileWalker { watch?.add(folder: $0) }
    finds.catalog = Catalog(walker.documents(in: folder) { finds.trouble = finds.trouble ?? $0 }, in: folder)
    return finds
  }

  /// The documents that were opened lately and are still there, the last one first.
  @Sendable static func recent(_ watch: FileWatch?) -> Finds {
    do throws(Problem) {
      return Finds(
        catalog: Catalog(try KeptLibrary.open().files.compactMap(\.path).filter { access($0, R_OK) == 0 }))
    } catch {
      return Finds(trouble: error)
    }
  }

  private func look() {
    changeDue = nil
    let (find, watch) = (self.find, self.watch)
    walk = Crew(count: 1) { _ in find(watch) }
  }

  private func take(_ found: Finds) throws(Problem) {
    walk?.abandon()
    walk = nil
    if let trouble = found.trouble { state.message = Message(.cannotRead(trouble), isFailure: true) }
    guard !found.catalog.entries.isEmpty else {
      guard !catalog.entries.isEmpty else { throw found.trouble ?? nothing }
      state.message = Message(.cannotRead(found.trouble ?? nothing), isFailure: true)
      return
    }
    let old = catalog
    catalog = found.catalog
    summed = catalog.takeOver(old)
    hasNews = true
    if isReloading {
      let isUnchanged = summed.isEmpty && old.entries.map(\.path) == catalog.entries.map(\.path)
      state.message = Message(isUnchanged ? .unchanged : .readAgain)
    }
    isReloading = false
    readSummaries()
  }

  private var nothing: Problem { Problem(input.name, "holds no documents", status: ExitStatus.notFound) }

  private func readSummaries() {
    summedCount = 0
    guard !summed.isEmpty else { return }
    let (entries, options) = (summed.map { catalog[$0] }, stoppableOptions)
    summing = Crew(count: entries.count, stopping: options.stop) { index in
      do throws(Problem) {
        let document = try DocumentReading(.file(entries[index].path), options).finishedDocument()
        let isUnfolded = entries[index].document != nil
        return Summing(summary: DocumentSummary(document), document: isUnfolded ? document : nil)
      } catch {
        return Summing(summary: DocumentSummary(error))
      }
    }
  }

  private func takeSummaries() {
    guard let summing else { return }
    for (index, read) in summing.results(waiting: false) {
      summedCount += 1
      catalog[summed[index]].summary = read.summary
      // One that was unfolded since was read for that.
      if read.document != nil || read.summary.trouble != nil { catalog[summed[index]].document = read.document }
      hasNews = true
    }
    guard summedCount == summing.count else { return }
    summing.abandon()
    self.summing = nil
    if let sought = catalog.sought { searchDocuments(for: sought) }
  }

  func unfold(path: String, place: String?) {
    let options = stoppableOptions
    unfolding?.crew.abandon()
    let crew = Crew(count: 1, stopping: options.stop) { _ in
      do throws(Problem) {
        return Result<Document, Problem>.success(try DocumentReading(.file(path), options).finishedDocument())
      } catch {
        return .failure(error)
      }
    }
    unfolding = (path, place, crew)
  }

  private func takeUnfolded() {
    guard let (path, place, crew) = unfolding, let result = crew.results(waiting: false).first?.result else { return }
    crew.abandon()
    unfolding = nil
    guard let index = catalog.entries.firstIndex(where: { $0.path == path }) else { return }
    switch result {
    case .success(let document):
      catalog[index].document = document
      catalog[index].summary = DocumentSummary(document)
      showNews(unfolded: path)
      if let place { state.goTo(place, inDocumentAt: path) }
    case .failure(let problem):
      catalog[index].summary = DocumentSummary(problem)
      state.message = Message(.cannotRead(problem), isFailure: true)
      hasNews = true
    }
  }

  /// How documents are read by a crew that can be stopped.
  private var stoppableOptions: DocumentReading.Options {
    var options = options
    options.stop = StopSignal()
    return options
  }

  // MARK: - Searching

  func searchDocuments(for text: String) {
    searching?.abandon()
    searching = nil
    catalog.forgetSearch()
    hasNews = true
    nextShowing = 0
    guard !text.isEmpty else { return }
    catalog.sought = text
    searched = catalog.documents
    (searchedCount, foundCount, isComplete) = (0, 0, true)
    let pattern = Pattern(text)
    let (paths, options) = (searched.map { catalog[$0].path }, stoppableOptions)
    searching = Crew(count: paths.count, stopping: options.stop) { Finding(pattern, at: paths[$0], options) }
  }

  private func takeFindings() {
    guard let searching, let sought = catalog.sought else { return }
    for (index, found) in searching.results(waiting: false) {
      searchedCount += 1
      isComplete = isComplete && found.isComplete
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
    let remark = Phrase.remark(on: Pattern(sought), isComplete: isComplete)
    state.message =
      foundCount == 0
      ? Message(.noMatch(for: sought) + remark, isFailure: true)
      : Message(.found(sought, foundCount, in: holders, remark))
  }

  // MARK: - Stopping, and looking again

  func stop() throws(Problem) {
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

  func reload() {
    guard !isBusy else { return }
    isReloading = true
    look()
  }

  func finishBeginning() -> Bool { false }

  // MARK: - A list is not kept

  func resume() -> Bool { false }
  func arrive(at arrival: Arrival) {}
  func remember(search text: String) -> Problem? { nil }
  func keep() -> Problem? { nil }
  func keep(_ change: LineCorrection?, line: Int) {}
  func leave() -> Problem? {
    for crew in [summing?.stop, searching?.stop, unfolding?.crew.stop] { crew?() }
    return nil
  }
}
