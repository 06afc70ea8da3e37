/// What is said of files while they are read.
extension Phrase {
  static func reading(_ bytes: Int) -> Phrase {
    let size = bytes < 1 << 20 ? "\((bytes + 1023) >> 10) KB" : "\(bytes >> 20) MB"
    return Phrase("reading, \(size) so far", "正在读取，已读 \(size)")
  }

  static func converting(_ program: String, seconds: Int) -> Phrase {
    Phrase("converting with \(program), \(seconds) s (^C stops)", "正在用 \(program) 转换，\(seconds) 秒（^C 停止）")
  }

  static var stopped: Phrase { Phrase("Stopped; this is what was read so far", "已停止；这是已读到的部分") }
  static var readAgain: Phrase { Phrase("Read again", "已重新读取") }
  static var unchanged: Phrase { Phrase("Read again: unchanged", "已重新读取：没有变化") }
  static var cannotBeReadAgain: Phrase { Phrase("This is no file that can be read again", "这不是可以重新读取的文件") }
  static func cannotRead(_ problem: Problem) -> Phrase { problem.phrase }

  static func damaged(_ bytes: Int) -> Phrase {
    Phrase(bytes == 1 ? "1 damaged byte" : "\(bytes) damaged bytes", "\(bytes) 个字节损坏")
  }

  // MARK: - Several documents

  static var onlyDocument: Phrase { Phrase("No other document is open", "没有打开其他文件") }
  static var documentsLabel: Phrase { Phrase("documents ", "文件 ") }
  static func openedDocument(_ name: String, _ number: Int, of count: Int) -> Phrase {
    Phrase(verbatim: "\(name) (\(number)/\(count))")
  }
}
