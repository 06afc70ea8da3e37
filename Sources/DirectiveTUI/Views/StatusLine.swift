import DirectiveModel

/// Draws the last row: what is being typed or asked, what was just said, and else where one is and how to get help.
func drawStatus(_ state: State, in area: Area, of frame: inout Frame) {
  let limit = area.column + area.columns
  switch state.mode {
  case .prompt(let prompt):
    drawInput(label: prompt.label, text: prompt.text, hint: state.hint(for: prompt), in: area, of: &frame)
  case .picker(let picker):
    let hint = picker.found.isEmpty ? "nothing fits" : "\(picker.selected + 1)/\(picker.found.count)"
    drawInput(label: picker.label, text: picker.query, hint: hint, in: area, of: &frame)
  case .confirm(let question, _):
    frame.fill(area, role: .prompt)
    let end = frame.put(question + " ", row: area.row, column: area.column, limit: limit, role: .prompt)
    frame.cursor = (area.row, min(end, max(0, limit - 1)))
  case .help:
    drawPlace("F1 or q closes this help", in: area, of: &frame)
  case .browse:
    if !state.typedNumber.isEmpty || !state.pendingKeys.isEmpty {
      let keys = state.pendingKeys.map(\.description).joined()
      let hint = state.typedNumber.isEmpty ? "" : "Enter goes to that point"
      drawInput(label: "", text: state.typedNumber + keys, hint: hint, in: area, of: &frame)
    } else if let message = state.message {
      let role: Role = message.isFailure ? .failure : .message
      frame.fill(area, role: role)
      frame.putShortened(message.text, row: area.row, column: area.column, limit: limit, role: role)
    } else {
      drawPlace(state.placeDescription, in: area, of: &frame)
    }
  }
}

private func drawPlace(_ place: String, in area: Area, of frame: inout Frame) {
  let limit = area.column + area.columns
  let help = "F1 help  q quit"
  frame.fill(area, role: .status)
  let end = frame.putShortened(place, row: area.row, column: area.column + 1, limit: limit, role: .status)
  let helpColumn = limit - help.count - 1
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
  var placeDescription: String {
    guard outline.points.indices.contains(chosen) else { return name }
    let percent = 100 * text.anchor / max(1, document.source.bytes.count)
    guard outline.numberedCount > 0 else { return "no numbered points found · \(percent)%" }
    let narrowed = filter.map { " · & \($0.text)" } ?? ""
    let place =
      outline.points[chosen].kind == .numbered ? numberedPosition.map { " · \($0) of \(outline.numberedCount)" } : nil
    return "\(document.addressText(of: chosen))\(place ?? "")\(narrowed) · \(percent)%"
  }

  /// The chosen point's place among all numbered points, from 1.
  private var numberedPosition: Int? {
    outline.points.first.map { chosen + ($0.kind == .numbered ? 1 : 0) }
  }

  /// While a search or a filter is typed: which match is shown, or how many points are kept.
  fileprivate func hint(for prompt: Prompt) -> String {
    guard !prompt.text.isEmpty else { return "" }
    switch prompt.kind {
    case .search:
      guard let search else { return "" }
      let remark = search.remark.map { ", \($0)" } ?? ""
      return (search.current.map { "\($0 + 1)/\(search.matches.count)" } ?? "no match") + remark
    case .filter: return filter.map { $0.count == 0 ? "no match" : counted($0.count) } ?? ""
    case .command, .save: return ""
    }
  }
}
