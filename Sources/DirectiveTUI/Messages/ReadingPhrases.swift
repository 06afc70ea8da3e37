/// What is said while reading: rows and their widths, references, weights; and by the linear reader.
extension Phrase {
  static var wraps: Phrase { Phrase("Rows are wrapped", "长行折行显示") }
  static var doesNotWrap: Phrase { Phrase("Rows are not wrapped: ← → move sideways", "长行不折：用 ← → 左右移动") }
  static func textWidth(_ columns: Int) -> Phrase { Phrase("Rows of up to \(columns) columns", "每行最多 \(columns) 列") }
  static func noReference(after: Bool) -> Phrase {
    Phrase("No reference \(after ? "after" : "before") this place", "此处之\(after ? "后" : "前")再无引用")
  }
  static func cites(_ address: String, _ label: String) -> Phrase {
    Phrase("cites \(address) \(label): Enter goes there, Backspace comes back", "引用 \(address) \(label)：回车前往，退格返回")
  }
  /// That other points have the number that is cited.
  static func orMore(_ others: Int) -> Phrase {
    others == 0 ? .nothing : Phrase(" or \(others) more", "（另有 \(others) 处）")
  }
  static var closesPeek: Phrase { Phrase("Enter goes there, Esc closes this", "回车前往，Esc 关闭") }
  static var slideKeys: Phrase {
    Phrase("q leaves, Space next, p back, 2.3 Enter goes there", "q 退出，空格 下一屏，p 上一屏，2.3 回车前往")
  }
  static var noReferenceHere: Phrase { Phrase("No reference here: ) goes to the next one", "此处没有引用：按 ) 到下一处") }
  /// The share of a point, and the time it takes: in seconds where that is less than a minute.
  static func weight(_ percent: Int, seconds: Int) -> Phrase {
    let minutes = (seconds + 30) / 60
    return seconds < 60
      ? Phrase("\(percent)% \(seconds) s", "\(percent)% \(seconds) 秒")
      : Phrase("\(percent)% \(minutes) min", "\(percent)% \(minutes) 分")
  }
  static func minutes(_ minutes: Int) -> Phrase { Phrase("\(minutes) min", "\(minutes) 分钟") }
  static func weighs(minutes: Int) -> Phrase {
    let (english, chinese) =
      minutes < 120 ? ("\(minutes) minutes", "\(minutes) 分钟") : ("\(minutes / 60) hours", "\(minutes / 60) 小时")
    return Phrase("\(english) of reading in all; % again hides this", "共需阅读 \(chinese)；再按 % 隐藏")
  }

  // MARK: - The linear reader

  static func linearGreeting(_ points: Int) -> Phrase {
    Phrase.points(points)
      + Phrase(
        ". Type an address such as 2.3, or list, next, /word, help, q.",
        "。请输入编号（如 2.3），或 list、next、/词、help、q。")
  }
  static func linearFolder(_ name: String, _ count: Int) -> Phrase {
    Phrase(verbatim: "\(name): ") + documents(count)
      + Phrase(
        ". Type a number or words of a title to open one, or list, /word, help, q.",
        "。请输入序号或标题中的词以打开，或 list、/词、help、q。")
  }
  static func linearMore(_ count: Int) -> Phrase {
    Phrase("\(count) more: Enter lists them", "还有 \(count) 个：按回车列出")
  }
  static func foundInAll(_ text: String, _ matches: Int, in count: Int) -> Phrase {
    Phrase("“\(text)”: \(matches) in ", "“\(text)”：\(matches) 处，见于 ") + documents(count)
  }
  static func noDocument(_ typed: String) -> Phrase { Phrase("\(typed): no such document", "\(typed)：没有这个文件") }
  static func linearKey(_ key: String) -> Phrase {
    Phrase("\(key) is a key of the browser: help lists the commands", "\(key) 是浏览器的按键：help 列出命令")
  }
  static func linearFiltered(_ count: Int, with text: String, _ remark: Phrase) -> Phrase {
    points(count) + Phrase(" with “\(text)”", "含“\(text)”") + remark
      + Phrase(": list shows them, & all again", "：list 可列出，& 恢复全部")
  }
  static var linearCannot: Phrase { Phrase("That is done in the browser only", "此操作只能在浏览器中进行") }
  static var linearNeedsText: Phrase {
    Phrase("The text stands behind the command, as in :note words", "请在命令后写上文字，如 :note 文字")
  }
  static var linearEnd: Phrase { Phrase("There is no further point", "没有更多要点") }
  static var linearTop: Phrase { Phrase("Nothing is around this point", "已是最上级") }
  static var noReferences: Phrase { Phrase("Cites nothing, and nothing cites it", "未引用其他要点，也未被引用") }
  static func line(_ number: Int) -> Phrase { Phrase("line \(number)", "第 \(number) 行") }
  static func pointsInside(_ count: Int) -> Phrase {
    points(count) + Phrase(" inside: list shows them", "在其下：list 可列出")
  }

  static var onePane: Phrase {
    let columns = ScreenAreas.twoPaneColumns
    return Phrase("Outline and text stand side by side from \(columns) columns on", "\(columns) 列以上，大纲与正文并排")
  }
}
