/// A line being typed: its text, and where in it the cursor stands.
struct LineEditor: Equatable, Sendable {
  private(set) var text: String
  /// Characters before the cursor.
  private(set) var cursor: Int

  init(_ text: String = "") {
    self.text = text
    cursor = text.count
  }

  /// What a key did to the line.
  enum Outcome {
    case edited, moved, accepted, cancelled, ignored
  }

  /// Whether a key with Alt means anything in a line.
  static func takes(_ key: Key) -> Bool { [.alt("b"), .alt("f"), .alt("d")].contains(key) }

  /// Applies a key as readline(3) does: characters, `←` `→` Home End `^A` `^E` (`Alt` moves by words, as `Alt-b` and
  /// `Alt-f` do), Backspace, Del, and `^K` `^U` `^W` `Alt-d`, which delete to the end, to the beginning, and a word. Enter
  /// accepts; Esc, `^C` and `^G` give up, as Backspace does in an empty line.
  mutating func apply(_ key: Key) -> Outcome {
    switch key {
    case .character(let character): insert(String(character))
    case .backspace where text.isEmpty: return .cancelled
    case .backspace: delete(from: cursor - 1, to: cursor)
    case .delete: delete(from: cursor, to: cursor + 1)
    case .control("k"): delete(from: cursor, to: text.count)
    case .control("u"): delete(from: 0, to: cursor)
    case .control("w"): delete(from: wordStart, to: cursor)
    case .left: return move(to: cursor - 1)
    case .right: return move(to: cursor + 1)
    case .alt("d"): delete(from: cursor, to: wordEnd)
    case .altLeft, .alt("b"): return move(to: wordStart)
    case .altRight, .alt("f"): return move(to: wordEnd)
    case .home, .control("a"): return move(to: 0)
    case .end, .control("e"): return move(to: text.count)
    case .enter: return .accepted
    case .escape, .control("c"), .control("g"): return .cancelled
    default: return .ignored
    }
    return .edited
  }

  /// Puts text at the cursor: what was pasted, line ends as blanks, without control characters.
  mutating func insert(_ inserted: String) {
    let before = beforeCursor + Self.sanitized(inserted)
    text = before + afterCursor
    cursor = before.count
  }

  /// Replaces the line; the cursor goes to its end.
  mutating func replace(with text: String) { self = LineEditor(text) }

  /// The text before the cursor, for completion.
  var beforeCursor: String { String(text.prefix(cursor)) }

  var afterCursor: String { String(text.dropFirst(cursor)) }

  /// Replaces what stands before the cursor.
  mutating func replaceBeforeCursor(with replacement: String) {
    let after = text.dropFirst(cursor)
    cursor = replacement.count
    text = replacement + after
  }

  private static func sanitized(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x09, 0x0A, 0x0D: if result.last != " " { result.append(" ") }
      case 0x00..<0x20, 0x7F..<0xA0: break
      default: result.append(scalar)
      }
    }
    return String(result)
  }

  private mutating func delete(from start: Int, to end: Int) {
    let (start, end) = (max(0, start), min(end, text.count))
    guard start < end else { return }
    text = String(text.prefix(start) + text.dropFirst(end))
    cursor = start
  }

  private mutating func move(to position: Int) -> Outcome {
    guard (0...text.count).contains(position), position != cursor else { return .ignored }
    cursor = position
    return .moved
  }

  private var wordStart: Int {
    let characters = Array(text)
    var position = cursor
    while position > 0, characters[position - 1] == " " { position -= 1 }
    while position > 0, characters[position - 1] != " " { position -= 1 }
    return position
  }

  private var wordEnd: Int {
    let characters = Array(text)
    var position = cursor
    while position < characters.count, characters[position] == " " { position += 1 }
    while position < characters.count, characters[position] != " " { position += 1 }
    return position
  }
}
