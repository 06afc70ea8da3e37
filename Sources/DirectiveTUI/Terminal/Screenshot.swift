import DirectiveModel

/// A picture of the screen as SVG, with its colours: each character stands at its column, whatever the font.
struct Screenshot {
  let frame: Frame
  let theme: Theme

  /// In pixels.
  private static let cell = (width: 9, height: 19)
  private static let margin = 10
  private static let baseline = 14

  var svg: String {
    let width = frame.size.columns * Self.cell.width + 2 * Self.margin
    let height = frame.size.rows * Self.cell.height + 2 * Self.margin
    var svg = """
      <svg xmlns="http://www.w3.org/2000/svg" width="\(width)" height="\(height)" viewBox="0 0 \(width) \(height)" \
      xml:space="preserve">
      <style>
      text { font: 15px "DejaVu Sans Mono", "Noto Sans Mono CJK SC", Menlo, Consolas, monospace; }
      .bold { font-weight: bold; }
      .underline { text-decoration: underline; }
      .faint { opacity: .6; }
      </style>
      <rect width="\(width)" height="\(height)" rx="6" fill="\(background)"/>

      """
    for row in 0..<frame.size.rows { for run in runs(of: row) { svg += draw(run, row: row) } }
    return svg + "</svg>\n"
  }

  /// Cells beside each other that look alike; what is no ASCII stands alone, so that no font can shift its neighbours.
  private struct Run {
    let column: Int
    var columns: Int
    var text: String
    let role: Role
    var isNarrow: Bool
  }

  private func runs(of row: Int) -> [Run] {
    var runs: [Run] = []
    for (column, cell) in frame.row(row).enumerated() {
      let text = cell.text.string
      let isNarrow = text.utf8.count == 1
      if text.isEmpty, let last = runs.indices.last {
        runs[last].columns += 1
      } else if isNarrow, let last = runs.last, last.isNarrow, last.role == cell.role {
        runs[runs.count - 1].columns += 1
        runs[runs.count - 1].text += text
      } else {
        runs.append(Run(column: column, columns: 1, text: text, role: cell.role, isNarrow: isNarrow))
      }
    }
    return runs
  }

  private func draw(_ run: Run, row: Int) -> String {
    let look = theme.look(of: run.role)
    var colors = (front: look.foreground.map(hex) ?? text, back: look.background.map(hex))
    if look.reverse { colors = (colors.back ?? background, colors.front) }
    let y = Self.margin + row * Self.cell.height
    var svg = ""
    if let back = colors.back {
      svg += "<rect x=\"\(left(run.column))\" y=\"\(y)\" width=\"\(run.columns * Self.cell.width)\""
      svg += " height=\"\(Self.cell.height)\" fill=\"\(back)\"/>\n"
    }
    // Blanks at the ends are left out: not every program keeps them, and the others would be drawn in their place.
    guard let first = run.text.firstIndex(where: { $0 != " " }), let last = run.text.lastIndex(where: { $0 != " " })
    else { return svg }
    let text = run.text[first...last]
    let indent = run.text.distance(from: run.text.startIndex, to: first)
    let width = (run.isNarrow ? text.count : run.columns) * Self.cell.width
    let classes = [(look.bold, "bold"), (look.underline, "underline"), (look.faint, "faint")].filter(\.0).map(\.1)
    svg += "<text x=\"\(left(run.column + indent))\" y=\"\(y + Self.baseline)\""
    svg += " textLength=\"\(width)\" lengthAdjust=\"spacingAndGlyphs\""
    if !classes.isEmpty { svg += " class=\"\(classes.joined(separator: " "))\"" }
    return svg + " fill=\"\(colors.front)\">\(escaped(text))</text>\n"
  }

  private func left(_ column: Int) -> Int { Self.margin + column * Self.cell.width }

  /// Text of a frame holds no control character.
  private func escaped(_ text: Substring) -> String {
    text.reduce(into: "") { escaped, character in
      switch character {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      default: escaped.append(character)
      }
    }
  }

  /// What a terminal's own colours look like.
  private var text: String { theme.name == .light ? "#24292f" : "#d7dbe0" }
  private var background: String { theme.name == .light ? "#fbfbf9" : "#1b1e23" }

  /// `#rrggbb`
  private func hex(_ color: Color) -> String {
    let digits = String(color.rgb, radix: 16)
    return "#" + String(repeating: "0", count: max(0, 6 - digits.count)) + digits
  }
}
