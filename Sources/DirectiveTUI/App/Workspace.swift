import DirectiveModel
import Glibc

/// The documents that were named, each opened when it is first gone to, and which of them is read.
struct Workspace {
  private var inputs: [Input]
  private let options: DocumentReading.Options
  private let follows: Bool
  private let maker: OpenDocument.Maker
  /// Those that were opened, but for the one being read.
  private var others: [Int: OpenDocument] = [:]
  private var current = 0
  private var document: OpenDocument

  /// Opens the first of the inputs.
  init(
    _ inputs: [Input], _ options: DocumentReading.Options, follows: Bool, _ maker: OpenDocument.Maker
  ) throws(Problem) {
    self.inputs = inputs
    self.options = options
    self.follows = follows
    self.maker = maker
    document = try OpenDocument(inputs.first ?? .sample, options, follows: follows, maker)
    state.shelf = Shelf(names: inputs.map(\.name))
  }

  /// The state of the document being read.
  var state: State {
    get { document.state }
    _modify { yield &document.state }
  }

  /// The file of the document being read; nil where it is none.
  var path: String? { document.input.path }

  /// The states of all documents that were opened, in their order.
  var states: [State] { inputs.indices.compactMap { $0 == current ? state : others[$0]?.state } }

  /// Goes to another document. What is said where it cannot be read is said in the one before.
  mutating func open(_ index: Int) {
    guard index != current, inputs.indices.contains(index) else { return }
    var next: OpenDocument
    do throws(Problem) {
      if let known = others[index] {
        next = known
      } else {
        next = try OpenDocument(inputs[index], options, follows: follows, maker)
      }
    } catch {
      state.message = Message(.cannotRead(error), isFailure: true)
      return
    }
    next.state.takeManners(of: state)
    others[current] = document
    others[index] = nil
    (document, current) = (next, index)
    state.shelf = Shelf(names: inputs.map(\.name), current: index)
    state.message = Message(.openedDocument(inputs[index].name, index + 1, of: inputs.count))
  }

  /// Opens a file beside the others; one that is open already is gone to.
  mutating func open(path: String) {
    let input = Input.file(path)
    let known = inputs.firstIndex(of: input)
    if known == nil { inputs.append(input) }
    open(known ?? inputs.count - 1)
    if known == nil, current != inputs.count - 1 { inputs.removeLast() }
  }

  // MARK: - What is under way, for the document being read

  var watched: [pollfd] { document.watched }

  /// Milliseconds until it has to be attended to; -1 where that is only when something happens.
  var patience: Int32 {
    // What a conversion has taken so far is told every second.
    let telling = document.isBusy ? Clock.now + 1000 : nil
    guard let deadline = [document.deadline, telling].compactMap({ $0 }).min() else { return -1 }
    return Int32(clamping: max(0, deadline - Clock.now))
  }

  var isBusy: Bool { document.isBusy }

  /// Does what can be done now. Throws where there is no document after all, and no other.
  mutating func attend() throws(Problem) {
    do throws(Problem) { try document.attend() } catch { try giveUp(because: error) }
  }

  /// Reads the rest of a text of which the beginning is shown; true where that was now.
  mutating func finishBeginning() throws(Problem) -> Bool {
    do throws(Problem) { return try document.finishBeginning() } catch { try giveUp(because: error) }
    return true
  }

  mutating func stop() throws(Problem) {
    do throws(Problem) { try document.stop() } catch { try giveUp(because: error) }
  }

  mutating func reload() { document.reload() }

  /// Goes back to another document from one that cannot be read.
  private mutating func giveUp(because problem: Problem) throws(Problem) {
    guard let other = others.keys.min(), others[other] != nil else { throw problem }
    let failed = current
    open(other)
    others[failed] = nil
    state.message = Message(.cannotRead(problem), isFailure: true)
  }

  // MARK: - Between runs

  /// Takes up what was kept of the document; true where that was now.
  mutating func resume() -> Bool { document.resume() }

  /// Writes down what was searched for.
  func remember(search text: String) -> Problem? { document.remember(search: text) }

  /// Keeps what has changed. Answers why that failed, the first time that it does.
  func keep() -> Problem? { document.keep() }

  /// Keeps a correction of the outline beside the document.
  mutating func keep(_ change: LineCorrection?, line: Int) { document.keep(change, line: line) }

  /// Keeps the places in all documents. Answers the first failure.
  func leave() -> Problem? { ([document] + others.values).compactMap { $0.leave() }.first }
}
