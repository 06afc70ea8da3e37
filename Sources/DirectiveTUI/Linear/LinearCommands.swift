extension LinearReader {
  /// Every command with what it does.
  private static let commands: [(typed: String, meaning: Phrase)] = [
    ("2.3", Phrase("go to that point and read it; a keyword does too", "到该要点并朗读；也可输入关键词")),
    ("Enter, next", Phrase("the next point", "下一个要点")),
    ("previous", Phrase("the previous point", "上一个要点")),
    ("up", Phrase("the point around this one", "上一级要点")),
    ("list", Phrase("the points inside this one, or beside it; list all: the outline", "下级或同级要点；list all：全部大纲")),
    ("print", Phrase("this point with all points inside it; print 2.3: that one", "此要点及其下全部；print 2.3：该要点")),
    ("/word", Phrase("search; ?word: backward", "查找；?词：向前查找")),
    ("n, N", Phrase("the next match, the previous one", "下一处，上一处")),
    ("back", Phrase("where you were before a jump", "返回跳转前的位置")),
    ("top, end", Phrase("the first point, the last one", "第一个要点，最后一个要点")),
    ("refs", Phrase("what this point cites, and what cites it", "此要点引用了什么，被什么引用")),
    ("weight", Phrase("the share of each theme, and its reading time", "各主题所占比例与阅读时间")),
    ("where", Phrase("where you are", "当前位置")),
    ("q", Phrase("leave", "退出")),
  ]

  static func help(in language: Language) -> String { lines(of: commands, in: language) }

  fileprivate static func lines(of commands: [(typed: String, meaning: Phrase)], in language: Language) -> String {
    commands.map { "\($0.typed): \($0.meaning(in: language))\n" }.joined()
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

  static func help(in language: Language) -> String { LinearReader.lines(of: commands, in: language) }
}
