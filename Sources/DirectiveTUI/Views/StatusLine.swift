import DirectiveModel

/// Draws the last row: what is being typed or asked, what was just said, and else where one is and how to get help.
func drawStatus(_ state: State, in area: Area, of frame: inout Frame) {
  let limit = area.column + area.columns
  let language = state.language
  switch state.mode {
  case .prompt(let prompt):
    drawInput(
      label: state.label(of: prompt)(in: language), line: prompt.line, hint: state.hint(for: prompt)(in: language),
      in: area, of: &frame)
  case .picker(let picker):
    drawInput(
      label: picker.label(in: language), line: picker.line, hint: state.hint(for: picker)(in: language), in: area,
      of: &frame)
  case .confirm(let question, _):
    // Where there is no room for all of it, its end is shown, which says what can be answered.
    drawInput(label: "", line: LineEditor(question(in: language) + " "), hint: "", in: area, of: &frame)
  case .help(let help) where help.isTyping:
    let hint = help.line.text.isEmpty || !state.lines(of: help).isEmpty ? "" : Phrase.nothingFits(in: language)
    drawInput(label: "/", line: help.line, hint: hint, in: area, of: &frame)
  case .help(let help):
    drawPlace(state.lines(of: help).isEmpty ? .nothingFits : .closesHelp, [], language, in: area, of: &frame)
  case .present where state.message == nil && state.typedNumber.isEmpty: break
  case .peek: drawPlace(.closesPeek, [], language, in: area, of: &frame)
  case .browse, .present:
    if let use = state.awaitsMark {
      let hint = Phrase.typeMark(in: language)
      drawInput(label: use == .goTo ? "'" : "m", line: LineEditor(), hint: hint, in: area, of: &frame)
    } else if !state.typedNumber.isEmpty || !state.pendingKeys.isEmpty {
      let keys = state.pendingKeys.map(\.description).joined()
      let hint = state.typedNumber.isEmpty ? "" : Phrase.goesToNumber(in: language)
      drawInput(label: "", line: LineEditor(state.typedNumber + keys), hint: hint, in: area, of: &frame)
    } else if let message = state.message {
      let role: Role = message.isFailure ? .failure : .message
      frame.fill(area, role: role)
      frame.putShortened(message.phrase(in: language), row: area.row, column: area.column, limit: limit, role: role)
    } else {
      let place =
        state.placeDescription(of: state.chosen) + state.annotationDescription + state.decodingDescription
      drawPlace(place, state.keyHints, language, in: area, of: &frame)
    }
  }
}

/// Where one is, and at the right as many of the hints as there is room for, the first before the others.
private func drawPlace(
  _ place: Phrase, _ hints: [Phrase], _ language: Language, in area: Area, of frame: inout Frame
) {
  let limit = area.column + area.columns
  frame.fill(area, role: .status)
  let end = frame.putShortened(place(in: language), row: area.row, column: area.column + 1, limit: limit, role: .status)
  for count in stride(from: hints.count, to: 0, by: -1) {
    let text = hints.prefix(count).map { $0(in: language) }.joined(separator: "  ")
    let column = limit - DisplayWidth.columns(of: text) - 1
    guard column >= end + 2 else { continue }
    frame.put(text, row: area.row, column: column, limit: limit, role: .status)
    return
  }
}

/// A label and the line typed after it, with the cursor in it; a hint at the right where there is room.
private func drawInput(label: String, line: LineEditor, hint: String, in area: Area, of frame: inout Frame) {
  let limit = area.column + area.columns
  frame.fill(area, role: .prompt)
  let start = frame.put(label, row: area.row, column: area.column, limit: limit, role: .prompt)
  var before = Array(Glyphs(line.beforeCursor))[...]
  var end = before.reduce(start) { $0 + $1.columns(at: 0) }
  while end >= limit, let first = before.popFirst() { end -= first.columns(at: 0) }
  var column = start
  for glyph in before {
    column = frame.put(glyph, row: area.row, column: column, limit: limit, role: .prompt) ?? column
  }
  frame.cursor = (area.row, max(0, min(column, limit - 1)))
  column = frame.put(line.afterCursor, row: area.row, column: column, limit: limit, role: .prompt)
  let needed = DisplayWidth.columns(of: hint)
  let hintColumn = max(column + 2, limit - needed - 1)
  guard limit - 1 - hintColumn >= min(needed, narrowestHint) else { return }
  frame.putShortened(hint, row: area.row, column: hintColumn, limit: limit - 1, role: .prompt)
}

/// Columns; a hint is rather left out than cut shorter.
private let narrowestHint = 12

extension State {
  /// `2.3 · 9 of 22 · 41%`: address, place among the numbered points, and how far into the text.
  func placeDescription(of id: Int) -> Phrase {
    let doing = activity.map { $0 + Phrase(verbatim: " · ") } ?? .nothing
    let which =
      shelf.names.count > 1 ? Phrase(verbatim: "(\(shelf.current + 1)/\(shelf.names.count)) ") : .nothing
    return which + doing + position(of: id)
  }

  /// The keys that a reader has to know; where one pane is seen, first how to see the other.
  fileprivate var keyHints: [Phrase] {
    let isAlone = areas.outline == nil || areas.text == nil
    let other: [Phrase] = isAlone && size.columns < ScreenAreas.twoPaneColumns ? [.otherPane(focus)] : []
    return [.help] + other + [.quits]
  }

  /// Encoding, line ends, format and damage of the file, for who asks where he is.
  var fileDescription: Phrase {
    let source = document.source
    let facts = [source.decoding.encoding.name, source.lineEnds.names.joined(separator: ", "), fileFormat]
    return Phrase(verbatim: facts.filter { !$0.isEmpty }.map { " · \($0)" }.joined()) + damageDescription
  }

  private var damageDescription: Phrase {
    let damage = document.source.decoding.damagedCount
    return damage == 0 ? .nothing : Phrase(verbatim: " \(drawing.dot) ") + .damaged(damage)
  }

  /// What whoever sees wrong characters has to know: an encoding that is not UTF-8, and damage.
  fileprivate var decodingDescription: Phrase {
    let encoding = document.source.decoding.encoding
    return (encoding == .utf8 ? .nothing : Phrase(verbatim: " \(drawing.dot) \(encoding.name)")) + damageDescription
  }

  private func position(of id: Int) -> Phrase {
    if let page { return position(in: page) }
    guard outline.points.indices.contains(id) else { return Phrase(verbatim: name) }
    let percent = 100 * (id == chosen ? text.anchor : textStart(of: id)) / max(1, document.source.bytes.count)
    let narrowed = filter.map { " \(drawing.dot) & \($0.text)" } ?? ""
    let place = outline.numberedCount > 0 ? countDescription(of: id) + Phrase(verbatim: narrowed) : .noNumbering
    return place + Phrase(verbatim: " \(drawing.dot) \(percent)%")
  }

  /// `2.3 · 9 of 22`: address, and place among the numbered points.
  func countDescription(of id: Int) -> Phrase {
    let address = Phrase(verbatim: placeName(of: id))
    guard outline.points[id].kind == .numbered else { return address }
    return address + Phrase(verbatim: " \(drawing.dot) ") + .place(number(of: id), of: outline.numberedCount)
  }

  /// In a list of documents: how many there are, the file that is chosen, and the address of the point.
  private func position(in page: CatalogPage) -> Phrase {
    guard page.places.indices.contains(chosen) else { return Phrase(verbatim: name) }
    let address = outline.address(of: chosen).map { " \(drawing.dot) \($0)" } ?? ""
    let narrowed = filter.map { " \(drawing.dot) & \($0.text)" } ?? ""
    return .documents(page.catalog.documents.count)
      + Phrase(verbatim: "\(narrowed) \(drawing.dot) \(page.entry(of: chosen).path)\(address)")
  }

  /// A point's place among all numbered points, from 1.
  private func number(of id: Int) -> Int { id + (outline.points[0].kind == .numbered ? 1 : 0) }

  /// What stands before the text of a prompt; where a search keeps to one point, after its address.
  fileprivate func label(of prompt: Prompt) -> Phrase {
    guard let scope = prompt.scope else { return prompt.label }
    return Phrase(verbatim: "\(placeName(of: scope)) ") + prompt.label
  }

  /// Which of the places that fit is shown; while nothing is typed, what can be done.
  fileprivate func hint(for picker: Picker) -> Phrase {
    if let message { return message.phrase }
    if picker.found.isEmpty { return .nothingFits }
    let place = Phrase(verbatim: "\(picker.selected + 1)/\(picker.found.count)")
    return picker.query.isEmpty ? place + .listKeys : place
  }

  /// While a search or a filter is typed: which match is shown, or how many points are kept.
  fileprivate func hint(for prompt: Prompt) -> Phrase {
    if let completion = prompt.completion, completion.candidates.count > 1 {
      return Phrase(verbatim: completion.candidates.dropFirst(completion.chosen ?? 0).joined(separator: "  "))
    }
    if let message { return message.phrase }
    guard !prompt.text.isEmpty else { return .nothing }
    switch prompt.kind {
    case .search:
      guard let search else { return .nothing }
      let place = search.current.map { Phrase(verbatim: "\($0 + 1)/\(search.matches.count)") } ?? .nothingMatches
      return place + search.remark
    case .filter:
      guard let filter, let count = filter.count else { return .nothing }
      return (count == 0 ? .nothingMatches : .points(count)) + filter.remark
    case .command, .note, .save, .pipe: return .nothing
    }
  }
}
