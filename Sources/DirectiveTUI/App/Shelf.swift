/// The documents that are open beside the one being read, as they are listed.
struct Shelf: Equatable, Sendable {
  /// The names of all, in the order given.
  var names: [String] = []
  /// The index of the one being read.
  var current = 0
}

extension State {
  /// Takes what does not belong to a document: settings, history, the screen.
  mutating func takeManners(of other: State) {
    settings = other.settings
    bindings = other.bindings
    history = other.history
    hasUnicode = other.hasUnicode
    size = other.size
    asksToStop = other.asksToStop
  }

  /// Goes to the next document, or the one before; past the last one, to the first.
  mutating func moveDocuments(_ steps: Int) -> Effect? {
    let count = shelf.names.count
    guard count > 1 else {
      message = Message(.onlyDocument, isFailure: true)
      return nil
    }
    return .openDocument((shelf.current + steps % count + count) % count)
  }
}
