/// A command of the linear reader. Help is made from the table.
struct LinearCommand: Sendable {
  /// What it is called by; none for what is told from its form.
  let words: [String]
  /// What help shows before its text.
  let usage: String
  let help: Phrase
  /// What is said in answer; nil ends the reading.
  let perform: @Sendable (LinearReader, String?) -> String?

  @inline(never)
  init(
    _ words: String, _ usage: String, _ english: String, _ chinese: String,
    perform: @escaping @Sendable (LinearReader, String?) -> String? = { _, _ in "" }
  ) {
    self.words = words.split(separator: " ").map(String.init)
    self.usage = usage
    help = Phrase(english, chinese)
    self.perform = perform
  }

  static let table: [LinearCommand] = [
    LinearCommand("", "2.3", "go to that point and read it; a keyword does too", "到该要点并朗读；也可输入关键词"),
    LinearCommand("next }", "Enter, next", "the next point", "下一个要点") { reader, _ in
      reader.move { $0.movePoints(1) }
    },
    LinearCommand("previous prev p {", "previous", "the previous point", "上一个要点") { reader, _ in
      reader.move { $0.movePoints(-1) }
    },
    LinearCommand("up", "up", "the point around this one", "上一级要点") { reader, _ in reader.up() },
    LinearCommand(
      "list l", "list", "the points inside this one, or beside it; list all: the outline", "下级或同级要点；list all：全部大纲"
    ) { reader, which in reader.list(which) },
    LinearCommand(
      "print show", "print", "this point with all points inside it; print 2.3: that one", "此要点及其下全部；print 2.3：该要点"
    ) { reader, place in reader.print(place) },
    LinearCommand("", "/word", "search; ?word: backward", "查找；?词：向前查找"),
    LinearCommand("n", "n, N", "the next match, the previous one", "下一处，上一处") { reader, _ in
      reader.search { $0.update(.repeatSearch(reversed: false)) }
    },
    LinearCommand("N", "", "", "") { reader, _ in reader.search { $0.update(.repeatSearch(reversed: true)) } },
    LinearCommand("", "&word", "list only the points that match; & alone: all again", "只列出匹配的要点；单独 &：恢复全部"),
    LinearCommand("back", "back", "where you were before a jump", "返回跳转前的位置") { reader, _ in
      reader.move { _ = $0.update(.goBack) }
    },
    LinearCommand("top g", "top, end", "the first point, the last one", "第一个要点，最后一个要点") { reader, _ in
      reader.move { $0.jump(to: 0) }
    },
    LinearCommand("end G", "", "", "") { reader, _ in reader.move { $0.jump(to: $0.outline.points.count - 1) } },
    LinearCommand("refs", "refs", "what this point cites, and what cites it", "此要点引用了什么，被什么引用") { reader, _ in
      reader.references()
    },
    LinearCommand("weight %", "weight", "the share of each theme, and its reading time", "各主题所占比例与阅读时间") {
      reader, _ in reader.weights()
    },
    LinearCommand("where =", "where", "where you are", "当前位置") { reader, _ in reader.place() },
    LinearCommand("tick x", "tick", "tick the point: read, to discuss, done", "标记要点：已读、待讨论、已完成") { reader, _ in
      reader.answer { $0.update(.tick) }
    },
    LinearCommand("mark m", "mark a", "mark the place; 'a goes there", "标记位置；'a 到该处") { reader, letter in
      reader.answer { state in
        let key = letter.flatMap { $0.count == 1 ? $0.first : nil }.map(Key.character) ?? .enter
        return state.take(key, asMarkTo: .set(at: state.textStart(of: state.chosen)))
      }
    },
    LinearCommand(
      "", ":write FILE",
      "this and other commands of the browser, such as :note TEXT, :marks, :copy, :set; :help lists them",
      "此命令及浏览器的其他命令，如 :note 文字、:marks、:copy、:set；:help 列出"),
    LinearCommand("h help", "help", "this help", "本帮助") { reader, _ in reader.help },
    LinearCommand("q quit exit", "q", "leave", "退出") { _, _ in nil },
  ]

  /// Commands of the browser that need no colon.
  static let ofBrowser: Set = ["note", "notes", "marks", "write", "w", "save", "copy", "pipe", "lp", "set"]

  /// The command called by a word.
  static func named(_ word: String) -> LinearCommand? { table.first { $0.words.contains(word) } }
}

extension LinearReader {
  var help: String {
    LinearCommand.table.filter { !$0.usage.isEmpty }.map { "\($0.usage): \($0.help(in: language))\n" }.joined()
  }
}

extension LinearFolder {
  /// Every command with what it does.
  private static let commands: [(typed: String, meaning: Phrase)] = [
    ("3", Phrase("open that document; words of its title or path do too", "打开该文件；也可输入标题或路径中的词")),
    ("q", Phrase("in a document: come back to the list; in the list: leave", "在文件中：返回列表；在列表中：退出")),
    ("list", Phrase("the documents; list 50: from that one on", "列出文件；list 50：从该号开始")),
    ("Enter, next", Phrase("more of the documents", "继续列出文件")),
    ("/word", Phrase("search all documents", "在全部文件中查找")),
  ]

  static func help(in language: Language) -> String {
    commands.map { "\($0.typed): \($0.meaning(in: language))\n" }.joined()
  }
}
