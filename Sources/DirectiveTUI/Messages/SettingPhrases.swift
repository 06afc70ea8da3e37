/// What is said of settings and commands.
extension Phrase {
  static func setting(_ name: String, _ value: String) -> Phrase { Phrase(verbatim: "\(name) = \(value)") }
  static func unknownSetting(_ name: String) -> Phrase {
    Phrase("\(name): no such setting; :set lists them", "\(name)：没有此设置；:set 可列出全部")
  }
  static func badValue(_ value: String, for name: String, values: [String]) -> Phrase {
    let values = values.joined(separator: " ")
    return Phrase("\(value): \(name) is one of \(values)", "\(value)：\(name) 可为 \(values)")
  }
  static func takesNothing(_ command: String, _ line: String) -> Phrase {
    Phrase("Nothing may follow :\(command); :go \(line) looks for it", ":\(command) 之后不能有内容；:go \(line) 可查找")
  }
  /// `near` are commands that may have been meant.
  static func noCommand(_ word: String, near: [String]) -> Phrase {
    let (meant, chinese) = (near.map { ":" + $0 }.joined(separator: ", "), near.map { ":" + $0 }.joined(separator: "、"))
    return Phrase(
      "No command \(word)\(near.isEmpty ? "" : " (\(meant)?)"); :go \(word) looks for it",
      "没有命令 \(word)\(near.isEmpty ? "" : "（\(chinese)？）")；:go \(word) 可查找")
  }
  static var nowhereToPaste: Phrase {
    Phrase("Pasted text goes into a prompt: open one first, with / or :", "粘贴的文字须先按 / 或 : 再输入")
  }
  static func linesIgnored(_ first: Phrase, others: Int) -> Phrase {
    others == 0 ? first : first + Phrase(" (and \(others) more)", "（另有 \(others) 处）")
  }
  static var noSettingOnLine: Phrase { Phrase("no setting: name = value is needed", "不是设置：应为 名称 = 值") }
  static func noSuchSetting(_ name: String) -> Phrase { Phrase("no setting is called \(name)", "没有名为 \(name) 的设置") }
  static func settingIsOneOf(_ name: String, _ values: [String], not value: String) -> Phrase {
    let values = values.joined(separator: " ")
    return Phrase("\(name) is one of \(values), not \(value)", "\(name) 可取 \(values)，不能是 \(value)")
  }
  static var noKeyBindingOnLine: Phrase { Phrase("key KEYS = action is needed", "应为 key 按键 = 动作") }
  static func noSuchAction(_ name: String) -> Phrase {
    Phrase("no action is called \(name); directives keys lists them", "没有名为 \(name) 的动作；directives keys 可列出")
  }
  static func digitsAreNumbers(_ keys: String) -> Phrase {
    Phrase("\(keys): digits are counts and addresses", "\(keys)：数字用作次数和编号")
  }
  static var noKeyNamed: Phrase { Phrase("no key is named", "没有写明按键") }
  static var mouseOn: Phrase {
    Phrase("Mouse on: hold Shift to select text; F2 turns it off", "鼠标已启用：按住 Shift 选取文字；F2 关闭")
  }
  static var mouseOff: Phrase { Phrase("Mouse off", "鼠标已关闭") }
}

/// Titles of help, beside those in the key table.
extension Phrase {
  static var signsTitle: Phrase { Phrase("Signs", "符号") }
  static var saidTitle: Phrase { Phrase("What was said", "以前的提示") }
  static var nothingSaid: Phrase { Phrase("Nothing was said yet", "尚无提示") }
  static var promptTitle: Phrase { Phrase("While typing", "输入时") }
  static var panelsTitle: Phrase { Phrase("What is shown over outline and text", "覆盖在大纲与正文之上的内容") }
  static var commandsTitle: Phrase { Phrase("Commands", "命令") }
  static var settingsTitle: Phrase { Phrase("Settings, changed by :set", "设置，用 :set 更改") }
}
