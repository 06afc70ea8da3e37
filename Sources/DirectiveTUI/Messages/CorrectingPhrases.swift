/// What is said when the outline is put right.
extension Phrase {
  static var noPointToCorrect: Phrase { Phrase("Only numbered points can be corrected", "只能更正编号要点") }
  static func isInsideParagraph(_ style: String?) -> Phrase {
    Phrase(
      "Lines are corrected, and this stands inside one; --no-style '\(style ?? "")' reads none of its kind",
      "只能更正整行，此要点在段内；用 --no-style '\(style ?? "")' 则不读此类编号")
  }
  static var isTheme: Phrase { Phrase("It is a theme already", "已是最高一级") }
  static var nothingToStandIn: Phrase {
    Phrase("No point before it to stand in", "前面没有可归入的要点")
  }
  static var isPoint: Phrase {
    Phrase("The line is a point already; :point 2 puts it on level 2", "该行已是要点；:point 2 可将其置于第 2 级")
  }
  static var needsLevel: Phrase { Phrase("A level is a number from 1 to 99, as in :point 2", "级别为 1 至 99，如 :point 2") }
  static var blankLine: Phrase { Phrase("The line is blank", "该行为空") }

  static func isRejected(_ words: String) -> Phrase {
    Phrase("“\(words)” is no point already; :point takes it back", "“\(words)”已不是要点；:point 可撤回")
  }

  // MARK: - What a correction changed

  static func isPointNow(_ words: String, _ address: String, isAdded: Bool) -> Phrase {
    Phrase(
      "“\(words)” is \(address) now\(isAdded ? "; :reject takes it back" : "")",
      "“\(words)”现为 \(address)\(isAdded ? "；:reject 可撤回" : "")")
  }
  static func isNoPointNow(_ words: String, _ address: String?, isRejected: Bool) -> Phrase {
    let place = address.map { $0 + " " } ?? ""
    return Phrase(
      "\(place)“\(words)” is no point\(isRejected ? "; :point takes it back" : " any more")",
      "\(place)“\(words)”不再是要点\(isRejected ? "；:point 可撤回" : "")")
  }
  static func keptCorrection(_ path: String) -> Phrase { Phrase("; kept in \(path)", "；已保存到 \(path)") }
  static var correctionWithoutFile: Phrase {
    Phrase("; holds until you leave: the document is no file", "；仅在本次有效：文档不是文件")
  }
}
