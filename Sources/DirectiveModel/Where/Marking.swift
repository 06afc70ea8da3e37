/// A point named by the numbering that its document prints, or by the way it is cited: `第十二条第二款第一项`,
/// `Article 5(2)(b)`, `§ 12 Abs. 2`, `四（二）`. Each mark stands inside the one before it.
public struct Marking: Equatable, Sendable {
  /// What was typed.
  let text: String
  /// Never empty.
  let marks: [Mark]

  /// Nil where the text is not numbering from its beginning to its end.
  init?(_ text: String) {
    let spellings = [
      text, text.uppercased(), Self.singular(text), Self.outermostFirst(text), Self.stopped(text), Self.named(text),
    ]
    guard let marks = spellings.lazy.compactMap(Self.marks).first else { return nil }
    self.init(text: text, marks: marks)
  }

  /// `Article 5` for `Articles 5`, `§ 3` for `§§ 3`.
  private static func singular(_ text: String) -> String {
    guard !text.hasPrefix("§§") else { return String(text.dropFirst()) }
    let parts = text.split(separator: " ", maxSplits: 1)
    guard parts.count == 2, parts[0].lowercased().hasSuffix("s") else { return text }
    return "\(parts[0].dropLast()) \(parts[1])"
  }

  /// `Article 5 second paragraph` for `second paragraph of Article 5`.
  private static func outermostFirst(_ text: String) -> String {
    text.split(separator: " of ").reversed().joined(separator: " ")
  }

  /// `II.` for `II`, `II. A. 1.` for `II.A.1` and `II A 1`: bare numerals as lists print them. A small letter alone is a
  /// word. The text as it is where it holds anything else.
  private static func stopped(_ text: String) -> String {
    let steps = text.split { $0 == "." || $0 == " " }
    let areNumerals = steps.allSatisfy { step in
      step.utf8.count == 1 || step.utf8.allSatisfy("0123456789".utf8.contains)
        || step.utf8.allSatisfy("IVXLCDM".utf8.contains)
    }
    guard areNumerals, steps.count > 1 || text.uppercased() == text else { return text }
    return steps.map { "\($0)." }.joined(separator: " ")
  }

  /// `Article R. 134-12` for `R. 134-12`, and `第21条` for `21条`: articles as they are spoken of.
  private static func named(_ text: String) -> String {
    if text.hasSuffix("条") || text.hasSuffix("條") { return "第" + text }
    let code = text.uppercased()
    let isCode =
      code.utf8.first.map("LRDA".utf8.contains) == true
      && code.utf8.dropFirst().allSatisfy("0123456789.* -".utf8.contains)
    return isCode && code.utf8.contains(0x2D) ? "Article " + code : text
  }

  /// The same read as numerals of lists alone: `A.1` is the 1. inside A. where it is no decimal number. Nil where that is
  /// what it is.
  var stepByStep: Marking? {
    let stopped = Self.stopped(text)
    return stopped == text ? nil : Marking(stopped)
  }

  private init(text: String, marks: [Mark]) {
    self.text = text
    self.marks = marks
  }

  /// The same with another number in its last mark, or as it stands without brackets, in the last one without: 6 after
  /// `Article 5(1)` is article 6. Nil where that does not count.
  func counting(to number: Int) -> Marking? {
    let place = marks.lastIndex { !$0.isInBrackets } ?? marks.count - 1
    return marks[place].counting(to: number).map {
      Marking(text: "\(text), \(number)", marks: marks[..<place] + [$0])
    }
  }

  /// This marking where it follows `other` in a list: `第三项` after `第九条第一项` is in article 9, `(3)` after
  /// `Article 5(1)` in article 5, and `6(2)` in article 6.
  func following(_ other: Marking) -> Marking {
    if let number = marks[0].readings.first(where: { $0.row.isBare })?.value, marks[0].isBare, marks.count > 1,
      other.marks[0].isNamed, let counted = other.counting(to: number)
    {
      return Marking(text: text, marks: counted.marks + marks.dropFirst())
    }
    guard !marks[0].readings.contains(where: { $0.row.isNamed }) || marks[0].member != nil,
      let place = other.marks.lastIndex(where: { $0.isLike(marks[0]) })
    else { return self }
    return Marking(text: text, marks: other.marks[..<place] + marks)
  }

  private static func marks(in typed: String) -> [Mark]? {
    let bytes = Array(typed.utf8)
    return bytes.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress, bytes.count <= longest else { return nil }
      var reader = MarkReader(FoldedText(base: base, count: buffer.count))
      return reader.readAll()
    }
  }

  /// Bytes; nobody cites more, and every mark costs some look-ups.
  private static let longest = 400
}

/// One step of a marking, with all the ways to read it.
struct Mark: Equatable, Sendable {
  var readings: [MarkReading]
  /// The word of a step that is counted rather than printed: 款, 项, paragraph, point.
  var member: Member?
  /// The number after that word.
  var count = 0

  enum Member: Equatable, Sendable {
    /// A paragraph, which may stand there without a number: 款.
    case paragraph
    /// 项, 目, point: a numbered one.
    case point
  }

  /// Whether it begins with the name of a unit, so that it means nothing but numbering.
  var isNamed: Bool { member != nil || readings.contains { $0.row.isNamed } }

  /// Whether it is a number in brackets: `(1)`, `（二）`.
  var isInBrackets: Bool {
    member == nil && readings.contains { ["(", "（"].contains(NumberingStyle.all[Int($0.style)].name.first) }
  }

  /// Whether both are numbered in the same way.
  func isLike(_ other: Mark) -> Bool {
    member == other.member
      && (member != nil
        || readings.contains { one in
          other.readings.contains { $0.style == one.style }
        })
  }

  func counting(to number: Int) -> Mark? {
    var mark = self
    for index in mark.readings.indices {
      guard mark.readings[index].value > 0 else { return nil }
      mark.readings[index].value = number
      mark.readings[index].insertion = 0
      mark.readings[index].path = DecimalPath()
    }
    mark.count = number
    return mark
  }
}

/// A marker read as a number of one style; `name` is what tells numbers apart that do not count (`L311-3`).
struct MarkReading: Equatable, Sendable {
  var style: UInt8
  var value: Int
  var insertion: Int
  var path: DecimalPath
  var name: [UInt32]

  var row: StyleIndex.Row { StyleIndex.all.rows[Int(style)] }

  init(_ reading: Reading, _ path: DecimalPath, from start: Int, in text: FoldedText) {
    style = reading.style
    value = Int(reading.value)
    insertion = Int(reading.insertion)
    self.path = path
    name = []
    guard value == 0 else { return }
    var index = start
    while index < Int(reading.end) {
      let (scalar, length) = text.scalar(at: index, before: Int(reading.end))
      if scalar != 0x20, scalar != 0x2E { name.append(FoldedText.lowercased(scalar)) }
      index += length
    }
  }
}

/// Reads marks one after the other out of what was typed.
private struct MarkReader {
  let text: FoldedText
  private var scanner: MarkerScanner
  private var index = 0

  init(_ text: FoldedText) {
    self.text = text
    scanner = MarkerScanner(text, styles: .all)
    scanner.heedsContext = false
  }

  /// Nil where anything is left over.
  mutating func readAll() -> [Mark]? {
    var marks: [Mark] = []
    while true {
      index = text.skipBlanks(from: index, before: text.count)
      if index >= text.count { return marks.isEmpty ? nil : marks }
      let start = index
      if !marks.isEmpty, skipComma(), let mark = readMember() {
        marks.append(mark)
        continue
      }
      index = start
      guard let mark = readMember() ?? readMarker() else { return nil }
      marks.append(mark)
    }
  }

  /// `Article 5, paragraph 2`. True where there is none, too.
  private mutating func skipComma() -> Bool {
    let (scalar, length) = text.scalar(at: index, before: text.count)
    if scalar == 0x2C { index = text.skipBlanks(from: index + length, before: text.count) }
    return true
  }

  /// The longest marker that stands here, with all its readings.
  private mutating func readMarker() -> Mark? {
    let readings = scanner.readings(at: index, before: text.count)
    guard let end = readings.map(\.reading.end).max(), Int(end) > index else { return nil }
    let start = index
    index = Int(end)
    return Mark(
      readings: readings.filter { $0.reading.end == end }
        .map { MarkReading($0.reading, $0.path, from: start, in: text) })
  }

  // MARK: - Members

  private static let chineseMembers: [(UInt32, Mark.Member)] = [
    (0x6B3E, .paragraph), (0x9879, .point), (0x9805, .paragraph), (0x76EE, .point), (0x53F7, .point), (0x865F, .point),
  ]

  private static let members: [(String, Mark.Member)] = [
    ("paragraph ", .paragraph), ("para. ", .paragraph), ("para ", .paragraph), ("subparagraph ", .point),
    ("subsection ", .point), ("point ", .point), ("item ", .point), ("letter ", .point), ("absatz ", .paragraph),
    ("abs. ", .paragraph), ("nummer ", .point), ("nr. ", .point), ("buchstabe ", .point), ("lit. ", .point),
    ("alinéa ", .paragraph),
  ]

  /// `第二款`, `paragraph 2`, `point (b)`, `second paragraph`.
  private mutating func readMember() -> Mark? { readChineseMember() ?? readNamedMember() ?? readCountedParagraph() }

  private mutating func readCountedParagraph() -> Mark? {
    guard let paragraph = text.countedParagraph(at: index, before: text.count) else { return nil }
    index = paragraph.end
    return Mark(readings: [], member: .paragraph, count: paragraph.number)
  }

  private mutating func readChineseMember() -> Mark? {
    guard let counted = text.countedUnit(at: index, before: text.count), counted.further.isEmpty,
      var member = Self.chineseMembers.first(where: { $0.0 == counted.name })?.1,
      let number = counted.number.forms.first.flatMap({ Int($0) })
    else { return nil }
    if counted.name == 0x6B3E, text.isTraditional(0..<text.count) { member = .point }
    let styled = readMarker()  // 第一款 and 第一目 can be printed, too
    index = counted.end
    return Mark(readings: styled?.readings ?? [], member: member, count: number)
  }

  private mutating func readNamedMember() -> Mark? {
    for (word, member) in Self.members {
      guard let start = text.match(pattern: word.unicodeScalars.map(\.value), at: index, before: text.count) else {
        continue
      }
      let before = index
      index = start
      guard let mark = readBareNumber() ?? readMarker() else {
        index = before
        return nil
      }
      return Mark(readings: mark.readings, member: member, count: mark.readings.first?.value ?? 0)
    }
    return nil
  }

  /// A number or letter without brackets, read as if it had some.
  private mutating func readBareNumber() -> Mark? {
    var end = index
    while end < text.count {
      let (scalar, length) = text.scalar(at: end, before: text.count)
      if [0x20, 0x2C, 0x28].contains(scalar) { break }
      end += length
    }
    guard end > index else { return nil }
    let number = [UInt8(ascii: "(")] + (index..<end).map(text.byte) + [UInt8(ascii: ")")]
    let mark = number.withUnsafeBufferPointer { buffer -> Mark? in
      guard let base = buffer.baseAddress else { return nil }
      var reader = MarkReader(FoldedText(base: base, count: buffer.count))
      guard let mark = reader.readMarker(), reader.index == buffer.count else { return nil }
      return mark
    }
    if mark != nil { index = end }
    return mark
  }
}
