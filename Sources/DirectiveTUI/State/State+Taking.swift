import DirectiveModel

/// Taking points away: printed, copied, saved, piped, opened in an editor.
extension State {
  /// What is taken: the place typed before the key, or the chosen point. Nil where the place is none, which is said.
  mutating func selection(at typed: String) -> Selection? {
    guard !typed.isEmpty else {
      return outline.points.indices.contains(chosen) ? Selection(chosen, in: document) : nil
    }
    do throws(NotFound) {
      return try document.selection(at: typed)
    } catch {
      message = Message(.notFound(error), isFailure: true)
      return nil
    }
  }

  /// The addresses of a selection, for messages.
  func addresses(of selection: Selection) -> String { Printout.addresses(of: selection, in: document, language) }

  mutating func printOnLeaving(_ part: PointPart, at typed: String) {
    guard let selection = selection(at: typed) else { return }
    let cites = part == .context
    printouts.append(Printout(selection: selection, part: part, layout: Printout.Layout(cites: cites)))
    let total = printouts.reduce(0) { $0 + $1.selection.points.count }
    message = Message(.printedOnLeaving(addresses(of: selection), total: total, isFirst: printouts.count == 1))
  }

  mutating func copy(_ part: PointPart, at typed: String) -> Effect? {
    guard let selection = selection(at: typed) else { return nil }
    return .copy(Printout(selection: selection, part: part, layout: Printout.Layout(cites: part == .context)))
  }

  mutating func startSave(at typed: String) {
    guard let selection = selection(at: typed) else { return }
    open(.save(selection), text: "\(Printout.addresses(of: selection, in: document).filter { $0 != " " }).txt")
  }

  mutating func startPipe(at typed: String) {
    guard let selection = selection(at: typed) else { return }
    open(.pipe(selection))
  }

  mutating func pipe(to command: String, at typed: String) -> Effect? {
    guard let selection = selection(at: typed), !command.isEmpty else { return nil }
    return .pipe(command, Printout(selection: selection))
  }

  mutating func edit(at typed: String) -> Effect? {
    guard let selection = selection(at: typed), let text = selection.text.first else { return nil }
    let start = Whitespace.trim(text, in: document.source).lowerBound
    return .edit(line: document.source.line(at: typed.isEmpty && focus == .text ? self.text.anchor : start))
  }

  /// Asks before paper is used.
  mutating func startPrinting(at typed: String) {
    guard let selection = selection(at: typed) else { return }
    let pages = PrintedPages(selection, of: document).pages.count
    mode = .confirm(.askToPrint(addresses(of: selection), pages: pages), .printPages(selection))
  }

  /// `:write [WHERE] FILE`: the first word is a place where it is one and more follows.
  mutating func save(as argument: String, overwrite: Bool = false) -> Effect? {
    let words = argument.split(separator: " ", maxSplits: 1)
    var path = argument
    var place = ""
    if words.count == 2, case .places = Where(String(words[0])) {
      place = String(words[0])
      path = String(words[1].drop { $0 == " " })
    }
    guard !path.isEmpty else {
      message = Message(.needsFileName, isFailure: true)
      return nil
    }
    guard let selection = selection(at: place) else { return nil }
    return .save(path: path, Printout(selection: selection), overwrite: overwrite)
  }
}
