import DirectiveModel

/// Notes and ticks at points.
extension State {
  /// Opens a line for a point's note, with what it says already.
  mutating func startNote(at point: Int) {
    open(.note(point: point, address: placeName(of: point)), text: annotations.notes[point] ?? "")
  }

  /// Makes `text` the note of a point; none where it is blank.
  mutating func setNote(_ text: String, of point: Int) {
    let text = Whitespace.collapse(text)
    let before = annotations.notes[point]
    annotations.notes[point] = text.isEmpty ? nil : text
    if annotations.notes[point] == before { return }
    let place = placeName(of: point)
    tellAnnotation(
      text.isEmpty ? .noteRemoved(from: place) : before == nil ? .noted(at: place) : .noteChanged(at: place))
  }

  /// Adds `text` to the note of the chosen point; without text, opens it.
  mutating func addNote(_ text: String) {
    guard !text.isEmpty else { return startNote(at: chosen) }
    setNote(annotations.notes[chosen].map { $0 + "; " + text } ?? text, of: chosen)
  }

  /// Lists the notes in reading order.
  mutating func listNotes() {
    guard !annotations.notes.isEmpty else {
      message = Message(.noNotes)
      return
    }
    let points = annotations.notes.keys.sorted()
    openPicker(.notes, found: points, selected: points.lastIndex { $0 <= chosen } ?? 0)
  }

  /// Goes to the next point with a note, or the one before, and says what the note is; stops at the first and last.
  mutating func moveToNote(_ steps: Int) {
    let noted = annotations.notes.keys.filter(folds.keeps).sorted()
    let behind = noted.firstIndex { $0 > chosen } ?? noted.count
    let before = noted.lastIndex { $0 < chosen } ?? -1
    let found = steps > 0 ? min(behind + steps, noted.count) - 1 : max(before + steps, -1) + 1
    guard steps > 0 ? behind < noted.count : before >= 0 else {
      message = Message(noted.isEmpty ? .noNotes : .noFurtherNote(after: steps > 0))
      return
    }
    jump(to: noted[found])
    let note = annotations.notes[noted[found]] ?? ""
    say(Phrase(verbatim: "\(placeName(of: noted[found])) \(drawing.note) \(note)"))
  }

  /// Ticks a point: read, then to discuss, then done, then not at all.
  mutating func tick(_ point: Int) {
    let ticks = Tick.allCases
    let next = annotations.ticks[point].flatMap { ticks.firstIndex(of: $0) }.map { $0 + 1 } ?? 0
    annotations.ticks[point] = next < ticks.count ? ticks[next] : nil
    tellAnnotation(.ticked(placeName(of: point), annotations.ticks[point]))
  }

  /// Says what was noted, ticked or marked, and where it does not outlast the reading, that.
  mutating func tellAnnotation(_ phrase: Phrase) {
    message = Message(isKept ? phrase : phrase + .forThisReading)
  }

  /// How many points inside `id` are read or done, of how many; nil where none of them is ticked.
  func progress(of id: Int) -> (ticked: Int, points: Int)? {
    let inside = id + 1..<Int(outline.points[id].end)
    guard annotations.ticks.keys.contains(where: inside.contains) else { return nil }
    return (annotations.ticks.count { inside.contains($0.key) && $0.value != .toDiscuss }, inside.count)
  }

  /// What the outline shows of a point's tick, note and progress, between its address and its heading.
  func signs(of id: Int) -> String {
    var signs = annotations.ticks[id].map { drawing.sign(of: $0) + " " } ?? ""
    if annotations.notes[id] != nil { signs += drawing.note + " " }
    if let progress = progress(of: id) { signs += "[\(progress.ticked)/\(progress.points)] " }
    return signs
  }

  /// The chosen point's tick and note, for the status line.
  var annotationDescription: Phrase {
    let tick = annotations.ticks[chosen].map { Phrase(verbatim: " \(drawing.dot) ") + .tick($0) } ?? .nothing
    return tick + Phrase(verbatim: annotations.notes[chosen].map { " \(drawing.dot) \(drawing.note) \($0)" } ?? "")
  }

  /// Takes up what was kept of the document, and goes on where it was left.
  mutating func resume(_ opening: Keeper.Opening) {
    takeUp(opening)
    guard let place = opening.place, place.offset != text.anchor else { return }
    if jumps.isArriving { readingPlace = nil } else { leavePlace() }
    reveal(outline.point(holding: place.offset) ?? 0)
    read(at: layout.row(holding: place.offset).lowerBound, height: max(0, place.height))
    if message == nil { message = Message(.whereLeft(placeName(of: chosen))) }
  }

  /// Takes up what was kept of the document, and says what is amiss with it.
  mutating func takeUp(_ opening: Keeper.Opening) {
    annotations = opening.annotations
    isKept = opening.isKept
    history.lines[.search] = opening.searches
    if let trouble = opening.trouble {
      message = Message(.stateTrouble(trouble), isFailure: true)
    } else if opening.lost > 0 {
      message = Message(.lost(opening.lost), isFailure: true)
    }
  }
}
