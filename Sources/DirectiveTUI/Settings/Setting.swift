/// One row of the table of settings: its name, what it may be, and what help says of it. The file of settings, `:set`,
/// completion and the commented example are made from it.
struct Setting: Sendable {
  let name: String
  /// The values that can be listed; for others, what they are, as in `20...400`.
  let values: [String]
  let help: Phrase
  let value: @Sendable (Settings) -> String
  /// Sets the value; false, and nothing changed, where it is not among `values`.
  let set: @Sendable (inout Settings, String) -> Bool

  /// Whether it is on or off.
  var isSwitch: Bool { values == ["on", "off"] }

  static let table: [Setting] = [
    choice("theme", \.theme, "colours: auto follows the terminal", "配色：auto 依终端而定"),
    choice("language", \.language, "language of the interface; by the locale without it", "界面语言；未设则依区域设置"),
    onOff("wrap", \.wraps, "go on in the next row; else move sideways", "长行折行；否则左右移动"),
    onOff("join-lines", \.joinsLines, "join the lines of a paragraph before wrapping", "折行前先合并段落内的各行"),
    onOff("page-lines", \.showsPages, "show page numbers and running heads of PDFs", "显示 PDF 的页码和页眉页脚"),
    number("text-width", \.textWidth, Settings.textWidths, "the most columns of a row of text", "正文每行最多列数"),
    Setting(
      name: "outline-width", values: ["auto", range(Settings.outlineWidths)],
      help: Phrase("columns of the outline beside the text", "正文旁大纲的列数"),
      value: { $0.outlineWidth.map(String.init) ?? "auto" },
      set: { settings, value in
        if value == "auto" {
          settings.outlineWidth = nil
          return true
        }
        guard let width = Int(value), Settings.outlineWidths.contains(width) else { return false }
        settings.outlineWidth = width
        return true
      }),
    onOff("preview", \.previews, "the text shows the outline's point before it is opened", "正文随大纲光标预览要点"),
    number("ambiguous-width", \.ambiguousWidth, 1...2, "columns of “ … — ①: 2 in East Asian fonts", "“ … — ① 等字符的列数"),
    onOff("mouse", \.usesMouse, "report the mouse; F2 changes it", "使用鼠标；F2 切换"),
  ]

  static func named(_ name: some StringProtocol) -> Setting? { table.first { $0.name == name } }

  private typealias Path<Value> = WritableKeyPath<Settings, Value> & Sendable

  private static func range(_ numbers: ClosedRange<Int>) -> String { "\(numbers.lowerBound)-\(numbers.upperBound)" }

  private static func onOff(_ name: String, _ path: Path<Bool>, _ english: String, _ chinese: String) -> Setting {
    Setting(
      name: name, values: ["on", "off"], help: Phrase(english, chinese),
      value: { $0[keyPath: path] ? "on" : "off" },
      set: { settings, value in
        guard ["on", "off"].contains(value) else { return false }
        settings[keyPath: path] = value == "on"
        return true
      })
  }

  private static func number(
    _ name: String, _ path: Path<Int>, _ numbers: ClosedRange<Int>, _ english: String, _ chinese: String
  ) -> Setting {
    Setting(
      name: name, values: numbers.count == 2 ? numbers.map(String.init) : [range(numbers)],
      help: Phrase(english, chinese),
      value: { String($0[keyPath: path]) },
      set: { settings, value in
        guard let number = Int(value), numbers.contains(number) else { return false }
        settings[keyPath: path] = number
        return true
      })
  }

  private static func choice<Value: RawRepresentable & CaseIterable & Sendable>(
    _ name: String, _ path: Path<Value>, _ english: String, _ chinese: String
  ) -> Setting where Value.RawValue == String {
    Setting(
      name: name, values: Value.allCases.map(\.rawValue), help: Phrase(english, chinese),
      value: { $0[keyPath: path].rawValue },
      set: { settings, text in
        guard let value = Value(rawValue: text) else { return false }
        settings[keyPath: path] = value
        return true
      })
  }
}

// MARK: - :set

extension Setting {
  /// What may follow in `:set`: names, `no` before those that are on or off, and values after `=`.
  static func completions(of typed: String) -> [String] {
    guard let equals = typed.firstIndex(of: "=") else {
      let names = table.flatMap { $0.isSwitch ? [$0.name, "no" + $0.name] : [$0.name + "="] }
      return names.filter { $0.hasPrefix(typed) }
    }
    let name = typed[..<equals]
    return (named(name)?.values ?? []).map { "\(name)=\($0)" }.filter { $0.hasPrefix(typed) }
  }
}

extension State {
  /// Performs `:set`: `wrap` `nowrap` `wrap!` for what is on or off, `theme=dark` or `theme dark`, `theme?` to be told
  /// the value; without anything, all settings are listed.
  mutating func set(_ typed: String) {
    let words = typed.split { $0 == " " || $0 == "=" }.map(String.init)
    guard let first = words.first else {
      showSettings()
      return
    }
    var name = first
    var value = words.count > 1 ? words[1] : nil
    if let mark = name.last, mark == "?" || mark == "!" { name.removeLast() }
    if Setting.named(name) == nil, name.hasPrefix("no"), Setting.named(name.dropFirst(2))?.isSwitch == true {
      name.removeFirst(2)
      value = "off"
    }
    guard let setting = Setting.named(name) else {
      message = Message(.unknownSetting(name), isFailure: true)
      return
    }
    let current = setting.value(settings)
    if setting.isSwitch, value == nil, first.last != "?" { value = first.last == "!" && current == "on" ? "off" : "on" }
    guard let value else {
      message = Message(.setting(name, current))
      return
    }
    guard setting.set(&settings, value) else {
      message = Message(.badValue(value, for: name, values: setting.values), isFailure: true)
      return
    }
    message = Message(.setting(name, value))
  }
}
