import DirectiveModel

/// What the status line says about the place and the keys.
extension Phrase {
  static var help: Phrase { Phrase("F1 help", "F1 帮助") }
  static var quits: Phrase { Phrase("q quit", "q 退出") }
  static func otherPane(_ pane: Pane) -> Phrase {
    pane == .outline ? Phrase("Tab text", "Tab 正文") : Phrase("Tab outline", "Tab 大纲")
  }
  static var closesHelp: Phrase { Phrase("q closes this help, / narrows it", "按 q 关闭帮助，按 / 筛选") }
  static var goesToNumber: Phrase { Phrase("Enter goes to that point", "回车跳到该要点") }
  static func unboundKey(_ key: String) -> Phrase {
    Phrase("\(key) does nothing here: F1 for help", "\(key) 在此处无作用：按 F1 看帮助")
  }

  static func isNoCount(_ typed: String) -> Phrase {
    Phrase("\(typed) is no count: Enter goes to that point", "\(typed) 不是次数：回车跳到该要点")
  }
  static func isNotOnePoint(_ typed: String) -> Phrase {
    Phrase("\(typed): one point is needed here", "\(typed)：此处只能用于一个要点")
  }
  static func numberNotUsed(_ typed: String) -> Phrase {
    Phrase("\(typed) was not used: this key takes no number", "\(typed) 未用：此键前不用数字")
  }

  static var nothingRunning: Phrase { Phrase("Nothing is running; q quits", "没有正在进行的操作；按 q 退出") }

  static func place(_ number: Int, of count: Int) -> Phrase {
    Phrase("\(number) of \(count)", "第 \(number) 个要点，共 \(count) 个")
  }
  static var noNumbering: Phrase { Phrase("no numbered points found", "未发现编号要点") }

  static func points(_ count: Int) -> Phrase {
    Phrase(count == 1 ? "1 point" : "\(count) points", "\(count) 个要点")
  }

  // MARK: - Names of what has no address

  static var preamble: Phrase { Phrase("Preamble", "前言") }
  static var closing: Phrase { Phrase("Closing", "结语") }
  static var wholeText: Phrase { Phrase("Text", "正文") }
}
