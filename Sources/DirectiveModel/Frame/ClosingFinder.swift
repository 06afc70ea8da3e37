/// Finds where the closing begins in the text of the last point: an appeal to the audience, a bracketed note, a
/// source line, a list of attachments, a signature with its date.
struct ClosingFinder {
  let text: FoldedText
  let lines: Lines

  /// The line on which the closing begins, after `line`, where the last point begins; nil where there is none. A bracket
  /// right below a point that `hasTitleBelow` is a part of its title.
  func closing(after line: Int, hasTitleBelow: Bool) -> Int? {
    guard line < lines.count else { return nil }
    var number = line + 1
    while number <= lines.count {
      let content = lines.trimmed(number)
      let mayBeNote = number > line + 1 || !hasTitleBelow
      if !content.isEmpty, opensClosing(content) || mayBeNote && isBracketed(content) && isNearEnd(number) {
        return number
      }
      number += 1
    }
    return signature(after: line)
  }

  private func opensClosing(_ line: Range<Int>) -> Bool {
    Self.starts.contains { text.match(pattern: $0, at: line.lowerBound, before: line.upperBound) != nil }
  }

  /// Whether at most six lines of text follow: a bracket further up is the caption of an article.
  private func isNearEnd(_ number: Int) -> Bool {
    var left = 6
    var next = number + 1
    while next <= lines.count {
      if !lines.isBlank(next) { left -= 1 }
      if left < 0 { return false }
      next += 1
    }
    return true
  }

  /// A line that is one bracket, as the note on a speaker is.
  private func isBracketed(_ line: Range<Int>) -> Bool {
    let first = text.scalar(at: line.lowerBound, before: line.upperBound)
    guard first.value == 0x28, line.count > 12 else { return false }
    let last = text.lastScalar(from: line.lowerBound, before: line.upperBound)
    guard last == 0x29 else { return false }
    // One bracket over the whole line, and no marker such as (1).
    var depth = 0
    var index = line.lowerBound
    while index < line.upperBound {
      let (scalar, length) = text.scalar(at: index, before: line.upperBound)
      if scalar == 0x28 { depth += 1 }
      if scalar == 0x29 { depth -= 1 }
      index += max(length, 1)
      if depth == 0, index < line.upperBound { return false }
    }
    return true
  }

  /// A short line and a date under it at the end of the document.
  private func signature(after line: Int) -> Int? {
    let front = FrameForm(text: text)
    var number = lines.count
    var date: Int?
    var seen = 0
    while number > line, seen < 4 {
      let content = lines.trimmed(number)
      if !content.isEmpty {
        seen += 1
        if front.isDate(content) || front.isPlaceAndDate(content) {
          date = number
          break
        }
      }
      number -= 1
    }
    guard let date else { return nil }
    var first = date
    var above = date - 1
    var taken = 0
    var isApart = false
    while above > line, taken < Self.mostSigners {
      let content = lines.trimmed(above)
      if content.isEmpty {
        isApart = taken > 0
      } else {
        let last = text.lastScalar(from: content.lowerBound, before: content.upperBound)
        guard content.count <= 60, last != 0x3002, last != 0x2E, last != 0x3B, !isApart || isSigner(content) else {
          break
        }
        first = above
        taken += 1
      }
      above -= 1
    }
    return first
  }

  /// Lines above the date.
  private static let mostSigners = 4

  /// Whether a line that a blank one parts from the signature below may belong to it: an office, or a name in Latin
  /// letters, of which every word begins with a capital.
  private func isSigner(_ line: Range<Int>) -> Bool {
    let last = text.lastScalar(from: line.lowerBound, before: line.upperBound)
    if FoldedText.isIdeographic(last) { return Self.officeEnds.contains(last) }
    return text.words(in: line).allSatisfy {
      FoldedText.isUpper(text.scalar(at: $0.lowerBound, before: $0.upperBound).value)
    }
  }

  private static let officeEnds = Set("局委会會院府厅廳部室署处處团團司社".unicodeScalars.map(\.value))

  private static let starts: [[UInt32]] = [
    "comrades,", "comrades!", "comrades:", "同志们", "各位代表", "各位委员", "source:", "来源~:", "附件~:", "附~件~:", "붙~임 ",
    "done at ",
    "schlussformel", "schlußformel", "(this document is public)", "特此", "此复", "此致", "专此", "妥否", "当否", "以上请示", "如不服本",
    "in witness whereof", "in faith whereof", "explanatory note", "respectfully submitted", "very truly yours",
    "yours faithfully", "yours sincerely", "sincerely,", "all of which is respectfully", "fait à ", "fait le ",
    "geschehen zu ", "gegeven te ", "data a ", "lasten en bevelen", "por tanto,", "nơi nhận~:", "正本~:", "出席~:", "分送~:",
    "谢谢大家", "thank you.", "thank you very much", "amen.",
  ].map { $0.unicodeScalars.map(\.value) }
}
