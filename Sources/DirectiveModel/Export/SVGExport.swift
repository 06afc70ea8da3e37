extension ExportFormat {
  static let svg = ExportFormat("svg", fileExtension: "svg", "the outline as a mind map") { extract, output in
    try SVGExport(extract).write(to: &output)
  }
}

/// A mind map: the title in the middle, the first half of the themes to its right, the others to its left.
///
/// Sizes are in pixels. A label's width is counted, not measured, so that the drawing is the same everywhere.
private struct SVGExport {
  private let extract: Extract
  private let map: MindMap
  private var document: Document { extract.document }

  init(_ extract: Extract) {
    self.extract = extract
    map = MindMap(extract)
  }

  func write(to output: inout ExportOutput) throws {
    let title = document.title ?? extract.name
    output.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\"")
    output.raw(" width=\"\(map.width)\" height=\"\(map.height)\" viewBox=\"0 0 \(map.width) \(map.height)\"")
    output.raw(" role=\"img\" aria-labelledby=\"title\">\n<title id=\"title\">")
    output.xml(title)
    output.raw("</title>\n<style>\n\(Self.style)</style>\n")
    output.raw("<rect class=\"paper\" width=\"100%\" height=\"100%\"/>\n")
    output.raw("<text class=\"root\" x=\"\(map.centre)\" y=\"\(map.middle + 5)\" text-anchor=\"middle\">")
    output.xml(MindMap.rootLabel(title))
    output.raw("</text>\n")
    var open: [MindMap.Place] = []
    for (event, place) in zip(extract.walk, map.steps) {
      switch event {
      case .open(let entry):
        let from = open.last.map { ($0.edge, $0.y) } ?? (map.centre + place.side * map.rootReach, map.middle)
        write(entry, place, from: from, to: &output)
        open.append(place)
      case .close: open.removeLast()
      }
      try output.flow()
    }
    output.raw("</svg>\n")
  }

  private func write(
    _ entry: Entry, _ place: MindMap.Place, from: (x: Int, y: Int), to output: inout ExportOutput
  ) {
    let bend = (from.x + place.x) / 2
    output.raw("<path d=\"M\(from.x) \(from.y)C\(bend) \(from.y) \(bend) \(place.y) \(place.x) \(place.y)\"/>")
    let anchor = place.side > 0 ? "start" : "end"
    output.raw("<text class=\"d\(min(entry.depth, 3))\" x=\"\(place.x + 6 * place.side)\" y=\"\(place.y + 4)\"")
    output.raw(" text-anchor=\"\(anchor)\">")
    let label = entry.mapLabel(in: document)
    if label.isCut {
      output.raw("<title>")
      output.xml("\(entry.address) \(document.heading(of: entry.id))")
      output.raw("</title>")
    }
    output.xml(label.text)
    output.raw("</text>\n")
  }

  private static let style = """
    .paper { fill: #fff; }
    text { font: 13px sans-serif; fill: #1c1c1c; }
    .root { font-size: 17px; font-weight: bold; }
    .d1 { font-weight: bold; }
    path { fill: none; stroke: #8a97a8; stroke-width: 1.5; }
    @media (prefers-color-scheme: dark) {
      .paper { fill: #17181a; }
      text { fill: #e4e4e0; }
      path { stroke: #6b7686; }
    }

    """
}
