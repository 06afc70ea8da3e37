import DirectiveModel

/// A document's notes and ticks in the order of their points, as they are listed and exported.
struct Notebook {
  struct Entry {
    let address: String
    let marker: String
    let heading: String
    /// The line (from 1) on which the point begins; 0 where that is not known.
    let line: Int
    let tick: Tick?
    let note: String?
    /// Whether the point is found no more: then all of this is as it was when the note was written.
    let isLost: Bool
  }

  let title: String
  /// Nil for what came by a pipe.
  let path: String?
  let entries: [Entry]

  private var name: String { title.isEmpty ? path ?? "standard input" : title }

  /// One note a line, as `path:line: address heading [tick]: note`.
  var text: String {
    entries.reduce(into: "") { text, entry in
      let place = (path ?? "standard input") + (entry.line > 0 ? ":\(entry.line)" : "")
      let point = entry.heading.isEmpty ? entry.address : "\(entry.address) \(entry.heading)"
      let tick = entry.tick.map { " [\($0.rawValue)]" } ?? ""
      let lost = entry.isLost ? " (not found any more)" : ""
      text += "\(place): \(point)\(tick)\(lost)" + (entry.note.map { ": \($0)" } ?? "") + "\n"
    }
  }

  var markdown: String {
    var text = "# \(MarkdownText.heading(Self.line(name)))\n\n"
    if let path, path != name { text += "\(MarkdownText.paragraph(Self.line(path)))\n\n" }
    for entry in entries {
      let box = entry.tick.map { $0 == .toDiscuss ? "[ ] " : "[x] " } ?? ""
      let tick = entry.tick.map { " (\($0.rawValue))" } ?? ""
      let (address, heading) = (Self.line(entry.address), Self.line(entry.heading))
      text += "- \(box)**\(MarkdownText.inline(address))** \(MarkdownText.inline(heading))\(tick)\n"
      if let note = entry.note { text += "\n  \(MarkdownText.paragraph(Self.line(note)))\n" }
      text += "\n  — \(MarkdownText.inline(Self.line(citation(of: entry))))\n"
    }
    return text
  }

  /// `Title, 2.3, Third, line 12`: what finds the point again in a printed copy too.
  private func citation(of entry: Entry) -> String {
    var marker = entry.marker[...]
    while let last = marker.last, ",.、，．:：;".contains(last) { marker.removeLast() }
    let repeatsAddress = entry.address.split(separator: ".").last == marker
    let citation = Citation(
      title: name, address: entry.address, marker: repeatsAddress ? "" : String(marker), heading: entry.heading,
      line: entry.line)
    return citation.text + (entry.isLost ? ", not found any more" : "")
  }

  /// A text without line ends: what was kept may have been written by another program.
  private static func line(_ text: String) -> String { String(text.map { $0.isNewline ? " " : $0 }) }

  static func json(_ notebooks: [Notebook]) -> [UInt8] {
    var json = JSONWriter()
    json.raw("[")
    for (index, notebook) in notebooks.enumerated() {
      json.raw(index == 0 ? "\n" : ",\n")
      notebook.write(to: &json)
    }
    json.raw("\n]\n")
    return json.bytes
  }

  private func write(to json: inout JSONWriter) {
    json.raw(" {\"title\": ")
    json.string(title)
    json.raw(", \"path\": ")
    json.string(path)
    json.raw(", \"notes\": [")
    for (index, entry) in entries.enumerated() {
      json.raw(index == 0 ? "\n  {\"address\": " : ",\n  {\"address\": ")
      json.string(entry.address)
      json.raw(", \"line\": ")
      if entry.line > 0 { json.number(entry.line) } else { json.raw("null") }
      json.raw(", \"marker\": ")
      json.string(entry.marker)
      json.raw(", \"heading\": ")
      json.string(entry.heading)
      json.raw(", \"citation\": ")
      json.string(citation(of: entry))
      json.raw(", \"tick\": ")
      json.string(entry.tick?.rawValue)
      json.raw(", \"note\": ")
      json.string(entry.note)
      json.raw(entry.isLost ? ", \"found\": false}" : ", \"found\": true}")
    }
    json.raw("]}")
  }
}

extension Notebook.Entry {
  /// As it was when the point was last seen.
  init(_ point: KeptPoint, tick: Tick? = nil, note: String? = nil, isLost: Bool = false) {
    self.init(
      address: point.address, marker: point.marker, heading: point.heading, line: point.line, tick: tick, note: note,
      isLost: isLost)
  }
}
