import DirectiveModel

/// What a line typed after `:` does.
extension State {
  /// Performs a command with its argument, or goes to an address or a keyword.
  mutating func perform(command line: String) -> Effect? {
    let words = line.split(separator: " ", maxSplits: 1)
    guard let word = words.first else { return nil }
    if line.hasPrefix("|") { return pipe(to: String(line.dropFirst()), at: "") }
    let typed = Whitespace.collapse(line)
    if word.first?.isNumber != true, let command = LineCommand.named(word) {
      if !command.worksInLists, let page {
        return answer(to: .perform(line), in: page)?.effect
      }
      let argument = words.count > 1 ? command.argument.read(words[1]) : ""
      if command.argument != .none || argument.isEmpty { return command.perform(&self, argument) }
      message = Message(.takesNothing(command.names[0], typed), isFailure: true)
    } else if let doubt = doubt(about: typed) {
      message = Message(doubt, isFailure: true)
    } else {
      return goToPlaceOrWord(typed)
    }
    return nil
  }

  /// Goes to a place; to a word of the text, and says where it was found.
  mutating func goToPlaceOrWord(_ typed: String) -> Effect? {
    let effect = goTo(typed)
    guard message?.isFailure != true, let id = document.point(mentioning: typed) else { return effect }
    say(.foundWord(typed, at: listing(of: id).shortened(to: 48)))
    return effect
  }

  /// Why a line that is one word in small letters is rather a command mistyped than a word to look for: it nearly is one,
  /// or no word of the point that it would be found in begins with it. Nil where it may be looked for.
  private func doubt(about word: String) -> Phrase? {
    let letters = word.hasSuffix("!") ? word.dropLast() : word[...]
    guard letters.allSatisfy({ ("a"..."z").contains($0) }) else { return nil }
    let place = (try? document.selection(at: word))?.points.first
    if let place, document.point(mentioning: word) == nil {
      let isMarker = document.marker(of: place).lowercased().contains(word)
      if isMarker || outline.points[place].kind != .numbered { return nil }
    }
    let near = LineCommand.near(String(letters))
    if !near.isEmpty { return .noCommand(word, near: near) }
    guard let place else { return nil }  // it is said that nothing mentions it
    let begins = Pattern("\\b\(letters)").matches(in: document.source, range: document.text(of: place)).matches
    return begins.isEmpty ? .noCommand(word, near: []) : nil
  }
}

extension Document {
  /// The point that a text typed as a place leads to, where it is no place but a word of the text.
  fileprivate func point(mentioning typed: String) -> Int? {
    switch Where(typed) {
    case .places: nil
    case .phrase, .keyword: (try? selection(at: typed))?.points.first
    }
  }
}
