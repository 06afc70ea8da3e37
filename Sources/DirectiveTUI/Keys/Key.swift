/// A key as the terminal reports it.
enum Key: Hashable, Sendable {
  case character(Character)
  case control(Character)
  case alt(Character)
  case function(Int)
  case enter, escape, tab, backTab, backspace, delete, insert
  case up, down, left, right, home, end, pageUp, pageDown, altLeft, altRight
}

extension Key: CustomStringConvertible {
  /// The notation of key tables and help: `j`, `^F`, `F1`, `PgDn`.
  var description: String {
    switch self {
    case .character(" "): "Space"
    case .character(let character): String(character)
    case .control(let character): "^" + character.uppercased()
    case .alt(let character): "Alt-\(character)"
    case .function(let number): "F\(number)"
    default: Self.names.first { $0.key == self }?.name ?? ""
    }
  }

  private static let names: [(name: String, key: Key)] = [
    ("Enter", .enter), ("Esc", .escape), ("Tab", .tab), ("BackTab", .backTab), ("Backspace", .backspace),
    ("Del", .delete), ("Ins", .insert), ("↑", .up), ("↓", .down), ("←", .left), ("→", .right), ("Home", .home),
    ("End", .end), ("PgUp", .pageUp), ("PgDn", .pageDown), ("Alt-←", .altLeft), ("Alt-→", .altRight),
    ("Space", .character(" ")), ("Up", .up), ("Down", .down), ("Left", .left), ("Right", .right),
  ]

  /// Reads the notation of `description`; the arrows may be spelled out.
  init?(_ notation: some StringProtocol) {
    if let named = Self.names.first(where: { $0.name == notation }) {
      self = named.key
    } else if notation.count == 2, notation.first == "^", let letter = notation.last {
      self = .control(Character(letter.lowercased()))
    } else if notation.hasPrefix("Alt-"), notation.count == 5, let letter = notation.last {
      self = .alt(letter)
    } else if notation.first == "F", let number = Int(notation.dropFirst()) {
      self = .function(number)
    } else if notation.count == 1, let character = notation.first {
      self = .character(character)
    } else {
      return nil
    }
  }

  /// Reads a script of keys: characters stand for themselves, names stand in angle brackets: `2.1<Enter>/pay<Esc>`.
  /// A `<` that begins no name stands for itself.
  static func script(_ script: String) -> [Key] {
    var keys: [Key] = []
    var rest = script[...]
    while let first = rest.first {
      if first == "<", let close = rest.firstIndex(of: ">"),
        let key = Key(rest[rest.index(after: rest.startIndex)..<close])
      {
        keys.append(key)
        rest = rest[rest.index(after: close)...]
      } else {
        keys.append(.character(first))
        rest = rest.dropFirst()
      }
    }
    return keys
  }
}
