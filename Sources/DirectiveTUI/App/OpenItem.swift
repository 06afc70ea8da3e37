import DirectiveModel
import Glibc

/// What a screen shows, and what is under way for it: a document, or a list of documents.
protocol OpenItem: AnyObject {
  var input: Input { get }
  var state: State { get set }

  /// The descriptors to wait for.
  var watched: [pollfd] { get }
  /// When to attend to it at the latest, by `Clock`; nil where only `watched` matters.
  var deadline: Int? { get }
  var isBusy: Bool { get }
  /// Does what can be done now. Throws where there is nothing to be shown after all.
  func attend() throws(Problem)
  /// Reads the rest of a text of which the beginning is shown; true where that was now.
  func finishBeginning() throws(Problem) -> Bool
  /// Stops what is under way. Throws where nothing is there yet.
  func stop() throws(Problem)
  /// Reads it again, and keeps the place.
  func reload()

  /// Takes up what was kept and goes where it was entered, once it is there; true where that was now.
  func resume() -> Bool
  func arrive(at arrival: Arrival)

  /// Writes down what was searched for.
  func remember(search text: String) -> Problem?
  /// Keeps what has changed. Answers why that failed, the first time that it does.
  func keep() -> Problem?
  /// Keeps a correction of the outline beside the document.
  func keep(_ change: LineCorrection?, line: Int)
  /// Keeps the place that is left.
  func leave() -> Problem?

  /// Reads a document of a list, to show its points in it, and goes to a place there.
  func unfold(path: String, place: String?)
  /// Searches all documents of a list.
  func searchDocuments(for text: String)
}

/// A document holds no others.
extension OpenDocument {
  func unfold(path: String, place: String?) {}
  func searchDocuments(for text: String) {}
}
