import DirectiveModel

/// Reads a document line by line, for screen readers, dumb terminals and pipes of commands.
///
/// A line that is typed is an address or a command, as in the browser; the answer is plain text. Nothing is drawn: no
/// cursor is moved, no colour set, no box made of characters.
final class LinearReader: LinearReading {
  private var state: State

  init(document: Document, name: String, language: Language) {
    // Rows play no part; a size that has both panes keeps what is common with the browser working.
    state = State(document: document, name: name, size: Size(columns: 80, rows: 24))
    state.settings.language = language
    state.focus = .text
  }

  /// What is said before the first command: what the document is, and how to get help.
  var greeting: String {
    let title = state.document.title(upTo: Document.labelLimit) ?? state.name
    return title + "\n" + speak(.linearGreeting(state.outline.numberedCount)) + "\n"
  }

  /// What stands before what is typed.
  var prompt: String { state.document.addressText(of: state.chosen) + "> " }

  /// Performs a line; nil where it ends the reading.
  func perform(_ typed: String) -> String? {
    let line = Whitespace.collapse(typed)
    let words = line.split(separator: " ", maxSplits: 1).map(String.init)
    guard let word = words.first else { return move { $0.movePoints(1) } }
    let argument = words.count > 1 ? words[1] : nil
    switch word {
    case "q", "quit", "exit", ":q": return nil
    case "h", "help": return Self.help(in: state.language)
    case "next", "}": return move { $0.movePoints(1) }
    case "previous", "prev", "p", "{": return move { $0.movePoints(-1) }
    case "up": return up()
    case "list", "l": return list(argument)
    case "print", "show":
      if let argument, let failure = go(to: argument) { return failure }
      return whole(state.chosen)
    case "where", "=": return speak(state.placeDescription(of: state.chosen)) + "\n"
    case "back": return move { _ = $0.update(.goBack) }
    case "top", "g": return move { $0.jump(to: 0) }
    case "end", "G": return move { $0.jump(to: $0.outline.points.count - 1) }
    case "n", "N": return search { _ = $0.update(.repeatSearch(reversed: word == "N")) }
    case "refs": return references()
    case "weight": return weights()
    default: break
    }
    if line.hasPrefix("/") || line.hasPrefix("?") {
      return search { state in
        for character in line { _ = state.press(.character(character)) }
        _ = state.press(.enter)
      }
    }
    return go(to: line.hasPrefix(":") ? String(line.dropFirst()) : line) ?? own(state.chosen)
  }

  private func speak(_ phrase: Phrase) -> String { phrase(in: state.language) }

  // MARK: - Moving

  private func move(_ change: (inout State) -> Void) -> String {
    let before = (state.chosen, state.text.anchor)
    state.message = nil
    change(&state)
    if let message = state.message { return speak(message.phrase) + "\n" }
    if before == (state.chosen, state.text.anchor) { return speak(.linearEnd) + "\n" }
    return own(state.chosen)
  }

  private func up() -> String {
    guard let parent = state.outline.parent(of: state.chosen) else { return speak(.linearTop) + "\n" }
    return move { $0.jump(to: parent) }
  }

  /// Goes to an address or a keyword; answers why it could not.
  private func go(to place: String) -> String? {
    do throws(NotFound) {
      guard let id = try state.document.points(at: place).first else { return nil }
      state.jump(to: id)
      return nil
    } catch {
      guard case .ambiguous(_, let ids) = error else { return speak(.notFound(error)) + "\n" }
      return speak(.notFound(error)) + "\n" + lines(ids)
    }
  }

  // MARK: - Searching

  private func search(_ change: (inout State) -> Void) -> String {
    state.message = nil
    change(&state)
    var answer = state.message.map { speak($0.phrase) + "\n" } ?? ""
    if let search = state.search, let current = search.current, state.message?.isFailure != true {
      let match = search.matches[current].range
      let line = state.document.source.line(at: match.lowerBound)
      answer += "\(state.document.addressText(of: state.chosen)), \(speak(.line(line))): "
      answer += state.document.source.context(of: match, columns: 60) + "\n"
    }
    return answer
  }

  // MARK: - Reading

  /// A point's own text, and how many points are inside it.
  private func own(_ id: Int) -> String {
    let document = state.document
    let inside = document.outline.children(of: id).count
    return "\(document.addressText(of: id))\n\(readable(document.ownText(of: id)))\n"
      + (inside > 0 ? speak(.pointsInside(inside)) + "\n" : "")
  }

  /// A point with all that is inside it.
  private func whole(_ id: Int) -> String {
    readable(state.document.text(of: id)) + "\n"
  }

  private func readable(_ range: Range<Int>) -> String {
    let source = state.document.source
    let parts = Printout.parts(of: Whitespace.trim(range, in: source), in: source, state.pageLines)
    return parts.map(source.string).joined()
  }

  /// The points inside the one that is read, or the themes, or the levels asked for: `list all`.
  private func list(_ argument: String?) -> String {
    let outline = state.outline
    if argument == "all" { return lines(Array(outline.points.indices)) }
    let inside = outline.children(of: state.chosen)
    return lines(inside.isEmpty ? outline.children(of: outline.parent(of: state.chosen)) : inside)
  }

  private func lines(_ ids: [Int]) -> String {
    ids.map { id in
      let inside = state.outline.children(of: id).count
      return state.listing(of: id) + (inside > 0 ? " (\(inside))" : "") + "\n"
    }.joined()
  }

  private func references() -> String {
    state.findReferences()
    guard let all = state.references?.all() else { return "" }
    let text = state.document.text(of: state.chosen)
    let about = all.filter { text.contains($0.range.lowerBound) || $0.target == state.chosen }
    if about.isEmpty { return speak(.noReferences) + "\n" }
    return about.map { state.document.line(of: $0) + "\n" }.joined()
  }

  private func weights() -> String {
    let weights = Weights(state.document)
    return state.outline.children(of: nil).map {
      "\(state.listing(of: $0)): \(speak(.weight(weights.percent($0), seconds: weights.seconds($0))))\n"
    }.joined()
  }
}
