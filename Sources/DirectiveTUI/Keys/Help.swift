import DirectiveModel

/// The help panel: which rows it shows.
struct Help: Equatable, Sendable {
  /// The first row on the screen.
  var top = 0
  /// What the rows are narrowed to.
  var line = LineEditor()
  var isTyping = false
  /// Whether it is what was said before, and not what can be done.
  var isSaid = false
}

/// A row of help: a title, or keys and what they do.
struct HelpLine: Equatable, Sendable {
  let keys: String
  let text: Phrase
  var isTitle: Bool { keys.isEmpty }
}

/// A row of help on the screen: a line of help takes as many as its words need.
struct HelpRow: Equatable, Sendable {
  var keys = ""
  var text = ""
  var isTitle = false
}

extension State {
  /// The rows of help, made from the tables of keys, commands and settings: those that hold what is typed, or stand under
  /// a title that does, with their titles.
  func lines(of help: Help) -> [HelpLine] {
    var lines: [HelpLine] = []
    for (title, rows) in help.isSaid ? [(.saidTitle, saidLines)] : helpSections {
      let isWanted = contains(help.line.text, in: HelpLine(keys: "", text: title))
      let wanted = isWanted ? rows : rows.filter { contains(help.line.text, in: $0) }
      guard !wanted.isEmpty else { continue }
      if !lines.isEmpty { lines.append(HelpLine(keys: "", text: .nothing)) }
      lines.append(HelpLine(keys: "", text: title))
      lines += wanted
    }
    return lines
  }

  private var saidLines: [HelpLine] { said.enumerated().map { HelpLine(keys: "\($0 + 1)", text: $1) } }

  private var helpSections: [(title: Phrase, rows: [HelpLine])] {
    bindings.sections.map { section in
      let bound = section.rows.filter { !$0.keys.isEmpty }
      return (section.title, bound.map { HelpLine(keys: $0.keys.joined(separator: " "), text: $0.help) })
    } + [
      (.signsTitle, signsHelp),
      (.promptTitle, Self.promptHelp),
      (.panelsTitle, panelHelp),
      (.commandsTitle, LineCommand.table.map { HelpLine(keys: $0.usage, text: $0.help) }),
      (
        .settingsTitle,
        Setting.table.map { setting in
          HelpLine(
            keys: "\(setting.name) = \(setting.value(settings))",
            text: setting.help)
        }
      ),
    ]
  }

  /// What the signs on the screen mean, as it is drawn.
  private var signsHelp: [HelpLine] {
    let ticks = Tick.allCases.map { drawing.sign(of: $0) }.joined(separator: " ")
    return [
      HelpLine(keys: ">", text: Phrase("the cursor", "光标")),
      HelpLine(
        keys: String(drawing.path),
        text: Phrase("what the cursor stands in, and the point that is read", "光标所在的上级要点，及正在读的要点")),
      HelpLine(keys: "\(drawing.folded) \(drawing.unfolded)", text: Phrase("folded, unfolded", "已折叠、已展开")),
      HelpLine(keys: ticks, text: Phrase("ticked: read, to discuss, done", "标记：已读、待讨论、已完成")),
      HelpLine(
        keys: ".2",
        text: Phrase("the last part of a long address; the status line has it whole", "长编号的末段；状态行有完整编号")),
      HelpLine(keys: "[1/4]", text: Phrase("read or done, of the points inside", "其下要点中已读或已完成的数目")),
      HelpLine(keys: drawing.note, text: Phrase("a note", "有笔记")),
      HelpLine(keys: "3 \(drawing.bar)", text: Phrase("matches of the search in the point", "要点内的匹配数")),
      HelpLine(keys: String(drawing.scrollBar), text: Phrase("which part of the text is seen", "所见部分在全文中的位置")),
    ]
  }

  /// The keys of what is shown over outline and text, as they are bound.
  private var panelHelp: [HelpLine] {
    func keys(_ actions: Action...) -> String {
      let rows = bindings.sections.flatMap(\.rows)
      return actions.flatMap { action in rows.filter { $0.action == action }.flatMap(\.keys) }.joined(separator: " ")
    }
    let forward = keys(.moveRows(1), .moveHalfPages(2), .repeatSearch(reversed: false))
    let back = keys(.moveRows(-1), .moveHalfPages(-2), .repeatSearch(reversed: true))
    return [
      HelpLine(keys: forward, text: Phrase("one point a screen: the next screen", "逐屏演示：下一屏")),
      HelpLine(keys: back + " p", text: Phrase("one point a screen: the screen before", "逐屏演示：上一屏")),
      HelpLine(
        keys: keys(.moveRows(1), .moveRows(-1), .moveHalfPages(2), .moveHalfPages(-2)),
        text: Phrase("what a reference cites: scroll; Enter goes there", "所引用的要点：滚动；回车前往")),
      HelpLine(
        keys: "↑ ↓ ^P ^N PgUp PgDn Home End",
        text: Phrase("a list: up and down; letters narrow it, Enter goes there", "列表：上下移动；输字筛选，回车前往")),
      HelpLine(keys: "Esc", text: Phrase("closes each", "关闭")),
    ]
  }

  private static let promptHelp: [HelpLine] = [
    HelpLine(keys: "← → Home End ^A ^E", text: Phrase("move in the line", "在行内移动")),
    HelpLine(
      keys: "Del ^K ^U ^W",
      text: Phrase("delete: a character, to the end, to the beginning, a word", "删除：字符、到行尾、到行首、一词")),
    HelpLine(keys: "↑ ↓", text: Phrase("lines typed before that begin the same", "以前输入的、开头相同的行")),
    HelpLine(keys: "Tab BackTab", text: Phrase("complete a command, setting, address or file", "补全命令、设置、编号或文件名")),
    HelpLine(keys: "Alt-s", text: Phrase("search in this point only, then in the one around it", "只在本要点内查找，再按则扩大一级")),
  ]

  /// Whether a row holds `text`, in any case where it is typed in small letters.
  private func contains(_ text: String, in line: HelpLine) -> Bool {
    guard !text.isEmpty else { return true }
    let row = line.keys + " " + line.text(in: language)
    let folds = text == text.lowercased()
    return (folds ? row.lowercased() : row).contains(text)
  }

  /// Shows the settings and their values.
  mutating func showSettings() {
    let title = Phrase.settingsTitle(in: language)
    let top = rows(of: Help()).firstIndex { $0.isTitle && $0.text == title } ?? 0
    mode = .help(Help(top: min(top, lastHelpRow(Help()))))
  }

  /// Shows what was said before, the newest at the bottom.
  mutating func showSaid() {
    guard !said.isEmpty else {
      message = Message(.nothingSaid)
      return
    }
    var help = Help(isSaid: true)
    help.top = lastHelpRow(help)
    mode = .help(help)
  }

  /// The rows that help takes on the screen: its texts are broken between words beside their keys, or below them where
  /// they leave too few columns.
  func rows(of help: Help) -> [HelpRow] {
    lines(of: help).flatMap { line -> [HelpRow] in
      if line.isTitle { return [HelpRow(text: line.text(in: language), isTitle: true)] }
      let column = HelpView.textColumn(size)
      let text = TextBytes(line.text(in: language))
      let rows = LineBreaker(width: max(1, size.columns - column - 1)).rows(of: 0..<text.count, in: text)
        .map { HelpRow(text: String(decoding: $0.printed(text), as: UTF8.self)) }
      let fits = DisplayWidth.columns(of: line.keys) + HelpView.keyColumn < column
      guard fits, let first = rows.first else { return [HelpRow(keys: line.keys)] + rows }
      return [HelpRow(keys: line.keys, text: first.text)] + rows.dropFirst()
    }
  }

  func lastHelpRow(_ help: Help) -> Int { max(0, rows(of: help).count - HelpView.rows(size)) }

  /// A key typed into the help panel.
  mutating func type(_ key: Key, into help: Help) -> Effect? {
    var help = help
    if help.isTyping {
      switch help.line.apply(key) {
      case .edited: help.top = 0
      case .moved: break
      case .accepted: help.isTyping = false
      case .cancelled: help = Help(isSaid: help.isSaid)
      case .ignored:
        guard scroll(&help, key) else { return .bell }
      }
    } else {
      switch key {
      case .character("/"): (help.isTyping, help.line) = (true, LineEditor())
      case .escape where !help.line.text.isEmpty: help = Help(isSaid: help.isSaid)
      case .character("q"), .escape, .function(1), .enter, .character("Q"), .control("c"):
        mode = .browse
        return nil
      default:
        guard scroll(&help, key) else { return .bell }
      }
    }
    mode = .help(help)
    return nil
  }

  /// Scrolls by the keys of the table; false for any other key.
  private func scroll(_ help: inout Help, _ key: Key) -> Bool {
    let page = HelpView.rows(size)
    let last = lastHelpRow(help)
    help.top = min(help.top, last)  // the window may have grown
    switch bindings.action(for: [key], in: .text) {
    case .action(.moveRows(let rows)): help.top += rows
    case .action(.moveHalfPages(let halves)): help.top += halves * max(1, page / 2)
    case .action(.goToTop): help.top = 0
    case .action(.goToAddressOrBottom): help.top = last
    default: return false
    }
    help.top = min(max(0, help.top), last)
    return true
  }
}
