@testable import DirectiveModel

/// The outline as text, one line for each numbered point that begins a line: two blanks for each level, the marker, the heading.
func outlineText(_ text: String) -> String {
  let document = Document(source: Source(text))
  return document.outline.points.indices.filter { id in
    document.outline.points[id].kind == .numbered && !document.outline.points[id].isInline
  }.map { id in
    let marker = document.marker(of: id)
    let heading = document.heading(of: id)
    let indent = String(repeating: "  ", count: Int(document.outline.points[id].depth) - 1)
    return indent + [marker, heading].filter { !$0.isEmpty }.joined(separator: " ")
  }.joined(separator: "\n")
}

/// The depths of the points of a document of which each line is a marker and a word of its own; 0 where a line is no point.
func depths(_ markers: [String]) -> [Int] {
  let words = ["Water", "Fire", "Wood", "Straw", "Iron", "Stone", "Corn", "Oil", "Rope", "Salt", "Wool", "Clay"]
  let source = Source(markers.indices.map { markers[$0] + " " + words[$0 % words.count] }.joined(separator: "\n"))
  let points = OutlineReader.outline(of: source).points.filter { $0.kind == .numbered }
  return (1...markers.count).map { line in points.first { Int($0.line) == line }.map { Int($0.depth) } ?? 0 }
}
