/// The places jumped from, in all open documents, for going back and forward. The document being read has it.
struct JumpList: Equatable, Sendable {
  /// A place in one of the open documents.
  struct Place: Equatable, Sendable {
    /// Its index on the shelf.
    let document: Int
    var text: TextPosition
  }

  /// The index of the document being read.
  var document = 0
  private var back: [Place] = []
  private var forward: [Place] = []

  /// Where the last jump in the document being read came from.
  var previous: TextPosition? { back.last { $0.document == document }?.text }

  var hasPlaceBack: Bool { !back.isEmpty }

  /// Whether the last jump led here from another document.
  var isArriving: Bool { back.last.map { $0.document != document } ?? false }

  /// Notes that a jump leaves a place in the document being read; the same text at another height is the same place.
  mutating func leave(_ text: TextPosition) {
    if let last = back.last, last.document == document, last.text.anchor == text.anchor { back.removeLast() }
    back.append(Place(document: document, text: text))
    forward.removeAll()
  }

  /// The place so many steps back from `here` in the document being read, or as many as there are; nil where there is
  /// none.
  mutating func goBack(_ steps: Int, from here: TextPosition) -> Place? {
    Self.go(steps, from: Place(document: document, text: here), through: &back, leaving: &forward)
  }

  mutating func goForward(_ steps: Int, from here: TextPosition) -> Place? {
    Self.go(steps, from: Place(document: document, text: here), through: &forward, leaving: &back)
  }

  private static func go(
    _ steps: Int, from here: Place, through places: inout [Place], leaving left: inout [Place]
  ) -> Place? {
    var here = here
    let steps = min(steps, places.count)
    for _ in 0..<steps {
      left.append(here)
      here = places.removeLast()
    }
    return steps > 0 ? here : nil
  }

  /// Moves every place in the document being read to where its text is now.
  mutating func move(_ moved: (Int) -> Int) {
    func move(_ places: inout [Place]) {
      for index in places.indices where places[index].document == document {
        places[index].text.anchor = moved(places[index].text.anchor)
      }
    }
    move(&back)
    move(&forward)
  }
}
