extension ExportFormat {
  /// The outline as a graph for Graphviz: each point by its address, with its heading as the label.
  static let dot = ExportFormat("dot", fileExtension: "dot", "the outline as a graph, for Graphviz") {
    extract, output in
    let document = extract.document
    output.raw("digraph outline {\n  graph [rankdir=LR, charset=\"UTF-8\"];\n")
    output.raw("  node [shape=box, style=rounded, fontname=\"sans-serif\"];\n  edge [arrowhead=none];\n")
    output.raw("  document [label=\"")
    output.dot((document.title ?? extract.name).shortened(to: 60))
    output.raw("\", style=\"rounded,bold\"];\n")
    var open = ["document"]
    for event in extract.walk {
      switch event {
      case .open(let entry):
        let head = document.source.singleLine(entry.head)
        output.raw("  \"\(entry.address)\" [label=\"")
        output.dot("\(entry.address)  \(head)".shortened(to: 60))
        if head.count > 60 {
          output.raw("\", tooltip=\"")
          output.dot(head)
        }
        output.raw("\"];\n  \(open[open.count - 1]) -> \"\(entry.address)\";\n")
        open.append("\"\(entry.address)\"")
      case .close: open.removeLast()
      }
      try output.flow()
    }
    output.raw("}\n")
  }
}

extension ExportOutput {
  /// A text between quotation marks; Graphviz reads escapes and HTML's entities in it.
  fileprivate mutating func dot(_ text: String) {
    append(text) { scalar in
      switch scalar {
      case "\"": "\\\""
      case "\\": "\\\\"
      case "&": "&amp;"
      case "\n", "\t": " "
      default: XMLText.unwritable(scalar)
      }
    }
  }
}
