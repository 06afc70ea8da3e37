import DirectiveModel

/// Keys and actions change the state; nothing here draws, reads files, or knows the terminal.
extension State {
  /// Takes a key: what it means depends on what is open and on the keys before it.
  mutating func take(_ key: Key) -> Effect? {
    if let message { remember(message.phrase) }
    message = nil
    if case .alt(let character) = key, !takesAlt(key) {
      // Terminals send Alt as Esc before a character: nobody means it here, so these were two keys. But no line that
      // would be lost is given up for it, and nothing is done that cannot be taken back.
      switch mode {
      case .prompt(let prompt) where !prompt.isSearch: return .bell
      case .browse:
        let action = bindings.action(for: [.character(character)], in: focus)
        if case .action(let action) = action, action.outlastsReading { return browse(key) }
      default: break
      }
      _ = take(.escape)
      return take(.character(character))
    }
    switch mode {
    case .prompt(let prompt): return type(key, into: prompt)
    case .picker(let picker): return type(key, into: picker)
    case .help(let help): return type(key, into: help)
    case .confirm(_, let effect): return answer(key, effect)
    case .present(let shown): return present(key, shown)
    case .peek(let peek): return look(key, peek)
    case .browse: return browse(key)
    }
  }

  /// Whether a key with Alt means anything now.
  private func takesAlt(_ key: Key) -> Bool {
    switch mode {
    case .browse: bindings.action(for: pendingKeys + [key], in: focus) != .none
    case .prompt(let prompt): prompt.takes(key)
    case .picker: LineEditor.takes(key)
    case .help, .confirm, .present, .peek: false
    }
  }

  private mutating func browse(_ key: Key) -> Effect? {
    if let use = awaitsMark {
      awaitsMark = nil
      return take(key, asMarkTo: use)
    }
    if pendingKeys.isEmpty, takesIntoNumber(key) { return nil }
    let keys = pendingKeys + [key]
    switch bindings.action(for: keys, in: focus) {
    case .prefix:
      pendingKeys = keys
      return nil
    case .action(let action):
      pendingKeys = []
      done = action
      return update(action)
    case .none:
      let wasPending = !pendingKeys.isEmpty
      pendingKeys = []
      typedNumber = ""
      if key == .escape { return wasPending ? nil : update(.cancel) }
      if !wasPending, case .character(let character) = key, beginsPlace(character) {
        open(.command, text: String(character))
        return nil
      }
      message = Message(.unboundKey(keys.map(\.description).joined()))
      return .bell
    }
  }

  /// Of what is done once for each of its count.
  static let mostTimes = 100

  /// Whether a character that is no key begins a place as it is printed: `第十二条`, `（二）`, `§ 3`.
  private func beginsPlace(_ character: Character) -> Bool {
    !character.isASCII && (character.isLetter || character.isNumber || "§（〔".contains(character))
  }

  /// Does what a person or the world asks for.
  mutating func update(_ action: Action) -> Effect? {
    if let page, let answer = answer(to: action, in: page) {
      typedNumber = ""
      return answer.effect
    }
    if let origin = shelf.origin, leadsBack(action) {
      typedNumber = ""
      return .openDocument(origin)
    }
    guard let number = takeNumber(for: action) else { return nil }
    let (typed, count, point) = (number.text, number.count, number.point)
    switch action {
    case .moveRows(let rows):
      if focus == .outline { moveOutlineRows(rows * count) } else { moveTextRows(rows * count) }
    case .moveHalfPages(let halves): movePages(halves: halves * count)
    case .goToTop where typed.isEmpty: goToEnd(first: true)
    case .goToAddressOrBottom where typed.isEmpty: goToEnd(first: false)
    case .goToAddressOrOpen where typed.isEmpty: openChosen()
    case .goToTop, .goToAddressOrBottom, .goToAddressOrOpen: return goTo(typed)

    case .collapseOrParent: for _ in 0..<min(count, Self.mostTimes) { collapseOrParent() }
    case .expandOrEnter: for _ in 0..<min(count, Self.mostTimes) { expandOrEnter() }
    case .show:
      look(at: point, preview: true)
      isPeeking = readingPlace != nil
      message = Message(.escapeReturns(to: placeName(of: readPoint)))
    case .moveSiblings(let steps): moveSiblings(steps * count)
    case .movePoints(let steps): movePoints(steps * count)
    case .moveThemes(let steps): moveThemes(steps * count)

    case .toggleFold:
      let row = folds.shown(point)
      if folds.isFolded(row) { folds.unfold(row) } else { fold(point) }
    case .openFold: folds.unfold(folds.shown(point))
    case .closeFold: fold(point)
    case .openAllFolds: folds.showLevels(.max)
    case .closeAllFolds: foldAll(showing: 1)
    case .foldToLevel(let level): foldAll(showing: level)
    case .collapseSubtree:
      folds.setSubtree(folds.shown(point), folded: true)
      followFolds()
    case .expandSubtree: folds.setSubtree(folds.shown(point), folded: false)
    case .placeLine(let place):
      if point != chosen { jump(to: point) }
      placeLine(place)

    case .moveToReference(let steps): moveToReference(steps * count)
    case .peek where typed.isEmpty: peekAtReference()
    case .peek: mode = .peek(Peek(point: point, text: document.text(of: point)))
    case .weighOrGoToPercent:
      if typed.isEmpty {
        toggleWeights()
      } else if let percent = Int(typed) {
        goTo(percent: percent)
      } else {
        message = Message(.isNoCount(typed), isFailure: true)
      }
    case .present: startPresenting(from: point)

    case .toggleWrapping: toggleWrapping()
    case .widenText(let columns): widenText(by: columns * count)
    case .widenOutline(let columns): widenOutline(by: columns * count)

    case .switchPane: switchPane()
    case .toggleOutline: toggleOutline()
    case .goBack: return go(to: jumps.goBack(count, from: readText), otherwise: .nothingBack)
    case .goForward: return go(to: jumps.goForward(count, from: readText), otherwise: .nothingForward)
    case .startMark: awaitsMark = .set(at: typed.isEmpty ? placeOffset : textStart(of: point))
    case .startGoingToMark: awaitsMark = .goTo

    case .startSearch(let direction): open(.search(direction))
    case .repeatSearch(let reversed): repeatSearch(reversed: reversed, times: count)
    case .searchWord(let direction): searchWord(direction, times: count)
    case .moveToMatchingPoint(let steps): moveToMatchingPoint(steps * count)
    case .moveToNote(let steps): moveToNote(steps * count)
    case .listMatches: listMatches()
    case .startFilter: open(.filter)
    case .startPicker: openPicker()
    case .startCommand: open(.command)
    case .perform(let line): return perform(command: line)
    case .startSave: startSave(at: typed)
    case .copy(let part): return copy(part, at: typed)
    case .startPrinting: startPrinting(at: typed)
    case .startPipe: startPipe(at: typed)
    case .edit: return edit(at: typed)
    case .startNote: startNote(at: point)
    case .tick: tick(point)
    case .printOnLeaving(let part): printOnLeaving(part, at: typed)

    case .showHelp: mode = .help(Help())
    case .tellPlace: message = Message(placeDescription(of: point) + fileDescription)
    case .moveDocuments(let steps): return moveDocuments(steps * count)
    case .listDocuments: listDocuments()
    case .redraw: return .redraw
    case .suspend: return .suspend
    case .reload: return .reload
    case .toggleMouse:
      settings.usesMouse.toggle()
      message = Message(settings.usesMouse ? .mouseOn : .mouseOff)
    case .interrupt: message = Message(.nothingRunning)
    case .closeOrQuit, .quit: return .quit
    case .cancel: if typed.isEmpty { cancel() }

    case .resize(let size): self.size = size
    case .folderListed(let names): return complete(withFiles: names)
    case .mouse(let event): return take(event)
    case .saved(let path, let points): message = Message(.wrote(points, to: path))
    case .saveFailed(let path, let why): message = Message(.failed(path, why), isFailure: true)
    case .notKept(let problem): message = Message(.notKept(problem), isFailure: true)
    case .keptCorrection(let path):
      message = Message(
        (message?.phrase ?? .nothing)
          + (path.map { .keptCorrection($0) } ?? (isKept ? .correctionWithoutFile : .forThisReading)))
    case .fileExists(let path, let printout):
      mode = .confirm(.overwrite(path), .save(path: path, printout, overwrite: true))
    case .told(let message): self.message = message
    }
    return nil
  }

  /// Moves the outline so that the row of the chosen point is in its pane. To be called after every change.
  mutating func keepChosenInView() {
    guard let rows = areas.outline.map({ max(1, $0.rows) }) else { return }
    let row = folds.shown(chosen)
    let margin = min(2, (rows - 1) / 2)
    let around = outline.path(to: row).dropLast().count
    placeChosen(at: min(max(chosenHeight(of: rows), margin, min(around, rows / 3)), rows - 1 - margin))
    let below = folds.row(outlineTop, movedBy: rows - 1).distance
    outlineTop = folds.row(outlineTop, movedBy: below - rows + 1).row
  }

  /// How many rows the chosen point's row stands below the top of an outline of so many rows; `rows` where it is further
  /// down.
  func chosenHeight(of rows: Int) -> Int {
    var (row, height) = (folds.shown(chosen), 0)
    while row > outlineTop, height < rows, let above = folds.row(before: row) { (row, height) = (above, height + 1) }
    return height
  }

  /// Moves the outline so that the chosen point's row stands so many rows below its top, as far as there are rows.
  mutating func placeChosen(at height: Int) {
    outlineTop = folds.row(folds.shown(chosen), movedBy: -height).row
  }

  // MARK: - Moving by pages, and to the ends

  private mutating func movePages(halves: Int) {
    let page = max(1, pageRows - 1)
    let rows = halves % 2 == 0 ? page * (halves / 2) : max(1, pageRows / 2) * halves
    if focus == .outline { moveOutlineRows(rows) } else { moveTextPage(rows) }
  }

  private mutating func goToEnd(first: Bool) {
    if focus == .outline {
      guard let id = first ? folds.firstRow : folds.lastRow else { return }
      look(at: id)
    } else {
      leavePlace()
      let end = layout.row(holding: document.source.bytes.count).lowerBound
      read(at: first ? 0 : end, height: first ? 0 : textRows - 1)
    }
  }

  private mutating func go(to place: JumpList.Place?, otherwise refusal: Phrase) -> Effect? {
    guard let place else {
      message = Message(refusal)
      return nil
    }
    guard place.document == jumps.document else { return .goTo(place) }
    readingPlace = nil
    show(place.text)
    return nil
  }

  // MARK: - Opening and folding

  private mutating func openChosen() {
    guard focus == .outline else {
      if !followReference() { moveTextRows(1) }
      return
    }
    leavePlace(for: textStart(of: folds.shown(chosen)))
    choose(folds.shown(chosen))
    focus = .text
  }

  private mutating func collapseOrParent() {
    guard focus == .outline else {
      if !moveTextSideways(-Self.sidewaysColumns) { goIntoOutline() }
      return
    }
    let row = folds.shown(chosen)
    if outline.hasChildren(row), !folds.isFolded(row) {
      folds.fold(row)
      look(at: row)
    } else if let parent = outline.parent(of: row) {
      look(at: parent)
    }
  }

  private mutating func expandOrEnter() {
    guard focus == .outline else {
      _ = moveTextSideways(Self.sidewaysColumns)
      return
    }
    let row = folds.shown(chosen)
    if folds.isFolded(row) {
      folds.unfold(row)
    } else if let inside = folds.row(after: row), outline.parent(of: inside) == row {
      look(at: inside)
    } else {
      openChosen()
    }
  }

  /// Folds a point; where it has nothing inside, the one around it.
  private mutating func fold(_ point: Int) {
    let row = folds.shown(point)
    guard let target = outline.hasChildren(row) ? row : outline.parent(of: row) else { return }
    folds.fold(target)
    followFolds()
  }

  private mutating func foldAll(showing levels: Int) {
    folds.showLevels(levels)
    followFolds()
  }

  /// The outline's cursor goes to the point that hides the one it was on.
  private mutating func followFolds() {
    if focus == .outline, folds.shown(chosen) != chosen { look(at: folds.shown(chosen)) }
  }

  private mutating func switchPane() {
    settle()
    if focus == .outline { goIntoText() } else { goIntoOutline() }
  }

  /// What is read is the point that stands there, whatever the outline's cursor was on.
  private mutating func goIntoText() {
    focus = .text
    chosen = readPoint
  }

  private mutating func goIntoOutline() {
    focus = .outline
    showsOutline = true
    if !folds.keeps(chosen) { look(at: folds.shown(chosen)) }
  }

  /// Where one pane is seen, shows that in which something is to be seen now.
  mutating func turn(to pane: Pane) {
    guard size.columns < ScreenAreas.twoPaneColumns, focus != pane else { return }
    focus = pane
    showsOutline = showsOutline || pane == .outline
  }

  private mutating func toggleOutline() {
    settle()
    showsOutline = areas.outline == nil
    if showsOutline, size.columns < ScreenAreas.twoPaneColumns { goIntoOutline() } else { goIntoText() }
  }

  // MARK: - Panels

  /// Esc takes back one thing at a time: a peek, the filter, what the outline shows of other points, the search.
  private mutating func cancel() {
    if reference != nil {
      reference = nil
      return
    }
    if isPeeking, stopLooking() { return }
    if filter != nil {
      filter(by: "")
      return
    }
    if stopLooking() { return }
    search = nil
  }

  private mutating func answer(_ key: Key, _ effect: Effect) -> Effect? {
    mode = .browse
    guard key == .character("y") || key == .character("Y") else {
      let isPrinting = if case .printPages = effect { true } else { false }
      message = Message(isPrinting ? .nothingPrinted : .nothingWritten)
      return nil
    }
    return effect
  }
}
