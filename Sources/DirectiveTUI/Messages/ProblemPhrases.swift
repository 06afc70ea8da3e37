import DirectiveModel

/// Why a document cannot be read or shown.
extension Phrase {
  static func unreadable(_ why: Unreadable) -> Phrase {
    switch why {
    case .empty: Phrase("is empty", "是空文件")
    case .notText: Phrase("is no text", "不是文本")
    case .tooLarge: .tooLarge
    }
  }
  static var tooLarge: Phrase { Phrase("is larger than 4 GiB", "超过 4 GiB") }
  static var nameIsNoUTF8: Phrase { Phrase("has a name that is no UTF-8", "名称不是 UTF-8") }
  static var isDevice: Phrase { Phrase("is a device", "是设备") }
  static var isArchive: Phrase { Phrase("is an archive, and no document", "是压缩包，不是文件") }
  static var isOldOffice: Phrase {
    Phrase("is a file of an old Office program; save it as docx", "是旧版 Office 文件；请另存为 docx")
  }
  static var isNoDocumentOrTooDeep: Phrase {
    Phrase("wrote what is no document, or is nested too deep to be read", "输出的不是文件，或嵌套过深，无法读取")
  }
  static var isPackedTooOften: Phrase { Phrase("is packed too often", "压缩层数过多") }
  static func unpacksTooLarge(_ bytes: Int) -> Phrase {
    Phrase("unpacks to more than \(bytes >> 20) MiB", "解压后超过 \(bytes >> 20) MiB")
  }
  static func tookTooLong(_ program: String, _ seconds: Int) -> Phrase {
    Phrase("\(program) took longer than \(seconds) s", "\(program) 用时超过 \(seconds) 秒")
  }
  static func isNeeded(_ program: String, _ package: String) -> Phrase {
    Phrase(
      "\(program) is needed to read it (apt-get install \(package))", "需要 \(program) 才能读取（apt-get install \(package)）")
  }
  static var readingStopped: Phrase { Phrase("stopped", "已停止") }

  // MARK: - The terminal

  static var unknownTerminal: Phrase { Phrase("unknown terminal", "未知的终端") }
  static var cannotMoveCursor: Phrase { Phrase("this terminal cannot move its cursor", "此终端不能移动光标") }
  static var noTerminalForKeys: Phrase { Phrase("no terminal to read keys from", "没有可读取按键的终端") }
  static var tryOutline: Phrase { Phrase("; try: directives outline FILE", "；可试：directives outline 文件") }
}
