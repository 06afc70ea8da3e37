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

  static var lookingForDocuments: Phrase { Phrase("looking for documents (^C stops)", "正在寻找文件（^C 停止）") }
  static func readingDocuments(_ count: Int, of all: Int) -> Phrase {
    Phrase("read \(count) of \(all) (^C stops)", "已读 \(all) 个文件中的 \(count) 个（^C 停止）")
  }
  static func searching(_ left: Int, of all: Int) -> Phrase {
    Phrase("searching, \(left) of \(all) documents left (^C stops)", "正在查找，\(all) 个文件中还有 \(left) 个（^C 停止）")
  }
  static func readingDocument(_ path: String) -> Phrase { Phrase("reading \(path) (^C stops)", "正在读取 \(path)（^C 停止）") }
  static func documents(_ count: Int) -> Phrase {
    Phrase(count == 1 ? "1 document" : "\(count) documents", "\(count) 个文件")
  }
  static func found(_ text: String, _ matches: Int, in count: Int, _ remark: Phrase) -> Phrase {
    foundInAll(text, matches, in: count) + remark + Phrase("; Esc shows all documents", "；按 Esc 显示全部文件")
  }
  static func isFolder(_ name: String) -> Phrase { Phrase("\(name) is a folder", "\(name) 是文件夹") }

  static var onlyDocument: Phrase { Phrase("No other document is open", "没有打开其他文件") }
  static var documentsLabel: Phrase { Phrase("documents ", "文件 ") }
  static func openedDocument(_ name: String, _ number: Int, of count: Int) -> Phrase {
    Phrase(verbatim: "\(name) (\(number)/\(count))")
  }
}
