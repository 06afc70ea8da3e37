// Prints the headings of a document with their addresses, then one point of it as Markdown.
import DirectiveModel

let text = """
  Notice on the reading room

  1. Opening hours

  (a) Open on Sundays. The doors open at nine.

  (b) Close at noon before feasts.

  2. Care for the books
  """
let document = Document(source: Source(text))
for id in document.outline.points.indices {
  guard let address = document.outline.address(of: id) else { continue }
  print(address, document.heading(of: id), separator: "  ")
}
let part = Extract(document, name: "notice", selection: try document.selection(at: "1.1"))
try ExportFormat(named: "markdown")?.export(part) { print(String(decoding: $0, as: UTF8.self), terminator: "") }
