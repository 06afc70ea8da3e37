import DirectiveModel

/// The help panel: which rows it shows.
struct Help: Equatable, Sendable {
  /// The first row on the screen.
  var top = 0
  /// What the rows are narrowed to.
  var line = LineEditor()
  var isTyping = false
}

/// A row of help: a title, or keys and what they do.
struct HelpLine: Equatable, Sendable {
  let keys: String
  let text: Phrase
  var isTitle: Bool { keys.isEmpty }
}

extension State {
  /// The rows of help, made from the tables of keys, commands and settings: those that hold what is typed, under their
  /// titles.
  func lines(of help: Help) -> [HelpLine] {
    var lines: [HelpLine] = []
    for (title, rows) in helpSections {
      let wanted = rows.filter { contains(help.line.text, in: $0) }
      guard !wanted.isEmpty else { continue }
      if !lines.isEmpty { lines.append(HelpLine(keys: "", text: .nothing)) }
      lines.append(HelpLine(keys: "", text: title))
      lines += wanted
    }
    return lines
  }

  private var helpSections: [(title: Phrase, rows: [HelpLine])] {
    bindings.sections.map { section in
      let bound = section.rows.filter { !$0.keys.isEmpty }
      return (section.title, bound.map { HelpLine(keys: $0.keys.joined(separator: " "), text: $0.help) })
    } + [
      (.promptTitle, Self.promptHelp),
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
    let top = lines(of: Help()).firstIndex { $0.text == .settingsTitle } ?? 0
    mode = .help(Help(top: min(top, lastHelpRow(Help()))))
  }

  func lastHelpRow(_ help: Help) -> Int { max(0, lines(of: help).count - HelpView.rows(size)) }

  /// A key typed into the help panel.
  mutating func type(_ key: Key, into help: Help) -> Effect? {
    var help = help
    if help.isTyping {
      switch help.line.apply(key) {
      case .edited: help.top = 0
      case .moved: break
      case .accepted: help.isTyping = false
      case .cancelled: help = Help()
      case .ignored:
        guard scroll(&help, key) else { return .bell }
      }
    } else {
      switch key {
      case .character("/"): (help.isTyping, help.line) = (true, LineEditor())
      case .escape where !help.line.text.isEmpty: help = Help()
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
