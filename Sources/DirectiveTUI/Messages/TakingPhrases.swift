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
  static var nothingPrinted: Phrase { Phrase("Nothing printed", "未打印") }
  static var needsFileName: Phrase {
    Phrase("w: a file name is needed, as in :w point.txt", "w：需要文件名，如 :w point.txt")
  }

  static func copied(_ what: String, bytes: Int, by way: String) -> Phrase {
    Phrase("Copied \(what) by \(way) (\(size(bytes)))", "已用 \(way) 复制 \(what)（\(size(bytes))）")
  }
  static func copiedPart(_ part: PointPart, of what: String) -> Phrase {
    part == .address
      ? Phrase("the address of \(what)", "\(what) 的编号") : Phrase("the heading of \(what)", "\(what) 的标题")
  }
  static func asSigns(_ count: Int) -> Phrase {
    count == 0 ? .nothing : Phrase(", \(count) control characters as signs", "，其中 \(count) 个控制字符以符号代替")
  }
  static func tooLargeToCopy(_ what: String, _ bytes: Int, limit: Int) -> Phrase {
    Phrase(
      "\(what) is too large for the terminal's clipboard (\(size(bytes)) of at most \(size(limit))): pp prints it",
      "\(what) 超过终端剪贴板的限度（\(size(bytes))，最多 \(size(limit))）：按 pp 打印")
  }
  static var noWayToCopy: Phrase { Phrase("No way to a clipboard from here: pp prints it", "此处无法使用剪贴板：按 pp 打印") }
  private static func size(_ bytes: Int) -> String { bytes < 1000 ? "\(bytes) B" : "\((bytes + 999) / 1000) kB" }

  static func askToPrint(_ what: String, pages: Int) -> Phrase {
    Phrase("Print \(what) on \(pages) page\(pages == 1 ? "" : "s")? (y/n)", "打印 \(what)，共 \(pages) 页？(y/n)")
  }
  static func sentToPrinter(_ what: String, pages: Int, _ answer: String) -> Phrase {
    Phrase(
      "Sent \(what) to the printer (\(pages) page\(pages == 1 ? "" : "s")) \(answer)",
      "已将 \(what) 送往打印机（\(pages) 页）\(answer)")
  }
  static func ran(_ what: String) -> Phrase { Phrase("Done: \(what)", "已完成：\(what)") }
  static func exitStatus(_ status: Int32) -> Phrase { Phrase("exit status \(status)", "退出状态 \(status)") }
  static var noSuchProgram: Phrase { Phrase("no such program", "没有此程序") }
  static var noFileToEdit: Phrase { Phrase("This document is no file that can be edited", "本文不是可编辑的文件") }
  static var noEditor: Phrase { Phrase("VISUAL or EDITOR is no command", "VISUAL 或 EDITOR 不是命令") }
  static func fileChanged(_ path: String) -> Phrase {
    Phrase("\(path) has changed; what is shown is as it was", "\(path) 已改动；所示为旧内容")
  }

  /// `total` counts all points that will be printed.
  static func printedOnLeaving(_ what: String, total: Int, isFirst: Bool) -> Phrase {
    Phrase(
      "\(what) will be printed on leaving" + (isFirst ? "" : " (\(total) points in all)"),
      "\(what) 将在退出时打印" + (isFirst ? "" : "（共 \(total) 个要点）"))
  }
}
