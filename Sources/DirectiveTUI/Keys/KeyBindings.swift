enum Pane: Equatable, Sendable {
  case outline, text
}

/// One row of the key table: its name, the keys, where they hold, what they do, and what help says of it.
struct KeyBinding: Sendable {
  /// The action's name, by which keys are bound to it.
  let name: String
  /// Key sequences in the notation of `Key`: `j`, `^F`, `PgDn`, `zR`.
  var keys: [String]
  /// The pane the row holds for; nil for both.
  let pane: Pane?
  let action: Action
  let help: Phrase

  /// Not inlined: more than a hundred rows are made, which is 20 KB of the program.
  @inline(never)
  init(
    _ name: String, _ keys: String, pane: Pane? = nil, _ action: Action, _ english: String, _ chinese: String
  ) {
    self.name = name
    self.keys = keys.split(separator: " ").map(String.init)
    self.pane = pane
    self.action = action
    help = Phrase(english, chinese)
  }

  var panes: [Pane] { pane.map { [$0] } ?? [.outline, .text] }
}

/// The key table. The keys, the help screen and the manual are all made from it.
struct KeyBindings: Sendable {
  static let table: [(title: Phrase, rows: [KeyBinding])] = [
    (
      Phrase("Moving", "移动"),
      [
        KeyBinding("next-row", "j ↓", .moveRows(1), "next row", "下一行"),
        KeyBinding("previous-row", "k ↑", .moveRows(-1), "previous row", "上一行"),
        KeyBinding("page-down", "f ^F PgDn", .moveHalfPages(2), "page down", "向下一页"),
        KeyBinding(
          "text-page-down", "Space", pane: .text, .moveHalfPages(2), "page down (in the text)", "向下一页（在正文中）"),
        KeyBinding("page-up", "b ^B PgUp", .moveHalfPages(-2), "page up", "向上一页"),
        KeyBinding("half-page-down", "d ^D", .moveHalfPages(1), "half a page down", "向下半页"),
        KeyBinding("half-page-up", "u ^U", .moveHalfPages(-1), "half a page up", "向上半页"),
        KeyBinding("top", "g Home", .goToTop, "top", "到开头"),
        KeyBinding(
          "bottom", "G End", .goToAddressOrBottom, "bottom; after a number like 2.3, that point", "到末尾；先输 2.3 则到该要点"),
        KeyBinding("next-point", "}", .movePoints(1), "next point", "下一个要点"),
        KeyBinding("previous-point", "{", .movePoints(-1), "previous point", "上一个要点"),
        KeyBinding("next-sibling", "J", .moveSiblings(1), "next point of the same level", "同级的下一个要点"),
        KeyBinding("previous-sibling", "K", .moveSiblings(-1), "previous point of the same level", "同级的上一个要点"),
        KeyBinding("next-theme", "]]", .moveThemes(1), "next theme", "下一个主题"),
        KeyBinding("previous-theme", "[[", .moveThemes(-1), "previous theme", "上一个主题"),
        KeyBinding(
          "back", "^O Backspace Alt-←", .goBack, "back to where you were before a jump, in whatever document",
          "返回跳转前的位置，亦可在另一文件中"),
        KeyBinding("forward", "Alt-→", .goForward, "forward again", "再前进"),
        KeyBinding("mark", "m", .startMark, "mark the place: m and a letter", "标记位置：m 加一个字母"),
        KeyBinding(
          "go-to-mark", "'", .startGoingToMark, "go to a mark; '' to the previous place",
          "到标记处；'' 到先前位置"),
      ]
    ),
    (
      Phrase("Outline", "大纲"),
      [
        KeyBinding(
          "open", "Enter", .goToAddressOrOpen, "read the point; after a number like 2.3, that point",
          "阅读要点；先输 2.3 则到该要点"),
        KeyBinding(
          "show", "o", pane: .outline, .show, "show the point (in the outline); Esc returns",
          "显示要点（在大纲中）；Esc 返回"),
        KeyBinding("collapse", "h ←", .collapseOrParent, "fold, or go to the point around it", "折叠，或到上一级要点"),
        KeyBinding(
          "expand", "l →", .expandOrEnter, "unfold, go to the first point inside, or into the text", "展开，到下一级要点，或进入正文"),
        KeyBinding("toggle-fold", "za", .toggleFold, "fold or unfold", "折叠或展开"),
        KeyBinding(
          "outline-toggle-fold", "Space", pane: .outline, .toggleFold, "the same (in the outline)", "同上（在大纲中）"),
        KeyBinding("open-fold", "zo", .openFold, "unfold", "展开"),
        KeyBinding("close-fold", "zc", .closeFold, "fold", "折叠"),
        KeyBinding("open-all-folds", "zR", .openAllFolds, "unfold everything", "全部展开"),
        KeyBinding("close-all-folds", "zM", .closeAllFolds, "fold everything", "全部折叠"),
        KeyBinding("collapse-subtree", "H", .collapseSubtree, "fold the point and all inside it", "折叠要点及其下全部"),
        KeyBinding("expand-subtree", "L", .expandSubtree, "unfold the point and all inside it", "展开要点及其下全部"),
      ]
        + (1...9).map {
          KeyBinding(
            "levels-\($0)", "z\($0)", .foldToLevel($0), "show \($0) level\($0 == 1 ? "" : "s")", "显示 \($0) 级")
        }
    ),
    (
      Phrase("Finding", "查找"),
      [
        KeyBinding(
          "next-reference", ")", .moveToReference(1), "next reference in the text; Enter follows it", "正文中下一处引用；回车前往"),
        KeyBinding("previous-reference", "(", .moveToReference(-1), "previous reference in the text", "正文中上一处引用"),
        KeyBinding(
          "peek", "o", pane: .text, .peek, "show what the reference cites (in the text); Enter goes there",
          "预览所引用的要点（在正文中）；回车前往"),
        KeyBinding("search", "/", .startSearch(.forward), "search", "查找"),
        KeyBinding("search-backward", "?", .startSearch(.backward), "search backward", "向前查找"),
        KeyBinding("next-match", "n", .repeatSearch(reversed: false), "next match", "下一处"),
        KeyBinding("previous-match", "N", .repeatSearch(reversed: true), "previous match", "上一处"),
        KeyBinding(
          "search-word", "*", .searchWord(.forward), "search the word of the row, or the one that was found",
          "查找本行的词，或已找到的词"),
        KeyBinding("search-word-backward", "#", .searchWord(.backward), "the same backward", "同上，向前"),
        KeyBinding("next-matching-point", "]m", .moveToMatchingPoint(1), "next point with a match", "下一个有匹配的要点"),
        KeyBinding(
          "previous-matching-point", "[m", .moveToMatchingPoint(-1), "previous point with a match", "上一个有匹配的要点"),
        KeyBinding("next-note", "]n", .moveToNote(1), "next point with a note", "下一个有笔记的要点"),
        KeyBinding("previous-note", "[n", .moveToNote(-1), "previous point with a note", "上一个有笔记的要点"),
        KeyBinding("list-matches", "r", .listMatches, "all matches as a list", "列出全部匹配"),
        KeyBinding(
          "filter", "&", .startFilter, "keep only the points that match, and what they stand in", "只留匹配的要点及其上级"),
        KeyBinding("pick", "@", .startPicker, "pick a heading by typing part of it", "输入部分文字选取标题"),
        KeyBinding(
          "command", ":", .startCommand, "type a command or an address", "输入命令或编号"),
      ]
    ),
    (
      Phrase("Taking away", "取用"),
      [
        KeyBinding("print", "pp", .printOnLeaving(.text), "print the point to the terminal on leaving", "退出时在终端打印要点"),
        KeyBinding("print-context", "pc", .printOnLeaving(.context), "the same, with what it stands in", "同上，连同其上级标题"),
        KeyBinding(
          "copy", "yy", .copy(.text), "copy the point; after a number like 2.1-2.3, those", "复制要点；先输 2.1-2.3 则复制这些"),
        KeyBinding(
          "copy-context", "yc", .copy(.context), "the same, with what it stands in and where it comes from",
          "同上，连同上级标题与出处"),
        KeyBinding("copy-address", "ya", .copy(.address), "copy its address", "复制其编号"),
        KeyBinding("copy-heading", "yt", .copy(.heading), "copy its heading", "复制其标题"),
        KeyBinding("print-pages", "P", .startPrinting, "send the point to a printer", "用打印机打印要点"),
        KeyBinding("pipe", "|", .startPipe, "give the point to a command", "将要点交给命令处理"),
        KeyBinding("edit", "v", .edit, "open the document in an editor, at the point's line", "用编辑器打开文件，定位到要点"),
        KeyBinding("print-address", "pa", .printOnLeaving(.address), "print its address", "打印其编号"),
        KeyBinding("print-heading", "pt", .printOnLeaving(.heading), "print its heading", "打印其标题"),
        KeyBinding("note", "a", .startNote, "write a note on the point; :note TEXT adds to it", "给要点写笔记；:note 文字 可追加"),
        KeyBinding("tick", "x", .tick, "tick the point: read, to discuss, done", "标记要点：已读、待讨论、已完成"),
        KeyBinding("save", "s", .startSave, "save the point to a file", "将要点保存到文件"),
      ]
    ),
    (
      Phrase("Screen", "屏幕"),
      [
        KeyBinding("switch-pane", "Tab BackTab", .switchPane, "the other pane", "到另一窗格"),
        KeyBinding("toggle-outline", "t", .toggleOutline, "show or hide the outline", "显示或隐藏大纲"),
        KeyBinding("line-to-top", "zt", .placeLine(.top), "current line to the top", "当前行到顶"),
        KeyBinding("line-to-middle", "zz", .placeLine(.middle), "current line to the middle", "当前行居中"),
        KeyBinding("line-to-bottom", "zb", .placeLine(.bottom), "current line to the bottom", "当前行到底"),
        KeyBinding(
          "weigh", "%", .weighOrGoToPercent, "weight of each point; after a number, that per cent", "各要点的比重；先输数字则到该百分比处"
        ),
        KeyBinding("present", "V", .present, "one point a screen, for a meeting", "逐屏演示要点"),
        KeyBinding("toggle-wrapping", "w", .toggleWrapping, "wrap rows, or move sideways", "折行，或左右移动"),
        KeyBinding("widen-text", "+", .widenText(4), "longer rows of text", "正文行加长"),
        KeyBinding("narrow-text", "-", .widenText(-4), "shorter rows of text", "正文行缩短"),
        KeyBinding("widen-outline", ">", .widenOutline(2), "wider outline", "大纲加宽"),
        KeyBinding("narrow-outline", "<", .widenOutline(-2), "narrower outline", "大纲变窄"),
        KeyBinding("where", "= ^G", .tellPlace, "where am I", "我在何处"),
        KeyBinding("reload", "R F5", .reload, "read the file again, and keep the place", "重新读取文件，保持位置"),
        KeyBinding("redraw", "^L", .redraw, "redraw", "重画屏幕"),
        KeyBinding("suspend", "^Z", .suspend, "suspend", "挂起程序"),
        KeyBinding("interrupt", "^C", .interrupt, "stop what is running", "停止正在进行的操作"),
        KeyBinding("toggle-mouse", "F2", .toggleMouse, "mouse on or off", "启用或关闭鼠标"),
        KeyBinding("help", "F1", .showHelp, "this help; / narrows it", "本帮助；/ 可筛选"),
        KeyBinding("cancel", "Esc", .cancel, "give up what is being typed or shown", "取消输入或关闭显示"),
        KeyBinding("close", "q", .closeOrQuit, "close the panel, or quit", "关闭面板，或退出"),
        KeyBinding("quit", "Q ZZ", .quit, "quit", "退出"),
      ]
    ),
  ]

  enum Lookup: Equatable {
    case action(Action)
    /// The keys so far begin a longer sequence.
    case prefix
    case none
  }

  /// The rows in force, in the order of the table.
  private(set) var sections: [(title: Phrase, rows: [KeyBinding])]
  private var lookups = KeyLookups()

  init() { sections = Self.table }

  /// What `keys` mean in a pane.
  func action(for keys: [Key], in pane: Pane) -> Lookup {
    lookups.lookup(keys, in: pane, sections.lazy.flatMap(\.rows))
  }

  /// The keys that do something, in a pane.
  func sequences(for action: Action, in pane: Pane) -> [[Key]] {
    sections.lazy.flatMap(\.rows).filter { $0.action == action }.flatMap(\.keys).map(Self.sequence)
      .filter { self.action(for: $0, in: pane) == .action(action) }
  }

  /// One key by name, or a sequence of characters.
  static func sequence(_ notation: String) -> [Key] {
    Key(notation).map { [$0] } ?? notation.map { .character($0) }
  }
}

// MARK: - Rebinding

extension KeyBindings {
  /// Why a key cannot be bound.
  enum Refusal: Error, Equatable {
    case unknownAction(String)
    /// Digits are counts and addresses.
    case digit
    case noKey
  }

  /// The action's name that takes a key away.
  static let nothing = "none"

  /// Binds a key or a sequence of keys to the action of that name, in the panes that it is for; `none` takes the key
  /// away. What stood on the key there, and on longer and shorter sequences that could no longer be typed, is bound no
  /// more.
  mutating func bind(_ notation: String, to name: String) throws(Refusal) {
    let keys = Self.sequence(notation)
    guard let first = keys.first else { throw .noKey }
    if case .character("0"..."9") = first { throw .digit }
    let row = sections.lazy.flatMap(\.rows).first { $0.name == name }
    guard row != nil || name == Self.nothing else { throw .unknownAction(name) }
    let panes = row?.panes ?? [.outline, .text]
    for section in sections.indices {
      for index in sections[section].rows.indices {
        var changed = sections[section].rows[index]
        if changed.panes.contains(where: panes.contains) {
          changed.keys.removeAll { Self.collide(Self.sequence($0), keys) }
        }
        if changed.name == name { changed.keys.append(notation) }
        sections[section].rows[index] = changed
      }
    }
    lookups = KeyLookups()
  }

  /// What was bound and taken away, as lines of the file of settings.
  var changes: [String] {
    var lines: [String] = []
    for (row, original) in zip(sections.flatMap(\.rows), Self.table.flatMap(\.rows)) {
      for keys in original.keys where !row.keys.contains(keys) && row.panes.contains(where: { isFree(keys, in: $0) }) {
        lines.append("key \(keys) = \(Self.nothing)")
      }
    }
    for (row, original) in zip(sections.flatMap(\.rows), Self.table.flatMap(\.rows)) {
      lines += row.keys.filter { !original.keys.contains($0) }.map { "key \($0) = \(row.name)" }
    }
    return lines
  }

  private func isFree(_ notation: String, in pane: Pane) -> Bool {
    action(for: Self.sequence(notation), in: pane) == .none
  }

  private static func collide(_ one: [Key], _ other: [Key]) -> Bool {
    zip(one, other).allSatisfy { $0 == $1 }
  }
}
