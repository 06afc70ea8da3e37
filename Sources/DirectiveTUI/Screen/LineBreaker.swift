import DirectiveModel

/// A row of the text pane: bytes of the document that stand on one row of the screen.
struct TextRow: Equatable, Sendable {
  let bytes: Range<Int>
  /// The column at which the first character that is no blank stands; blanks before it are not drawn.
  var indent = 0
  /// Whether the row ends at a soft hyphen, which is seen only there.
  var endsInSoftHyphen = false
  /// Bytes that are not drawn: leaders of a list of contents that would not fit beside their page number, the end of a
  /// page.
  var omitted: Range<Int>?

  var lowerBound: Int { bytes.lowerBound }
  var upperBound: Int { bytes.upperBound }

  /// The column at which the byte at `offset` is drawn.
  func column(of offset: Int, in text: TextBytes) -> Int {
    var column = indent
    var isLeading = true
    for glyph in Glyphs(text, in: bytes, omitting: omitted) {
      if glyph.bytes.upperBound > offset { break }
      if isLeading, glyph.kind == .blank || glyph.kind == .tab { continue }
      isLeading = false
      column += glyph.columns(at: column)
    }
    return column
  }
}

/// Breaks a line of text, or several lines that make up a paragraph, into rows of a given width.
///
/// A row ends after blanks or a hyphen, between ideographs, and where nothing else is possible inside a word. Closing
/// punctuation does not begin a row and opening punctuation does not end one, where the row has another place to
/// break (Unicode Standard Annex #14, as far as a reader needs it). Blanks at a row's end hang over the edge. The rows
/// together hold every byte of the line.
struct LineBreaker {
  let width: Int
  /// Bytes that are in no row to be seen, in order; a row is without those that begin first in it.
  var omitted: [Range<Int>] = []

  /// The rows; one empty row for an empty line.
  func rows(of line: Range<Int>, in bytes: TextBytes) -> [TextRow] {
    let indents = Indents(of: line, in: bytes)
    let rows = rows(of: line, in: bytes, first: indents.first, following: 0)
    if rows.count == 1, indents.first + 2 <= width { return rows }
    if let row = Leaders(in: line, of: bytes)?.row(of: line, in: bytes, indent: indents.first, width: width) {
      return [row]
    }
    let widest = width < Self.narrow ? 0 : width / 3
    let (first, following) = (min(indents.first, widest), min(indents.following, widest))
    if first == indents.first, following == 0 { return rows }
    return self.rows(of: line, in: bytes, first: first, following: following)
  }

  /// Below this many columns nothing is indented.
  private static let narrow = 16

  /// Somewhere a row may end: before the byte at `offset`, with what is before it taking `column` columns.
  private struct Place {
    var offset: Int
    var column: Int
    var softHyphen = false
  }

  private func rows(of line: Range<Int>, in bytes: TextBytes, first: Int, following: Int) -> [TextRow] {
    var rows = [row(of: line, in: bytes, indent: first)]
    while let last = rows.last, last.upperBound < line.upperBound {
      rows.append(row(of: last.upperBound..<line.upperBound, in: bytes, indent: following))
    }
    return rows
  }

  /// The first row of `text`; it holds at least one character.
  private func row(of text: Range<Int>, in bytes: TextBytes, indent: Int) -> TextRow {
    var column = indent
    var isLeading = true
    var chance: Place?
    var signChance: Place?  // inside a long word, after a sign such as those of an address on the web
    var seam: Place?  // the last place that parts no sequence of emoji
    var rules = BreakRules()
    let omitted = omitted.first { text.contains($0.lowerBound) }
    var glyphs = Glyphs(bytes, in: text, omitting: omitted)
    while let glyph = glyphs.next() {
      let kind = BreakClass(glyph)
      let here = Place(offset: glyph.bytes.lowerBound, column: column)
      if !isLeading {
        if rules.allowsBreak(before: kind) {
          if rules.joint != .softHyphen {
            chance = here
          } else if column < width {
            chance = Place(offset: here.offset, column: column, softHyphen: true)
          }
        }
        if rules.partsWord(before: glyph) { signChance = here }
        if !rules.belongsTogether(with: kind) { seam = here }
      } else if kind == .blank {
        continue
      }
      let columns = glyph.columns(at: column)
      if !isLeading, column + columns > width, kind != .blank {
        let sign = signChance.flatMap { $0.column * 2 > width ? $0 : nil }
        let end = chance ?? sign ?? seam ?? here
        return TextRow(
          bytes: text.lowerBound..<end.offset, indent: indent, endsInSoftHyphen: end.softHyphen,
          omitted: omitted.flatMap { $0.lowerBound < end.offset ? $0 : nil })
      }
      isLeading = false
      column += columns
      rules.take(glyph, kind, in: bytes)
      guard kind == .letter, rules.joint == .none else { continue }
      // Between the letters of a word that fits, nothing but the last resort is to be decided.
      let letters = glyphs.takePlain(atMost: width - column, while: BreakClass.isLetter)
      if let last = letters.last {
        column += letters.count
        seam = Place(offset: last, column: column - 1)
        rules.takeLetter(Unicode.Scalar(bytes[last]))
      }
    }
    return TextRow(bytes: text, indent: isLeading ? 0 : indent, omitted: omitted)
  }
}

/// How far the rows of a line stand from the left, in columns.
private struct Indents {
  /// Of the first row: that of the line.
  var first = 0
  /// Of the other rows: that of a paragraph's second line. Else they stand below the text after a marker such as `(a)`;
  /// Chinese and Japanese lines have an indent in the first row alone.
  var following = 0

  init(of line: Range<Int>, in bytes: TextBytes) {
    var glyphs = Glyphs(bytes, in: line)
    while let glyph = glyphs.next() {
      guard BreakClass(glyph) == .blank else {
        if glyph.columns < 2 || BreakClass(glyph) == .hangul {
          following = first + Self.markerColumns(from: glyph.bytes.lowerBound, before: line.upperBound, in: bytes)
        }
        break
      }
      first += glyph.columns(at: first)
    }
    guard let lineEnd = bytes[line].firstIndex(of: 0x0A) ?? bytes[line].firstIndex(of: 0x0D) else { return }
    following = 0
    for glyph in Glyphs(bytes, in: lineEnd + 1..<line.upperBound) {
      guard glyph.kind == .blank || glyph.kind == .tab else { break }
      following += glyph.columns(at: following)
    }
  }

  /// The columns of `(a) `, `12. `, `3.2.1 `, `- ` with the blanks after it; 0 for anything else.
  private static func markerColumns(from start: Int, before limit: Int, in bytes: TextBytes) -> Int {
    var end = start
    while end < limit, end - start < 8, bytes[end] > 0x20, bytes[end] < 0x7F { end += 1 }
    guard end < limit, bytes[end] == 0x20, let last = bytes[start..<end].last else { return 0 }
    let isBullet = end - start == 1 && "-*+o".utf8.contains(last)
    let digits = bytes[start..<end].count { (0x30...0x39).contains($0) }
    let isPath = digits > 0 && bytes[start..<end].allSatisfy { (0x30...0x39).contains($0) || $0 == 0x2E }
    let isClosed = end - start <= 6 && (last == 0x29 || last == 0x2E && end - start <= 4)
    guard isBullet || isPath && end - start > 2 || isClosed else { return 0 }
    while end < limit, bytes[end] == 0x20 { end += 1 }
    return end - start
  }
}

/// Between which glyphs a row may end. Takes them one after the other.
struct BreakRules {
  private var left = BreakClass.blank
  private var leftScalar: Unicode.Scalar = " "
  private var leftColumns = 0
  /// The glyph before `left`.
  private var beforeLeft = BreakClass.blank
  private(set) var joint = Joint.none
  /// How many halves of flags stand right before.
  private var regionals = 0

  mutating func take(_ glyph: Glyph, _ kind: BreakClass, in bytes: TextBytes) {
    if kind == .blank, glyph.columns == 0 { return }  // a line end that leaves nothing between ideographs
    beforeLeft = left
    left = kind
    leftScalar = glyph.scalar
    leftColumns = glyph.columns
    joint = glyph.bytes.count > 1 ? Joint(after: glyph, in: bytes) : .none
    regionals = kind == .regional ? regionals + 1 : 0
  }

  /// Takes a letter that stands behind another one.
  mutating func takeLetter(_ scalar: Unicode.Scalar) {
    beforeLeft = .letter
    left = .letter
    leftScalar = scalar
    leftColumns = 1
    joint = .none
    regionals = 0
  }

  func allowsBreak(before right: BreakClass) -> Bool {
    if right == .blank { return false }
    if left == .blank { return right != .closing }
    switch joint {
    case .never: return false
    case .mayBreak, .softHyphen: return true
    case .none: break
    }
    switch right {
    case .closing, .nonStarter, .glue, .modifier, .hyphen, .slash: return false
    case .dash, .quotation: return false
    case .regional where left == .regional: return regionals % 2 == 0
    default: break
    }
    switch left {
    case .opening, .glue, .quotation: return false
    case .hyphen: return right == .letter && (beforeLeft == .letter || beforeLeft == .digit)
    case .slash: return right == .letter && beforeLeft == .letter
    case .dash: return true
    case .hangul: return right == .ideograph
    case .ideograph: return right != .hangul
    case .closing, .nonStarter: return right == .ideograph || leftColumns == 2 && right != .hangul
    case .digit where right == .digit: return false
    default: return right == .ideograph
    }
  }

  /// Whether `left` and `right` are parts of one sign: an emoji sequence, a flag.
  func belongsTogether(with right: BreakClass) -> Bool {
    right == .modifier || joint == .never || right == .regional && left == .regional && regionals % 2 == 1
  }

  /// Whether a word too long for a row is better broken here than elsewhere: after a sign of an address on the web.
  func partsWord(before right: Glyph) -> Bool {
    leftScalar.isASCII && Self.isSign[Int(leftScalar.value)] && right.scalar != leftScalar
      && !BreakClass(right).isPunctuation
  }

  private static let isSign: [Bool] = (0..<0x80).map { "/?&=#%_.,:;-+~|".utf8.contains($0) }
}

extension BreakClass {
  fileprivate var isPunctuation: Bool { [.closing, .nonStarter, .slash, .hyphen, .blank, .quotation].contains(self) }
}
