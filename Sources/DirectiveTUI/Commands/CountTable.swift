import ArgumentParser
import DirectiveModel

enum TableFormat: String, ExpressibleByArgument, CaseIterable {
  case text, csv, json
}

/// Counts as a table: a row for each point, a column for each word or pattern.
struct CountTable {
  struct Row {
    /// Nil where there is one document only.
    let document: String?
    let address: String
    let heading: String
    let counts: [Int]
  }

  let columns: [String]
  let rows: [Row]

  func print(_ format: TableFormat) throws(Problem) {
    var output = Output.standard
    switch format {
    case .text: try writeText(to: &output)
    case .csv: try writeCSV(to: &output)
    case .json: try writeJSON(to: &output)
    }
    try output.flush()
  }

  private var sums: [Int] { columns.indices.map { column in rows.reduce(0) { $0 + $1.counts[column] } } }

  // MARK: - Text

  private func writeText(to output: inout Output) throws(Problem) {
    let names = rows.map { row in [row.document, row.address].compactMap { $0 }.joined(separator: ":") }
    let nameWidth = (names + ["total"]).map(DisplayWidth.columns).max() ?? 0
    let widths = columns.indices.map { column in
      max(DisplayWidth.columns(of: columns[column]), String(sums[column]).count)
    }
    func line(_ name: String, _ cells: [String], _ heading: String) -> String {
      var line = name + String(repeating: " ", count: nameWidth - DisplayWidth.columns(of: name))
      for (cell, width) in zip(cells, widths) {
        line += String(repeating: " ", count: 2 + width - DisplayWidth.columns(of: cell)) + cell
      }
      return heading.isEmpty ? line : line + "  " + heading
    }
    try output.writeLine(line("", columns, ""))
    for (row, name) in zip(rows, names) { try output.writeLine(line(name, row.counts.map(String.init), row.heading)) }
    try output.writeLine(line("total", sums.map(String.init), ""))
  }

  /// Each column as bars, the longest as long as the room allows.
  func printBars(columns width: Int) throws(Problem) {
    var output = Output.standard
    let names = rows.map { row in [row.document, row.address].compactMap { $0 }.joined(separator: ":") }
    let nameWidth = names.map(DisplayWidth.columns).max() ?? 0
    for (column, title) in columns.enumerated() {
      let most = rows.map { $0.counts[column] }.max() ?? 0
      let room = max(1, width - nameWidth - String(most).count - 4)
      if column > 0 { try output.writeLine("") }
      try output.writeLine("\(title) (\(sums[column]))")
      for (row, name) in zip(rows, names) {
        let count = row.counts[column]
        let length = most <= room ? count : (count * room + most - 1) / most
        let pad = String(repeating: " ", count: nameWidth - DisplayWidth.columns(of: name))
        let bar = String(repeating: "=", count: length)
        try output.writeLine("  \(name)\(pad)  \(bar)\(length > 0 ? " " : "")\(count)")
      }
    }
    try output.flush()
  }

  // MARK: - CSV and JSON

  /// Texts between quotes, as in the export of a document.
  private func writeCSV(to output: inout Output) throws(Problem) {
    let named = rows.contains { $0.document != nil }
    let head = (named ? ["document"] : []) + ["address", "heading"] + columns.map { $0.csv() }
    try output.write(head.joined(separator: ",") + "\r\n")
    for row in rows {
      let name = named ? [(row.document ?? "").csv()] : []
      let fields = name + [row.address, row.heading.csv()] + row.counts.map(String.init)
      try output.write(fields.joined(separator: ",") + "\r\n")
    }
  }

  private func writeJSON(to output: inout Output) throws(Problem) {
    var json = JSONWriter()
    json.raw("[")
    for (index, row) in rows.enumerated() {
      json.raw(index > 0 ? ",\n {" : "\n {")
      if let document = row.document {
        json.raw("\"document\":")
        json.string(document)
        json.raw(",")
      }
      json.raw("\"address\":")
      json.string(row.address)
      json.raw(",\"heading\":")
      json.string(row.heading)
      json.raw(",\"counts\":{")
      for (column, count) in zip(columns, row.counts).enumerated() {
        if column > 0 { json.raw(",") }
        json.string(count.0)
        json.raw(":")
        json.number(count.1)
      }
      json.raw("}}")
    }
    json.raw("\n]\n")
    try output.write(json.take()[...])
  }
}
