import ArgumentParser

/// The manual page in mdoc(7), made of what `--help` says of each command and of the key table.
struct ManualPage {
  let commands: [(name: String, help: HelpText)]

  /// `help` answers what `--help` prints for a command; nil for the program.
  init(of names: [String], help: (String?) -> String) {
    commands = names.map { ($0, HelpText(help($0))) }
  }

  var text: String {
    var lines = [
      ".Dd November 24, 2026", ".Dt DIRECTIVES 1", ".Os", ".Sh NAME", ".Nm directives",
      ".Nd read numbered documents by their points", ".Sh SYNOPSIS", ".Nm", ".Op Ar file", ".Nm", ".Ar command",
      ".Op Ar argument ...", ".Sh DESCRIPTION",
    ]
    lines += Self.description.flatMap(Self.paragraph)
    lines.append(".Sh PLACES")
    lines += Self.places.flatMap(Self.paragraph)
    lines.append(".Sh COMMANDS")
    for (name, help) in commands { lines += Self.section(name, help) }
    lines.append(".Sh KEYS")
    for group in KeyBindings.table {
      lines += [".Ss \(Self.escaped(group.title.english))", ".Bl -tag -width Ds"]
      for row in group.rows {
        let keys = row.keys.map { "Ic \\&\(Self.escaped($0))" }.joined(separator: " , ")
        lines += [".It " + keys] + Self.paragraph(row.help.english)
      }
      lines.append(".El")
    }
    lines += Self.closing
    return lines.filter { !$0.isEmpty }.joined(separator: "\n") + "\n"
  }

  private static func section(_ name: String, _ help: HelpText) -> [String] {
    var lines = [".Ss \(name)"]
    lines += help.overview.flatMap { [".Pp"] + paragraph($0) }.dropFirst()
    lines += [".Pp", ".D1 \(escaped(help.usage))"]
    for group in help.groups where !group.items.isEmpty {
      lines += [".Bl -tag -width Ds"]
      for item in group.items { lines += [".It " + label(item.label)] + paragraph(item.text) }
      lines.append(".El")
    }
    return lines
  }

  /// `-A, --after-context <n>` in mdoc.
  private static func label(_ label: String) -> String {
    label.split(separator: " ").map { word in
      let comma = word.hasSuffix(",") ? " ," : ""
      let bare = comma.isEmpty ? word : word.dropLast()
      if bare.hasPrefix("-") { return "Fl \(escaped(String(bare.dropFirst())))\(comma)" }
      if bare.hasPrefix("<"), bare.hasSuffix(">") {
        return "Ar \(escaped(String(bare.dropFirst().dropLast())))\(comma)"
      }
      return "Cm \(escaped(String(bare)))\(comma)"
    }.joined(separator: " ")
  }

  /// A sentence a line, as mdoc wants it.
  private static func paragraph(_ text: String) -> [String] {
    var lines = [""]
    let words = text.split(separator: " ")
    for (index, word) in words.enumerated() {
      lines[lines.count - 1] += (lines[lines.count - 1].isEmpty ? "" : " ") + word
      let ends = word.last.map { ".?!".contains($0) } ?? false
      if ends, index + 1 < words.count, words[index + 1].first?.isUppercase == true { lines.append("") }
    }
    return lines.map { line in
      let text = escaped(line)
      return text.hasPrefix(".") || text.hasPrefix("'") ? "\\&" + text : text
    }
  }

  private static func escaped(_ text: String) -> String {
    text.reduce(into: "") { $0 += $1 == "\\" ? "\\e" : $1 == "\"" ? "\\(dq" : String($1) }
  }

  // MARK: - What is nowhere else

  private static let description = [
    """
    directives recovers the outline of a numbered document from its numbering, and shows it in the terminal as a tree \
    beside the text. Any point is reached by key, number or keyword, and can be printed, copied, saved and piped. The \
    other commands do the same for scripts. Where standard output is no terminal, the outline is printed.
    """
  ]

  private static let places = [
    """
    A point is named by its address, 2.3 for the third point of the second theme. Commands that take a place, the \
    command line of the browser and its number keys also take ranges (2.1-2.3), lists (2.1,4), all points inside one \
    (2.*), the document's own numbering (第十二条第二款, Article 5(2)(b), § 12, 四（二）), preamble, closing, a phrase in \
    quotation marks, and else a keyword: the best match among the headings, then among the texts. The end of a \
    range may leave out what it shares with its beginning (2.1-3). Typed as keys, 3- is the key - with a count, and 3.-5 are three themes.
    """
  ]

  private static let closing = [
    ".Sh EXIT STATUS", "0 where something was found, 1 where nothing was, 2 on trouble, which is told in one line.",
    ".Sh ENVIRONMENT", ".Bl -tag -width Ds", ".It Ev VISUAL , Ev EDITOR",
    "The editor that the browser opens the document with.",
    ".It Ev SHELL", "What runs the commands that a person pipes points to in the browser.",
    ".It Ev NO_COLOR", "Where it is set and not empty, nothing is coloured unless asked for.",
    ".It Ev LC_ALL , Ev LC_MESSAGES , Ev LANG", "The language of the browser: English or Chinese.", ".El",
    ".Sh EXAMPLES", ".Bl -tag -width Ds", ".It Li directives speech.txt", "opens a document.",
    ".It Li directives show --cite 2.1-2.3 speech.txt", "prints three points and where they come from.",
    ".It Li directives where \\(dqstrength comes from unity\\(dq speech.txt",
    "says where a quotation stands, or what is nearest to it.",
    ".It Li directives search -r -C 2 -- 工会 laws", "searches a folder.", ".El", ".Sh SEE ALSO",
    ".Xr grep 1 ,", ".Xr less 1 ,", ".Xr lp 1",
  ]
}
