import DirectiveModel

/// What is said while searching, picking, narrowing and going to addresses.
extension Phrase {
  static var noSearch: Phrase { Phrase("No search yet: type / and what to look for", "尚未搜索：按 / 并输入要找的内容") }
  static var noMatchesToList: Phrase {
    Phrase("No matches to list: type / and what to look for", "没有可列出的结果：按 / 并输入要找的内容")
  }
  static func noMatch(for text: String) -> Phrase { Phrase("No match for “\(text)”", "未找到“\(text)”") }
  static func match(_ text: String, _ number: Int, of count: Int, wrapped: Bool) -> Phrase {
    Phrase(
      "“\(text)” \(wrapped ? "wrapped, " : "")\(number)/\(count)",
      "“\(text)” \(wrapped ? "已绕回，" : "")\(number)/\(count)")
  }
  static func noMatchingPoint(_ text: String, after: Bool) -> Phrase {
    Phrase(
      "No point with “\(text)” \(after ? "after" : "before") this one", "此要点之\(after ? "后" : "前")再无“\(text)”")
  }

  static var matchesLabel: Phrase { Phrase("matches ", "结果 ") }
  static func inside(_ address: String) -> Phrase { Phrase(" in \(address)", "（限 \(address)）") }
  static var nothingMatches: Phrase { Phrase("no match", "无匹配") }
  static var nothingFits: Phrase { Phrase("nothing fits", "无符合项") }
  static var takenLiterally: Phrase { Phrase(", taken literally", "，按原文查找") }
  static var givenUp: Phrase { Phrase(", given up: it costs too much", "，已放弃：代价过高") }
  /// That a pattern was taken literally, or given up.
  static func remark(on pattern: Pattern, isComplete: Bool) -> Phrase {
    !isComplete ? .givenUp : pattern.isFallback ? .takenLiterally : .nothing
  }

  static var searching: Phrase { Phrase("searching, ^C stops", "正在查找，^C 停止") }
  static var searchStopped: Phrase { Phrase("Search stopped", "已停止查找") }

  static func filtered(_ count: Int, with text: String, _ remark: Phrase) -> Phrase {
    points(count) + Phrase(" with “\(text)”", "含“\(text)”") + remark + Phrase("; Esc shows all", "；按 Esc 显示全部")
  }

  static var filterTakenAway: Phrase { Phrase("the filter is taken away", "已取消筛选") }
  static var listKeys: Phrase { Phrase("  letters narrow, Enter goes, Esc closes", "  输字筛选，回车前往，Esc 关闭") }

  static func escapeReturns(to address: String) -> Phrase {
    Phrase("Esc returns to \(address)", "按 Esc 返回 \(address)")
  }
  static var noWord: Phrase { Phrase("No word to search on this row", "本行没有可查找的词") }
  static func marked(_ letter: Character, _ address: String) -> Phrase {
    Phrase("Mark \(letter) at \(address)", "标记 \(letter) 于 \(address)")
  }
  static func noMark(_ letter: Character) -> Phrase { Phrase("No mark \(letter)", "没有标记 \(letter)") }
  static var noMarks: Phrase { Phrase("No marks yet: m and a letter sets one", "尚无标记：按 m 加一个字母") }
  static var markLetter: Phrase { Phrase("a mark is a letter", "标记须为字母") }
  static var typeMark: Phrase { Phrase("the letter of a mark", "标记的字母") }
  static var marksLabel: Phrase { Phrase("marks ", "标记 ") }
  static var nothingBack: Phrase { Phrase("Nothing to go back to", "没有可返回的位置") }
  static var nothingForward: Phrase { Phrase("Nothing to go forward to", "没有可前进的位置") }

  static func noFurtherTheme(after: Bool) -> Phrase {
    Phrase("No theme \(after ? "after" : "before") this one", "此主题\(after ? "之后" : "之前")再无主题")
  }
  static func foundWord(_ word: String, at listing: String) -> Phrase {
    Phrase("“\(word)” found in \(listing)", "“\(word)”见于 \(listing)")
  }
  static func notFound(_ failure: NotFound) -> Phrase {
    switch failure {
    case .noSuchPoint(let typed, let reach):
      Phrase("\(failure)", "\(typed)：没有此要点；\(chinese(reach))")
    case .noMatch(let keyword): Phrase("\(failure)", "\(keyword)：没有要点提及")
    case .ambiguous(let keyword, let ids): Phrase("\(failure)", "\(keyword)：有 \(ids.count) 个要点同样符合")
    }
  }

  static func misnumbering(_ misnumbering: Misnumbering, in document: Document) -> Phrase {
    let (asked, printed) = misnumbering.words(in: document)
    return Phrase(
      misnumbering.description(in: document),
      "\(asked.address) 按顺序计数，是\(asked.marker)；\(printed.marker)为 \(printed.address)")
  }

  private static func chinese(_ reach: NotFound.Reach) -> String {
    switch reach {
    case .noSuchPart: "本文没有这一部分"
    case .lastTheme(let address): "最后一个主题是 \(address)"
    case .printedElsewhere(let reach, let marker, let address): "\(chinese(reach))；“\(marker)”为 \(address)"
    case .last(let address): "该处最后一个是 \(address)"
    case .nothingInside(let address): "\(address) 之下没有要点"
    case .noNumbering: "本文没有编号要点"
    case .lastMarker(let marker): "最后一个是\(marker)"
    case .noSuchStyle: "本文没有这种编号"
    }
  }
}
