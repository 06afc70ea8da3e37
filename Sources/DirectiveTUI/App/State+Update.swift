import DirectiveModel

/// Keys and actions change the state; nothing here draws, reads files, or knows the terminal.
extension State {
  /// Takes a key: what it means depends on what is open and on the keys before it.
  mutating func press(_ key: Key, _ bindings: KeyBindings) -> Effect? {
    message = nil
    switch mode {
    case .prompt(let prompt): return type(key, into: prompt)
    case .picker(let picker): return type(key, into: picker)
    case .help(let top): return scrollHelp(key, from: top)
    case .confirm(_, let effect): return answer(key, effect)
    case .browse: return browse(key, bindings)
    }
  }

  private mutating func browse(_ key: Key, _ bindings: KeyBindings) -> Effect? {
    if pendingKeys.isEmpty, takesIntoNumber(key) { return nil }
    let keys = pendingKeys + [key]
    switch bindings.action(for: keys, in: focus) {
    case .prefix:
      pendingKeys = keys
      return nil
    case .action(let action):
      pendingKeys = []
      return update(action)
    case .none:
      let wasPending = !pendingKeys.isEmpty
      pendingKeys = []
      typedNumber = ""
      if key == .escape { return update(.cancel) }
      if !wasPending { message = Message(.unboundKey(key)) }
      return .bell
    }
  }

  /// Takes a digit, a full stop after one, or Backspace after either.
  private mutating func takesIntoNumber(_ key: Key) -> Bool {
    switch key {
    case .character(let character) where ("0"..."9").contains(character): typedNumber.append(character)
    case .character(".") where !typedNumber.isEmpty: typedNumber.append(".")
    case .backspace where !typedNumber.isEmpty: typedNumber.removeLast()
    default: return false
    }
    return true
  }

  /// Does what a person or the world asks for.
  mutating func update(_ action: Action) -> Effect? {
    let typed = typedNumber
    let count = min(max(1, Int(typed) ?? 1), 1_000_000)
    typedNumber = ""
    switch action {
    case .moveRows(let rows):
      if focus == .outline { moveOutlineRows(rows * count) } else { moveTextRows(rows * count) }
    case .moveHalfPages(let halves): movePages(halves: halves * count)
    case .goToTop: goToEnd(first: true)
    case .goToAddressOrBottom where typed.isEmpty: goToEnd(first: false)
    case .goToAddressOrOpen where typed.isEmpty: openChosen()
    case .goToAddressOrBottom, .goToAddressOrOpen: goTo(typed)

    case .collapseOrParent: collapseOrParent()
    case .expandOrEnter: expandOrEnter()
    case .show: choose(chosen)
    case .moveSiblings(let steps): moveSiblings(steps * count)
    case .movePoints(let steps): movePoints(steps * count)
    case .moveThemes(let steps): moveThemes(steps * count)

    case .toggleFold:
      let row = folds.shown(chosen)
      if folds.isFolded(row) { folds.unfold(row) } else { foldChosen() }
    case .openFold: folds.unfold(folds.shown(chosen))
    case .closeFold: foldChosen()
    case .openAllFolds: folds.showLevels(.max)
    case .closeAllFolds: foldAll(showing: 1)
    case .foldToLevel(let level): foldAll(showing: level)
    case .collapseSubtree:
      chosen = folds.shown(chosen)
      folds.setSubtree(chosen, folded: true)
    case .expandSubtree: folds.setSubtree(folds.shown(chosen), folded: false)
    case .placeLine(let place): placeLine(place)

    case .toggleWrapping: toggleWrapping()
    case .widenText(let columns): widenText(by: columns * count)
    case .widenOutline(let columns): widenOutline(by: columns * count)

    case .switchPane: switchPane()
    case .toggleOutline: toggleOutline()
    case .goBack: go(to: jumps.goBack(from: text.anchor), otherwise: .nothingBack)
    case .goForward: go(to: jumps.goForward(from: text.anchor), otherwise: .nothingForward)

    case .startSearch(let direction): open(.search(direction))
    case .repeatSearch(let reversed): repeatSearch(reversed: reversed)
    case .moveToMatchingPoint(let steps): moveToMatchingPoint(steps * count)
    case .listMatches: listMatches()
    case .startFilter: open(.filter)
    case .startPicker: openPicker()
    case .startCommand: open(.command)
    case .startSave: open(.save(point: chosen), text: suggestedFileName)
    case .startNote: startNote()
    case .tick: tick()
    case .printOnLeaving(let part): printOnLeaving(part)

    case .showHelp: mode = .help(top: 0)
    case .tellPlace: message = Message(placeDescription)
    case .redraw: return .redraw
    case .suspend: return .suspend
    case .closeOrQuit, .quit: return .quit
    case .cancel: cancel()

    case .resize(let size): self.size = size
    case .saved(let path, let points): message = Message(.wrote(points, to: path))
    case .saveFailed(let path, let why): message = Message(.failed(path, why), isFailure: true)
    case .notKept(let problem): message = Message(.notKept(problem), isFailure: true)
    case .keptCorrection(let path): message = Message(path.map { .keptCorrection($0) } ?? .correctionWithoutFile)
    case .fileExists(let path, let point):
      mode = .confirm(.overwrite(path), .save(path: path, point: point, overwrite: true))
    }
    return nil
  }

  /// Moves the outline so that the row of the chosen point is in its pane. To be called after every change.
  mutating func keepChosenInView() {
    let rows = max(1, areas.outline?.rows ?? 1)
    let row = folds.row(of: chosen)
    let margin = min(2, (rows - 1) / 2)
    outlineTop = min(outlineTop, row - margin)
    outlineTop = max(outlineTop, row + margin - rows + 1)
    outlineTop = max(0, min(outlineTop, folds.rows.count - rows))
  }

  // MARK: - Moving by pages, and to the ends

  private mutating func movePages(halves: Int) {
    let page = max(1, pageRows - 1)
    let rows = halves % 2 == 0 ? page * (halves / 2) : max(1, pageRows / 2) * halves
    if focus == .outline { moveOutlineRows(rows) } else { moveTextPage(rows) }
  }

  private mutating func goToEnd(first: Bool) {
    jumps.leave(text.anchor)
    if focus == .outline {
      guard let id = first ? folds.rows.first : folds.rows.last else { return }
      choose(id)
    } else {
      read(at: first ? 0 : layout.row(holding: document.source.bytes.count).lowerBound, height: 0)
    }
  }

  private mutating func go(to offset: Int?, otherwise refusal: Phrase) {
    guard let offset else {
      message = Message(refusal)
      return
    }
    show(offset)
  }

  // MARK: - Opening and folding

  private mutating func openChosen() {
    guard focus == .outline else { return moveTextRows(1) }
    jumps.leave(text.anchor)
    choose(folds.shown(chosen))
    focus = .text
  }

  private mutating func collapseOrParent() {
    guard focus == .outline else {
      if moveTextSideways(-Self.sidewaysColumns) { return }
      focus = .outline
      showsOutline = true
      return
    }
    let row = folds.shown(chosen)
    if outline.hasChildren(row), !folds.isFolded(row) {
      folds.fold(row)
      chosen = row
    } else if let parent = outline.parent(of: row) {
      choose(parent)
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
    } else if outline.hasChildren(row) {
      choose(row + 1)
    } else {
      openChosen()
    }
  }

  private static let sidewaysColumns = 8

  private mutating func foldChosen() {
    let row = folds.shown(chosen)
    let target = outline.hasChildren(row) ? row : outline.parent(of: row)
    guard let target else { return }
    folds.fold(target)
    if focus == .outline { choose(target) }
  }

  private mutating func foldAll(showing levels: Int) {
    folds.showLevels(levels)
    if focus == .outline { choose(folds.shown(chosen)) }
  }

  private mutating func switchPane() {
    focus = focus == .outline ? .text : .outline
    if focus == .outline { showsOutline = true }
  }

  private mutating func toggleOutline() {
    showsOutline.toggle()
    focus = showsOutline && size.columns < ScreenAreas.twoPaneColumns ? .outline : .text
  }

  // MARK: - Panels

  /// Esc takes back one thing at a time: the search, then the filter.
  private mutating func cancel() {
    if search != nil { search = nil } else { filter(by: "") }
  }

  private mutating func scrollHelp(_ key: Key, from top: Int) -> Effect? {
    let last = max(0, HelpView.lines.count - HelpView.rows(size))
    switch key {
    case .character("q"), .escape, .function(1), .enter, .character("Q"), .control("c"):
      mode = .browse
    case .down, .character("j"): mode = .help(top: min(top + 1, last))
    case .up, .character("k"): mode = .help(top: max(top - 1, 0))
    case .pageDown, .character(" "), .character("f"): mode = .help(top: min(top + HelpView.rows(size), last))
    case .pageUp, .character("b"): mode = .help(top: max(top - HelpView.rows(size), 0))
    case .home, .character("g"): mode = .help(top: 0)
    case .end, .character("G"): mode = .help(top: last)
    default: return .bell
    }
    return nil
  }

  private mutating func answer(_ key: Key, _ effect: Effect) -> Effect? {
    mode = .browse
    guard key == .character("y") || key == .character("Y") else {
      message = Message(.nothingWritten)
      return nil
    }
    return effect
  }

  // MARK: - Taking away

  private var suggestedFileName: String { "\(document.addressText(of: chosen)).txt" }

  private mutating func printOnLeaving(_ part: PointPart) {
    printouts.append(Printout(point: chosen, part: part))
    message = Message(.printedOnLeaving(document.addressText(of: chosen), total: printouts.count))
  }
}
