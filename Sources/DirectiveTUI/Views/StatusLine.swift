import DirectiveModel

/// Draws the last row: what is being typed or asked, what was just said, and else where one is and how to get help.
func drawStatus(_ state: State, in area: Area, of frame: inout Frame) {
  let limit = area.column + area.columns
  let language = state.language
  switch state.mode {
  case .prompt(let prompt):
    drawInput(
      label: prompt.label(in: language), text: prompt.text, hint: state.hint(for: prompt)(in: language), in: area,
      of: &frame)
  case .picker(let picker):
    let hint = picker.found.isEmpty ? Phrase.nothingFits(in: language) : "\(picker.selected + 1)/\(picker.found.count)"
    drawInput(label: picker.label(in: language), text: picker.query, hint: hint, in: area, of: &frame)
  case .confirm(let question, _):
    frame.fill(area, role: .prompt)
    let end = frame.put(question(in: language) + " ", row: area.row, column: area.column, limit: limit, role: .prompt)
    frame.cursor = (area.row, min(end, max(0, limit - 1)))
  case .help:
    drawPlace(Phrase.closesHelp, language, in: area, of: &frame)
  case .browse:
    if !state.typedNumber.isEmpty || !state.pendingKeys.isEmpty {
      let keys = state.pendingKeys.map(\.description).joined()
      let hint = state.typedNumber.isEmpty ? "" : Phrase.goesToNumber(in: language)
      drawInput(label: "", text: state.typedNumber + keys, hint: hint, in: area, of: &frame)
    } else if let message = state.message {
      let role: Role = message.isFailure ? .failure : .message
      frame.fill(area, role: role)
      frame.putShortened(message.phrase(in: language), row: area.row, column: area.column, limit: limit, role: role)
    } else {
      drawPlace(state.placeDescription + state.annotationDescription, language, in: area, of: &frame)
    }
  }
}

private func drawPlace(_ place: Phrase, _ language: Language, in area: Area, of frame: inout Frame) {
  let limit = area.column + area.columns
  let help = Phrase.help(in: language)
  frame.fill(area, role: .status)
  let end = frame.putShortened(place(in: language), row: area.row, column: area.column + 1, limit: limit, role: .status)
  let helpColumn = limit - DisplayWidth.columns(of: help) - 1
  if helpColumn >= end + 2 {
    frame.put(help, row: area.row, column: helpColumn, limit: limit, role: .status)
  }
}

/// A label and what is typed after it, with the cursor at its end; a hint at the right where there is room.
private func drawInput(label: String, text: String, hint: String, in area: Area, of frame: inout Frame) {
  let limit = area.column + area.columns
  frame.fill(area, role: .prompt)
  let labelEnd = frame.put(label, row: area.row, column: area.column, limit: limit, role: .prompt)
  var glyphs = Array(Glyphs(text))[...]
  while !glyphs.isEmpty, labelEnd + glyphs.reduce(0, { $0 + $1.columns }) >= limit { glyphs.removeFirst() }
  var column = labelEnd
  for glyph in glyphs {
    column = frame.put(glyph, row: area.row, column: column, limit: limit, role: .prompt) ?? column
  }
  frame.cursor = (area.row, max(0, min(column, limit - 1)))
  let hintColumn = limit - DisplayWidth.columns(of: hint) - 1
  if hintColumn >= column + 2 {
    frame.put(hint, row: area.row, column: hintColumn, limit: limit, role: .prompt)
  }
}

extension State {
  /// `2.3 · 9 of 22 · 41%`: address, place among the numbered points, and how far into the text.
  var placeDescription: Phrase {
    guard outline.points.indices.contains(chosen) else { return Phrase(verbatim: name) }
    let percent = 100 * text.anchor / max(1, document.source.bytes.count)
    guard outline.numberedCount > 0 else { return .noNumbering + Phrase(verbatim: " · \(percent)%") }
    var description = Phrase(verbatim: document.addressText(of: chosen))
    if outline.points[chosen].kind == .numbered, let position = numberedPosition {
      description = description + Phrase(verbatim: " · ") + .place(position, of: outline.numberedCount)
    }
    let narrowed = filter.map { " · & \($0.text)" } ?? ""
    return description + Phrase(verbatim: "\(narrowed) · \(percent)%")
  }

  /// The chosen point's place among all numbered points, from 1.
  private var numberedPosition: Int? {
    outline.points.first.map { chosen + ($0.kind == .numbered ? 1 : 0) }
  }

  /// While a search or a filter is typed: which match is shown, or how many points are kept.
  fileprivate func hint(for prompt: Prompt) -> Phrase {
    guard !prompt.text.isEmpty else { return .nothing }
    switch prompt.kind {
    case .search:
      guard let search else { return .nothing }
      let place = search.current.map { Phrase(verbatim: "\($0 + 1)/\(search.matches.count)") } ?? .nothingMatches
      return place + (search.remark ?? .nothing)
    case .filter: return filter.map { $0.count == 0 ? .nothingMatches : .points($0.count) } ?? .nothing
    case .command, .note, .save: return .nothing
    }
  }
}
