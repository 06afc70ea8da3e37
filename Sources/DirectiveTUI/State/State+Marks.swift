import DirectiveModel

/// What the letter of a mark is typed for.
enum MarkUse: Equatable, Sendable {
  /// To mark that byte.
  case set(at: Int)
  case goTo
}

extension State {
  /// The byte where the reader is: in the outline, the beginning of the chosen point.
  var placeOffset: Int { focus == .outline ? textStart(of: chosen) : text.anchor }

  /// Takes the letter of a mark; `'` and a backquote are the place before the last jump.
  mutating func take(_ key: Key, asMarkTo use: MarkUse) -> Effect? {
    guard case .character(let letter) = key else {
      if key == .escape || key == .control("c") { return nil }
      message = Message(.markLetter, isFailure: true)
      return .bell
    }
    switch use {
    case .goTo where letter == "'" || letter == "`": return goToPrevious()
    case .goTo: return goToMark(letter)
    case .set(let offset):
      guard letter.isLetter else {
        message = Message(.markLetter, isFailure: true)
        return .bell
      }
      annotations.marks[letter] = offset
      tellAnnotation(.marked(letter, placeName(of: outline.point(holding: offset) ?? chosen)))
      return nil
    }
  }

  private mutating func goToMark(_ letter: Character) -> Effect? {
    guard let offset = annotations.marks[letter] else {
      message = Message(.noMark(letter), isFailure: true)
      return .bell
    }
    jump(toOffset: min(offset, document.source.bytes.count))
    return nil
  }

  private mutating func goToPrevious() -> Effect? {
    guard let place = jumps.previous else {
      message = Message(.nothingBack)
      return .bell
    }
    leavePlace()
    show(place)
    return nil
  }

  /// Lists the marks in reading order.
  mutating func listMarks() {
    let offsets = annotations.marks.values.sorted()
    guard !offsets.isEmpty else {
      message = Message(.noMarks)
      return
    }
    openPicker(.marks, found: offsets, selected: 0)
  }

  /// The letters of the marks at a byte.
  func letters(at offset: Int) -> String { String(annotations.marks.filter { $0.value == offset }.keys.sorted()) }
}
