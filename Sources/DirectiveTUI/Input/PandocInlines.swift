import DirectiveModel

/// The text of what stands within a paragraph, and the notes that it calls for.
struct PandocInlines {
  private(set) var text = ""
  private(set) var notes: [[JSONValue]] = []
  private let firstNote: Int

  init(firstNote: Int = 1) { self.firstNote = firstNote }

  init(_ inlines: [JSONValue]) {
    self.init()
    append(inlines)
  }

  mutating func append(_ inlines: [JSONValue]) {
    for inline in inlines { append(inline) }
  }

  private mutating func append(_ inline: JSONValue) {
    let content = inline["c"]
    switch inline["t"]?.text {
    case "Str": text += content?.text ?? ""
    case "Space", "SoftBreak": text += " "
    case "LineBreak": text += "\n"
    case "Quoted":
      let isDouble = content?[0]?["t"]?.text == "DoubleQuote"
      text += isDouble ? "“" : "‘"
      append(content?[1]?.elements ?? [])
      text += isDouble ? "”" : "’"
    case "Code", "Math": text += content?[1]?.text ?? ""
    case "Link" where content?[0]?[1]?.elements.contains { $0.text == "footnote-back" } ?? false: break
    case "Cite", "Link", "Image", "Span": append(content?[1]?.elements ?? [])
    case "Note":
      text += "[\(firstNote + notes.count)]"
      notes.append(content?.elements ?? [])
    case "RawInline": break  // of another format
    default: append(content?.elements ?? [])  // Emph, Strong, Underline and their like
    }
  }
}
