/// The documents that are open beside the one being read, as they are listed.
struct Shelf: Equatable, Sendable {
  /// The names of all, in the order given.
  var names: [String] = []
  /// The index of the one being read.
  var current = 0
  /// The index of the list that it was opened from.
  var origin: Int?
}

/// Where a document is entered from a list of documents.
struct Arrival: Equatable, Sendable {
  let path: String
  /// A place in it as it was typed.
  var place: String?
  /// A byte of its text; without either it is entered where it was left.
  var offset: Int?
  /// What was searched for.
  var sought: String?
}

extension State {
  /// Takes what does not belong to a document: settings, history, the screen.
  mutating func takeManners(of other: State) {
    settings = other.settings
    bindings = other.bindings
    history = other.history
    said = other.said
    hasUnicode = other.hasUnicode
    size = other.size
    asksToStop = other.asksToStop
  }

  /// Goes to the place in a document that a list of documents led to.
  mutating func arrive(at arrival: Arrival) {
    if let place = arrival.place {
      readingPlace = nil
      focus = .text
      let before = jumps
      _ = goTo(place)
      jumps = before  // one comes from the list, and not from the beginning of the text
    }
    guard let offset = arrival.offset, offset < document.source.bytes.count else { return }
    readingPlace = nil
    show(offset)
    focus = .text
    guard let sought = arrival.sought else { return }
    var found = Search(sought, .forward, in: document)
    found.current = found.index(from: offset)
    search = found
  }

  /// Goes to a place that was jumped from, as far as it is still there.
  mutating func arrive(at place: TextPosition) {
    var place = place
    place.anchor = min(place.anchor, document.source.bytes.count)
    readingPlace = nil
    show(place)
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
