import DirectiveModel

/// Why each line is a point or not, as a table: line, address, marker, style and rule.
struct ExplanationText {
  let document: Document

  init(_ document: Document) { self.document = document }

  func print() throws(Problem) {
    let rows = document.explanations().map(cells)
    let header = ["line", "point", "marker", "style", "rule"]
    let widths = header.indices.map { column in
      ([header] + rows).map { DisplayWidth.columns(of: $0[column]) }.max() ?? 0
    }
    var output = Output.standard
    for row in [header] + rows {
      var line = ""
      for (column, cell) in row.enumerated() {
        let blanks = String(repeating: " ", count: widths[column] - DisplayWidth.columns(of: cell))
        switch column {
        case 0: line += blanks + cell
        case row.count - 1: line += "  " + cell
        default: line += "  " + cell + blanks
        }
      }
      try output.writeLine(line)
    }
    try output.flush()
  }

  private func cells(_ explanation: Explanation) -> [String] {
    [
      String(explanation.line),
      explanation.point.map(document.addressText) ?? "-",
      document.source.singleLine(explanation.marker),
      explanation.style,
      explanation.rule.rawValue,
    ]
  }
}
