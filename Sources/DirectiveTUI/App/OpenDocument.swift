import DirectiveModel
import Glibc

/// One of the open documents: its state, what is under way to read it, and what is kept of it between runs.
final class OpenDocument: OpenItem {
  let input: Input
  var state: State
  private let options: DocumentReading.Options
  private let keeper: Keeper?
  private var isResumed = false
  /// The place to go to once the document is there.
  private var arrival: Arrival?
  private var reading: DocumentReading?
  private var isReloading = false
  /// What was told when it could not be read.
  private var failure: Message?
  /// What was told of the file of corrections.
  private var remarks: [Problem] = []
  private let watch: FileWatch?
  /// When the file is read again because it has changed, by `Clock`.
  private var changeDue: Int?
  /// Of a text that grows: how much of it is shown, and when more of it is shown at the soonest.
  private var shownSize = 0
  /// Whether no more is shown than the beginning of a long text.
  private(set) var showsBeginning = false
  private var nextShowing = 0

  /// What makes states of documents, and keepers of files.
  struct Maker {
    let state: (Document, Input) -> State
    let keeper: (Input) -> Keeper?

    init(config: Config, levels: Int?, keeper: @escaping (Input) -> Keeper?) {
      state = { document, input in
        var state = State(
          document: document, name: input.name, size: Size(columns: 80, rows: 24), settings: config.settings,
          bindings: config.bindings, levels: levels)
        state.tell(config.problems)
        return state
      }
      self.keeper = keeper
    }
  }

  /// Opens a document. What is there soon is read at once; of a long file, the beginning; else its first frame is empty.
  init(_ input: Input, _ options: DocumentReading.Options, follows: Bool, _ maker: Maker) throws(Problem) {
    self.input = input
    self.options = options
    keeper = maker.keeper(input)
    let reading = try Self.reading(input, options)
    self.reading = reading
    state = maker.state(Document(source: Source("")), input)
    state.isKept = keeper != nil
    watch = follows ? input.path.flatMap { FileWatch(file: $0) } : nil
    if let beginning = reading.beginning() {
      state.replaceDocument(beginning, folds: nil)
      state.activity = .reading(beginning.source.bytes.count)
      showsBeginning = true
    } else {
      try Self.wait(for: reading)
      try show(reading)
    }
  }

  private static func reading(_ input: Input, _ options: DocumentReading.Options) throws(Problem) -> DocumentReading {
    let reading = try DocumentReading(input, options)
    reading.keepsRemarks = true
    return reading
  }

  /// Waits a little for what is nearly there, so that a fast pipe or program shows no empty screen before.
  private static func wait(for reading: DocumentReading) throws(Problem) {
    let end = Clock.now + 100
    while !reading.isFinished {
      try reading.advance()
      let left = end - Clock.now
      guard !reading.isFinished, left > 0 else { return }
      var polled = reading.watched
      _ = poll(&polled, nfds_t(polled.count), Int32(left))
    }
  }

  // MARK: - Waiting

  var watched: [pollfd] {
    let following = watch.map { [pollfd(fd: $0.descriptor, events: Int16(POLLIN), revents: 0)] } ?? []
    return (reading?.watched ?? []) + following
  }

  /// When to attend to it at the latest, by `Clock`; nil where only `watched` matters.
  var deadline: Int? {
    guard let reading else { return changeDue }
    let showing =
      isShownNow && (reading.isFinished || reading.grows && reading.textSize != shownSize) ? nextShowing : nil
    return [reading.deadline, showing].compactMap { $0 }.min()
  }

  var isBusy: Bool { reading != nil }

  /// Whether what is read may be shown: while something is typed or listed, the document stays as it is.
  private var isShownNow: Bool { if case .browse = state.mode { true } else { false } }

  /// Does what can be done now. Throws where there is no document after all.
  func attend() throws(Problem) {
    if let watch, watch.hasChanged() { changeDue = Clock.now + FileWatch.settling }
    if let due = changeDue, Clock.now >= due, reading == nil {
      changeDue = nil
      reload(byReader: false)
    }
    guard let reading else { return }
    do throws(Problem) {
      try reading.advance()
      try show(reading)
    } catch {
      self.reading = nil
      state.activity = nil
      guard hasText else { throw error }
      tell(error)
    }
  }

  /// Reads the rest of a text of which the beginning is shown, before anybody can do anything with it; true where that
  /// was now.
  func finishBeginning() throws(Problem) -> Bool {
    guard showsBeginning else { return false }
    try attend()
    showsBeginning = false
    return true
  }

  private var hasText: Bool { !state.document.source.bytes.isEmpty }

  /// Shows as much of the text as is there.
  private func show(_ reading: DocumentReading) throws(Problem) {
    state.activity = reading.isFinished ? nil : reading.activity
    let isDue = reading.grows && reading.textSize != shownSize && Clock.now >= nextShowing
    guard reading.isFinished || isDue, isShownNow else { return }
    let started = Clock.now
    shownSize = reading.textSize
    state.fileFormat = reading.formats.map(\.title).joined(separator: ", ")
    let changed = try take(reading)
    // A text that grows takes one part in nine of the time at most.
    nextShowing = Clock.now + 8 * (Clock.now - started)
    guard reading.isFinished else { return }
    if state.message == failure { state.message = nil }  // it is read after all
    failure = nil
    if isReloading { state.message = Message(changed ? .readAgain : .unchanged) }
    if reading.remarks != remarks { state.tell(reading.remarks) }
    remarks = reading.remarks
    self.reading = nil
    isReloading = false
  }

  /// Makes the text the document's; false where it has not changed.
  private func take(_ reading: DocumentReading) throws(Problem) -> Bool {
    let new: Document
    do throws(Problem) {
      new = try reading.document()
    } catch {
      if reading.isFinished { throw error }
      return false  // so far it is blank
    }
    if isResumed { _ = keeper?.keep(state.annotations, of: state.document) }
    if showsBeginning {  // nobody has done anything yet
      showsBeginning = false
      state.replaceDocument(new, folds: nil)
      return true
    }
    guard state.adopt(new) else { return false }
    placeAnnotations()
    return true
  }

  /// Puts what is kept at the points of the outline as it is now.
  private func placeAnnotations() {
    guard isResumed, let keeper else { return }
    state.annotations = keeper.reread(state.document, state.annotations)
  }

  private func tell(_ problem: Problem) {
    failure = Message(.cannotRead(problem), isFailure: true)
    state.message = failure
  }

  // MARK: - Reading again

  /// Reads the file again, and keeps the place.
  func reload() { reload(byReader: true) }

  private func reload(byReader: Bool) {
    guard reading == nil else { return }
    guard input.path != nil else {
      state.message = Message(.cannotBeReadAgain, isFailure: true)
      return
    }
    do throws(Problem) {
      let reading = try Self.reading(input, options)
      try reading.advance()
      self.reading = reading
      isReloading = byReader
      try show(reading)
    } catch {
      reading = nil
      tell(error)
    }
  }

  /// Stops what is under way. Throws where nothing has been read.
  func stop() throws(Problem) {
    guard let reading else { return }
    reading.stop()
    self.reading = nil
    state.activity = nil
    guard hasText else { throw Problem(input.name, .readingStopped) }
    state.message = Message(.stopped)
  }

  // MARK: - Between runs

  func arrive(at arrival: Arrival) { self.arrival = arrival }

  /// Takes up what was kept, once the document is there, and goes where it was entered; true where that was now.
  func resume() -> Bool {
    guard reading == nil else { return false }
    let resumes = !isResumed && keeper != nil
    if resumes, let keeper {
      isResumed = true
      state.resume(keeper.open(state.document))
    }
    guard let arrival else { return resumes }
    state.arrive(at: arrival)
    self.arrival = nil
    return true
  }

  /// Writes down what was searched for.
  func remember(search text: String) -> Problem? { isResumed ? keeper?.remember(search: text) : nil }

  /// Keeps what has changed. Answers why that failed, the first time that it does.
  func keep() -> Problem? {
    guard isResumed, let keeper else { return nil }
    let problem = keeper.keep(state.annotations, of: state.document)
    state.isKept = keeper.keeps
    return problem
  }

  /// Keeps a correction of the outline beside the document.
  func keep(_ change: LineCorrection?, line: Int) {
    placeAnnotations()
    let path = keeper == nil ? nil : input.path
    _ = state.update(CorrectionsFile.keep(change, line: line, of: state.document.source, beside: path))
  }

  /// Keeps the place that is left.
  func leave() -> Problem? {
    reading?.stop()
    guard isResumed else { return nil }
    return keeper?.leave(
      at: state.readText.anchor, height: state.readText.height, state.annotations, of: state.document)
  }
}
