import DirectiveModel
import Glibc

/// What was named on the command line and what was entered from there, each opened when it is first gone to, and which
/// of them is read.
struct Workspace {
  private var inputs: [Input]
  /// How many of them were named on the command line.
  private let named: Int
  private let options: DocumentReading.Options
  private let follows: Bool
  private let maker: OpenDocument.Maker
  /// Those that were opened, but for the one being read.
  private var others: [Int: any OpenItem] = [:]
  /// By index, the list that a document was entered from.
  private var origins: [Int: Int] = [:]
  private var current = 0
  private var item: any OpenItem

  /// Opens the first of the inputs.
  init(
    _ inputs: [Input], _ options: DocumentReading.Options, follows: Bool, _ maker: OpenDocument.Maker
  ) throws(Problem) {
    self.inputs = inputs
    named = inputs.count
    self.options = options
    self.follows = follows
    self.maker = maker
    item = try Self.open(inputs.first ?? .sample, options, follows, maker, opened: [])
    state.shelf = shelf
  }

  private static func open(
    _ input: Input, _ options: DocumentReading.Options, _ follows: Bool, _ maker: OpenDocument.Maker, opened: [String]
  ) throws(Problem) -> any OpenItem {
    if input == .recent {
      guard maker.keeper(input) == nil else { return try OpenFolder(input, options, maker, find: OpenFolder.recent) }
      return try OpenFolder(input, options, maker) { _ in OpenFolder.Finds(catalog: Catalog(opened)) }
    }
    if let path = input.path, DocumentFiles.isFolder(path) {
      return try OpenFolder(input, options, follows: follows, maker) { OpenFolder.documents(in: path, $0) }
    }
    return try OpenDocument(input, options, follows: follows, maker)
  }

  private var shelf: Shelf { Shelf(names: inputs.map(\.name), current: current, origin: origins[current]) }

  /// The state of the document being read.
  var state: State {
    get { item.state }
    _modify { yield &item.state }
  }

  /// The file of the document being read; nil where it is none.
  var path: String? { item.input.path }

  /// The states of all documents that were opened, in their order.
  var states: [State] { inputs.indices.compactMap { $0 == current ? state : others[$0]?.state } }

  /// The files that were opened in this sitting, the one being read first and then the last one named.
  private var openedFiles: [String] {
    let opened = [current] + others.keys.sorted(by: >)
    return opened.compactMap { inputs[$0].path }.filter { !DocumentFiles.isFolder($0) }
  }

  /// Goes to another document, and leaves the place in the one before for going back.
  @discardableResult
  mutating func open(_ index: Int) -> Bool {
    var jumps = state.jumps
    jumps.leave(state.readText)
    return open(index, jumps)
  }

  /// Goes to another document, which has the list of `jumps` then. What is said where it cannot be read is said in the one
  /// before.
  private mutating func open(_ index: Int, _ jumps: JumpList) -> Bool {
    guard index != current, inputs.indices.contains(index) else { return index == current }
    let next: any OpenItem
    do throws(Problem) {
      if let known = others[index] {
        next = known
      } else {
        next = try Self.open(inputs[index], options, follows, maker, opened: openedFiles)
      }
    } catch {
      if named <= index, index == inputs.count - 1 { inputs.removeLast() }
      state.message = Message(.cannotRead(error), isFailure: true)
      return false
    }
    next.state.takeManners(of: state)
    next.state.jumps = jumps
    next.state.jumps.document = index
    others[current] = item
    others[index] = nil
    (item, current) = (next, index)
    state.shelf = shelf
    // What goes on, and what went wrong, is told in the same place.
    if state.activity == nil, state.message?.isFailure != true {
      state.message = Message(.openedDocument(inputs[index].name, index + 1, of: inputs.count))
    }
    return true
  }

  /// Opens a file beside the others; one that is open already is gone to.
  private mutating func open(path: String) {
    open(add(.file(Environment.path(typed: path))))
  }

  /// Goes to the list of the documents that were opened lately; where nothing is kept, of those opened in this sitting.
  private mutating func openRecent() {
    let keepsNothing = maker.keeper(.recent) == nil
    if let index = inputs.firstIndex(of: .recent) { others[index] = nil }  // it is made anew
    if enter(add(.recent)), keepsNothing { state.message = Message(.recentOfThisSitting) }
  }

  /// The index of an input, which is added where it is new.
  private mutating func add(_ input: Input) -> Int {
    if let known = inputs.firstIndex(of: input) { return known }
    inputs.append(input)
    return inputs.count - 1
  }

  /// Goes to a place in a document of the list being read; false where it cannot be read.
  private mutating func enter(_ arrival: Arrival) throws(Problem) -> Bool {
    guard enter(add(.file(arrival.path))) else { return false }
    item.arrive(at: arrival)
    _ = try finishBeginning()
    _ = item.resume()
    return true
  }

  /// Goes to another document, from which one comes back to this one; unless this one was entered from there.
  @discardableResult
  private mutating func enter(_ index: Int) -> Bool {
    let (list, origins) = (current, self.origins)
    guard open(index) else { return false }
    if !sequence(first: list, next: { origins[$0] }).contains(index) { self.origins[index] = list }
    state.shelf = shelf
    return true
  }

  /// Does what an effect asks of the open documents; answers what is left of it, to be done elsewhere.
  mutating func perform(_ effect: Effect?) throws(Problem) -> Effect? {
    switch effect {
    case .openDocument(let index): open(index)
    case .goTo(let place): if open(place.document, state.jumps) { state.arrive(at: place.text) }
    case .openFile(let path): open(path: path)
    case .enter(let arrival, let action):
      guard try enter(arrival), let action else { break }
      return try perform(state.update(action))
    case .listRecent: openRecent()
    case .unfold(let path, let place): item.unfold(path: path, place: place)
    case .searchDocuments(let text): item.searchDocuments(for: text)
    case .reload: item.reload()
    default: return effect
    }
    return nil
  }

  // MARK: - What is under way, for the document being read

  var watched: [pollfd] { item.watched }

  /// Milliseconds until it has to be attended to; -1 where that is only when something happens.
  var patience: Int32 {
    // What a conversion has taken so far is told every second.
    let telling = item.isBusy ? Clock.now + 1000 : nil
    guard let deadline = [item.deadline, telling].compactMap({ $0 }).min() else { return -1 }
    return Int32(clamping: max(0, deadline - Clock.now))
  }

  var isBusy: Bool { item.isBusy }

  /// Does what can be done now. Throws where there is no document after all, and no other.
  mutating func attend() throws(Problem) {
    do throws(Problem) { try item.attend() } catch { try giveUp(because: error) }
  }

  /// Reads the rest of a text of which the beginning is shown; true where that was now.
  mutating func finishBeginning() throws(Problem) -> Bool {
    do throws(Problem) { return try item.finishBeginning() } catch { try giveUp(because: error) }
    return true
  }

  mutating func stop() throws(Problem) {
    do throws(Problem) { try item.stop() } catch { try giveUp(because: error) }
  }

  /// Waits until nothing is under way any more.
  mutating func settle() throws(Problem) {
    while true {
      try attend()
      if try finishBeginning() || resume() { continue }
      guard isBusy else { return }
      var polled = watched
      _ = poll(&polled, nfds_t(polled.count), patience)
    }
  }

  /// Goes back to another document from one that cannot be read.
  private mutating func giveUp(because problem: Problem) throws(Problem) {
    guard let other = origins[current] ?? others.keys.min(), others[other] != nil else { throw problem }
    let failed = current
    _ = open(other, others[other]?.state.jumps ?? JumpList())
    others[failed] = nil
    state.message = Message(.cannotRead(problem), isFailure: true)
  }

  // MARK: - Between runs

  /// Takes up what was kept of the document; true where that was now.
  mutating func resume() -> Bool { item.resume() }

  /// Writes down what was searched for.
  func remember(search text: String) -> Problem? { item.remember(search: text) }

  /// Keeps what has changed. Answers why that failed, the first time that it does.
  func keep() -> Problem? { item.keep() }

  /// Keeps a correction of the outline beside the document.
  mutating func keep(_ change: LineCorrection?, line: Int) { item.keep(change, line: line) }

  /// Keeps the places in all documents. Answers the first failure.
  func leave() -> Problem? { ([item] + others.values).compactMap { $0.leave() }.first }
}
