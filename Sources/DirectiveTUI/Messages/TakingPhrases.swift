/// What is said while saving and printing.
extension Phrase {
  static var saveToFile: Phrase { Phrase("Save to file: ", "保存到文件：") }
  static func wrote(_ count: Int, to path: String) -> Phrase {
    Phrase("Wrote ", "已将 ") + points(count) + Phrase(" to \(path)", "写入 \(path)")
  }
  static func failed(_ what: String, _ why: Phrase) -> Phrase { Phrase("\(what): ", "\(what)：") + why }
  static func overwrite(_ path: String) -> Phrase {
    Phrase("\(path) exists: write over it? (y/n)", "\(path) 已存在：覆盖吗？(y/n)")
  }
  static var nothingWritten: Phrase { Phrase("Nothing written", "未写入") }
  static var needsFileName: Phrase {
    Phrase("w: a file name is needed, as in :w point.txt", "w：需要文件名，如 :w point.txt")
  }

  /// `total` counts all that will be printed.
  static func printedOnLeaving(_ what: String, total: Int) -> Phrase {
    Phrase(
      "\(what) will be printed on leaving" + (total > 1 ? " (\(total) in all)" : ""),
      "\(what) 将在退出时打印" + (total > 1 ? "（共 \(total) 项）" : ""))
  }
}
