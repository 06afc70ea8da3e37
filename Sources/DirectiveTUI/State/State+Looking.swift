/// Where the text is read, and the point at the top of the outline then.
struct ReadingPlace: Equatable, Sendable {
  let text: TextPosition
  let outlineTop: Int
}

/// Looking at other points from the outline, and coming back.
///
/// The outline's cursor moves without moving the reader: the text pane shows the point it is on, and the place that was
/// read is kept. Enter, Tab and every jump make what is shown the place that is read; Esc returns to the other.
extension State {
  /// Puts the outline's cursor on a point; the text shows it where that is wanted.
  mutating func look(at id: Int, preview: Bool) {
    let id = min(max(0, id), max(0, outline.points.count - 1))
    guard preview else {
      chosen = id
      return
    }
    let read = readingPlace ?? ReadingPlace(text: text, outlineTop: outlineTop)
    isPeeking = false
    choose(id)
    readingPlace = text == read.text || page != nil ? nil : read  // nothing is read in a list of documents
  }

  /// The same as the settings want it.
  mutating func look(at id: Int) { look(at: id, preview: settings.previews) }

  /// The id of the point that is read.
  var readPoint: Int { outline.point(holding: readText.anchor) ?? 0 }

  /// The text that is read, shown or not.
  var readText: TextPosition { readingPlace?.text ?? text }

  /// Makes what is shown the place that is read; the one before it is left for `goBack`.
  mutating func settle() {
    guard let place = readingPlace else { return }
    readingPlace = nil
    jumps.leave(place.text)
  }

  /// Returns to what is read; false where it is shown already, and the outline's cursor is on it.
  mutating func stopLooking() -> Bool {
    guard readingPlace != nil || chosen != readPoint, focus == .outline else { return false }
    if let place = readingPlace { (text, outlineTop) = (place.text, place.outlineTop) }
    readingPlace = nil
    chosen = readPoint
    return true
  }

  /// Leaves the place that is read for `goBack`: a jump to a byte follows, unless that is where one is.
  mutating func leavePlace(for offset: Int? = nil) {
    if readText.anchor != offset { jumps.leave(readText) }
    readingPlace = nil
  }
}
