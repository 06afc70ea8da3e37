import DirectiveModel

/// A command typed after `:`. Help and completion are made from the table.
struct LineCommand: Sendable {
  /// What stands after the name.
  enum Argument: Sendable {
    case none
    /// A path; Tab lists folders.
    case file
    case setting
    case address
    case text

    /// What is typed behind the name: a path and a text as they are, but for the blanks around them.
    func read(_ typed: Substring) -> String {
      switch self {
      case .file, .text: Whitespace.trimmed(String(typed))
      case .none, .setting, .address: Whitespace.collapse(String(typed))
      }
    }
  }

  /// The full name first, then short ones.
  let names: [String]
  let argument: Argument
  /// Whether it is done in a list of documents; the document that is chosen is entered for others.
  let worksInLists: Bool
  let help: Phrase
  let perform: @Sendable (inout State, _ argument: String) -> Effect?

  /// Not inlined: each of some fifty rows would be the larger for it.
  @inline(never)
  init(
    _ names: String, _ argument: Argument, _ english: String, _ chinese: String, worksInLists: Bool = false,
    perform: @escaping @Sendable (inout State, String) -> Effect?
  ) {
    self.names = names.split(separator: " ").map(String.init)
    self.argument = argument
    self.worksInLists = worksInLists
    help = Phrase(english, chinese)
    self.perform = perform
  }

  /// What help shows before its text: `:write FILE (:w, :save)`.
  var usage: String {
    let word =
      switch argument {
      case .none: ""
      case .file: " FILE"
      case .setting: " NAME=VALUE"
      case .address: " 2.3"
      case .text: " TEXT"
      }
    let short = names.dropFirst().map { ":" + $0 }.joined(separator: ", ")
    return ":" + names[0] + word + (short.isEmpty ? "" : " (\(short))")
  }

  static let table: [LineCommand] = [
    LineCommand("write w save", .file, "save the point to a file", "将要点保存到文件") { state, path in
      if !path.isEmpty { state.history.add(path, to: .file) }
      return state.save(as: path)
    },
    LineCommand("write! w! save!", .file, "the same, over a file that exists", "同上，覆盖已有文件") { state, path in
      if !path.isEmpty { state.history.add(path, to: .file) }
      return state.save(as: path, overwrite: true)
    },
    LineCommand("print", .address, "print the point or a place like 2.1-2.3 on leaving", "退出时打印要点，或 2.1-2.3 等处") {
      state, place in
      state.printOnLeaving(.text, at: place)
      return nil
    },
    LineCommand("copy y", .address, "copy the point or a place", "复制要点或某处") { state, place in
      state.copy(.text, at: place)
    },
    LineCommand("lp", .address, "send the point or a place to a printer", "用打印机打印要点或某处") { state, place in
      state.startPrinting(at: place)
      return nil
    },
    LineCommand("edit v", .address, "open the document in an editor", "用编辑器打开文件") { state, place in
      state.edit(at: place)
    },
    LineCommand("pipe |", .text, "give the point to a command", "将要点交给命令处理") { state, command in
      if command.isEmpty { state.startPipe(at: "") }
      return state.pipe(to: command, at: "")
    },
    LineCommand(
      "open e e!", .file, "open another document; without one, read this again", "打开另一文件；不带参数则重新读取", worksInLists: true
    ) {
      state, path in
      if !path.isEmpty { state.history.add(path, to: .file) }
      return path.isEmpty ? .reload : .openFile(path)
    },
    LineCommand("next n", .none, "the next open document", "下一个打开的文件", worksInLists: true) { state, _ in
      state.update(.moveDocuments(1))
    },
    LineCommand("previous prev p", .none, "the open document before", "上一个打开的文件", worksInLists: true) { state, _ in
      state.update(.moveDocuments(-1))
    },
    LineCommand("documents ls", .none, "list the open documents", "列出打开的文件", worksInLists: true) { state, _ in
      state.update(.listDocuments)
    },
    LineCommand("recent", .none, "list the documents opened lately, as a folder", "列出最近打开的文件，同文件夹", worksInLists: true)
    { _, _ in
      .listRecent
    },
    LineCommand("reload", .none, "read the file again, and keep the place", "重新读取文件，保持位置", worksInLists: true) { _, _ in
      .reload
    },
    LineCommand(
      "go", .address, "go to an address or a keyword; :2.3 does the same", "到某编号或关键词；:2.3 亦可", worksInLists: true
    ) {
      state, place in
      place.isEmpty ? state.update(.startCommand) : state.goToPlaceOrWord(Whitespace.collapse(place))
    },
    LineCommand("search", .text, "search, as / does", "查找，同 /", worksInLists: true) { state, text in
      state.search(for: text)
    },
    LineCommand("filter", .text, "keep only the points that match, as & does", "只留匹配的要点，同 &", worksInLists: true) {
      state, text in
      if text.isEmpty, state.filter == nil { return state.update(.startFilter) }
      let before = state
      if !state.filter(by: text) || !state.tellFilter() {
        state = before
        state.message = Message(.searchStopped, isFailure: true)
      }
      return nil
    },
    LineCommand("note", .text, "add to the point's note", "追加到要点的笔记") { state, text in
      state.addNote(text)
      return nil
    },
    LineCommand("reject", .none, "the point is none", "此要点不是要点") { state, level in
      state.correct(.reject, level: level)
    },
    LineCommand("point", .text, "the line being read is a point, at the level typed", "正在读的行是要点，可指定级别") {
      state, level in
      state.correct(.point, level: level)
    },
    LineCommand("promote", .none, "the point stands one level further out", "要点升一级") { state, level in
      state.correct(.promote, level: level)
    },
    LineCommand("demote", .none, "the point stands one level further in", "要点降一级") { state, level in
      state.correct(.demote, level: level)
    },
    LineCommand("present", .none, "one point a screen, for a meeting", "逐屏演示要点") { state, _ in
      state.startPresenting(from: state.chosen)
      return nil
    },
    LineCommand("weight", .none, "the share and reading time of every point", "各要点的比重与阅读时间") { state, _ in
      state.toggleWeights()
      return nil
    },
    LineCommand("marks", .none, "list the marks", "列出标记") { state, _ in
      state.listMarks()
      return nil
    },
    LineCommand("notes", .none, "list the notes", "列出笔记") { state, _ in
      state.listNotes()
      return nil
    },
    LineCommand(
      "messages mes", .none, "what was said below before, the newest last", "以前的提示，最新的在末尾", worksInLists: true
    ) { state, _ in
      state.showSaid()
      return nil
    },
    LineCommand("nohlsearch noh", .none, "show no matches", "不再显示匹配", worksInLists: true) { state, _ in
      state.search = nil
      return nil
    },
    LineCommand("set se", .setting, "change a setting; without one, list them", "更改设置；不带参数则列出", worksInLists: true) {
      state, text in
      state.set(text)
      return nil
    },
    LineCommand("help h", .text, "this help, narrowed to what is typed", "本帮助，可按所输内容筛选", worksInLists: true) {
      state, text in
      state.mode = .help(Help(line: LineEditor(text)))
      return nil
    },
    LineCommand("tour", .none, "walk through the keys; again, leave the walk", "按键导览；再次输入则结束", worksInLists: true) {
      state, _ in
      state.toggleTour()
      return nil
    },
    LineCommand("quit q q! qa x wq", .none, "quit", "退出", worksInLists: true) { _, _ in .quit },
  ]

  /// The commands that may have been meant by a word that is none: those that begin with it, or are one slip away.
  static func near(_ word: String) -> [String] {
    let beginning = table.map(\.names[0]).filter { $0.hasPrefix(word) }
    guard beginning.isEmpty, word.count > 2 else { return beginning }
    return table.map(\.names[0]).filter { isOneSlip(from: Array(word), to: Array($0)) }
  }

  /// Whether one letter too many, too few, wrong, or two letters that changed places make one word of the other.
  private static func isOneSlip(from word: [Character], to name: [Character]) -> Bool {
    let (word, name) = word.count < name.count ? (name, word) : (word, name)
    let slip = zip(word, name).prefix { $0 == $1 }.count
    guard word.count - name.count <= 1, slip < word.count else { return false }
    if word.count > name.count { return word[(slip + 1)...] == name[slip...] }
    var swapped = word
    if slip + 1 < word.count { swapped.swapAt(slip, slip + 1) }
    return word[(slip + 1)...] == name[(slip + 1)...] || swapped == name
  }

  /// The command with that name, or the one that begins with it, of which all others that do are longer forms.
  static func named(_ name: some StringProtocol) -> LineCommand? {
    if let exact = table.first(where: { $0.names.contains { $0 == name } }) { return exact }
    let beginning = table.filter { $0.names[0].hasPrefix(name) }
    return beginning.first { shortest in beginning.allSatisfy { $0.names[0].hasPrefix(shortest.names[0]) } }
  }
}

extension State {
  /// Completes the word before the cursor; again, it goes on to the next candidate.
  mutating func complete(_ prompt: Prompt, by step: Int) -> Effect? {
    var prompt = prompt
    if prompt.completion != nil {
      prompt.completion?.step(step)
      return show(prompt)
    }
    let typed = prompt.line.beforeCursor
    switch prompt.kind {
    case .save: return .listFolder(of: typed)
    case .search, .filter, .note, .pipe: return .bell
    case .command: break
    }
    guard let space = typed.firstIndex(of: " ") else {
      prompt.completion = Completion(kept: "", candidates: commandsAndAddresses(beginning: typed))
      return show(prompt)
    }
    let kept = String(typed[...space])
    let argument = String(typed[typed.index(after: space)...])
    switch LineCommand.named(typed[..<space])?.argument {
    case .file: return .listFolder(of: argument)
    case .setting: prompt.completion = Completion(kept: kept, candidates: Setting.completions(of: argument))
    case .address: prompt.completion = Completion(kept: kept, candidates: addresses(beginning: argument))
    case .text, nil, .some(.none): return .bell
    }
    return show(prompt)
  }

  /// Takes the names in the folder that a path being typed stands in.
  mutating func complete(withFiles names: [String]) -> Effect? {
    guard case .prompt(var prompt) = mode else { return nil }
    let typed = prompt.line.beforeCursor
    let path =
      prompt.kind == .command ? typed.firstIndex(of: " ").map { typed[typed.index(after: $0)...] } ?? "" : typed[...]
    let slash = path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex
    let beginning = path[slash...]
    let fitting = names.filter { $0.hasPrefix(beginning) && (beginning.hasPrefix(".") || !$0.hasPrefix(".")) }
    prompt.completion = Completion(kept: String(typed[..<slash]), candidates: fitting.sorted())
    return show(prompt)
  }

  private mutating func show(_ prompt: Prompt) -> Effect? {
    var prompt = prompt
    guard let completion = prompt.completion, !completion.candidates.isEmpty else { return .bell }
    prompt.line.replaceBeforeCursor(with: completion.line)
    if completion.candidates.count == 1 { prompt.completion = nil }
    mode = .prompt(prompt)
    return nil
  }

  private func commandsAndAddresses(beginning typed: String) -> [String] {
    if typed.first?.isNumber == true { return addresses(beginning: typed) }
    return LineCommand.table.map(\.names[0]).filter { $0.hasPrefix(typed) }
  }

  /// The addresses of one level that begin with what is typed: those of the themes, or those inside `2.`
  private func addresses(beginning typed: String) -> [String] {
    let dot = typed.lastIndex(of: ".")
    let around = dot.map { typed[..<$0] }
    var parent: Int?
    if let around {
      guard let id = Address(around).flatMap({ outline.point(at: $0) }) else { return [] }
      parent = id
    }
    return outline.children(of: parent).compactMap { outline.address(of: $0)?.description }
      .filter { $0.hasPrefix(typed) }
  }
}
