/// A day of the Gregorian calendar, as ISO 8601 writes it: `2024-01-02`.
public struct CalendarDate: Sendable, Equatable, CustomStringConvertible {
  public let year: Int
  /// From 1.
  public let month: Int
  /// From 1.
  public let day: Int

  public var description: String { "\(Self.padded(year, 4))-\(Self.padded(month, 2))-\(Self.padded(day, 2))" }

  /// Reads a date as documents print it: `2024年1月2日`, `令和六年一月二日`, `2024-01-02`, `May 6, 2024`, `6. Mai 2024`. Nil
  /// where no day is named, or none that there is.
  public init?(printed text: String) {
    let words = Words(text)
    let numbers = words.numbers
    if let month = words.month {
      guard let year = numbers.first(where: { $0 >= 1000 }), let day = numbers.first(where: { $0 < 1000 }) else {
        return nil
      }
      self.init(year: year, month: month, day: day)
    } else {
      guard numbers.count == 3 else { return nil }
      // ngày 6 tháng 5 năm 2024
      if numbers[0] < 32, numbers[2] > 1000, words.yearsBefore == 0 {
        self.init(year: numbers[2], month: numbers[1], day: numbers[0])
        return
      }
      self.init(year: numbers[0] + words.yearsBefore, month: numbers[1], day: numbers[2])
    }
  }

  private init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month) else { return nil }
    let leaps = year % 4 == 0 && year % 100 != 0 || year % 400 == 0
    guard (1...[31, leaps ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]).contains(day) else {
      return nil
    }
    (self.year, self.month, self.day) = (year, month, day)
  }

  private static func padded(_ number: Int, _ digits: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(0, digits - text.count)) + text
  }

  /// The numbers and words that a printed date is made of.
  private struct Words {
    private(set) var numbers: [Int] = []
    /// The month that is named by a word.
    private(set) var month: Int?
    /// The year before the first one of the era that is named; 0 without one.
    private(set) var yearsBefore = 0

    init(_ text: String) {
      var rest = text.unicodeScalars[...]
      while let scalar = rest.first {
        let digits = rest.prefix { Self.digit($0) != nil }
        if !digits.isEmpty {
          numbers.append(Self.number(digits.compactMap(Self.digit)))
          rest = rest.dropFirst(digits.count)
        } else if scalar.properties.isAlphabetic, scalar.value < 0x530 {
          let letters = rest.prefix { $0.properties.isAlphabetic && $0.value < 0x530 }
          let word = String(letters).lowercased()
          month = month ?? Self.months.first { $0.names.contains { word.hasPrefix($0) } }?.number
          rest = rest.dropFirst(letters.count)
        } else {
          for (name, before) in Self.eras where rest.starts(with: name.unicodeScalars) { yearsBefore = before }
          rest = rest.dropFirst()
        }
      }
    }

    /// Of Arabic digits of both widths and of Chinese numerals; 元 is the first year of an era.
    private static func digit(_ scalar: Unicode.Scalar) -> Int? {
      switch scalar.value {
      case 0x30...0x39: Int(scalar.value) - 0x30
      case 0xFF10...0xFF19: Int(scalar.value) - 0xFF10
      case 0x5143: 1
      default: ChineseNumeral.value(of: scalar.value)
      }
    }

    /// `二〇二四` digit by digit, `二十一` and `廿一` by tens.
    private static func number(_ digits: [Int]) -> Int {
      guard digits.contains(where: { $0 >= 10 }) else { return digits.prefix(5).reduce(0) { $0 * 10 + $1 } }
      var (total, last) = (0, 0)
      for digit in digits.prefix(5) {
        switch digit {
        case ..<10: last = digit
        case 20, 30: total += digit
        default: (total, last) = (total + max(1, last) * digit, 0)
        }
      }
      return total + last
    }

    private static let months: [(number: Int, names: [String])] = [
      (1, ["jan", "ene", "gen", "янв"]), (2, ["feb", "fév", "fev", "фев"]), (3, ["mar", "mär", "maa", "март"]),
      (4, ["apr", "avr", "abr", "апр"]), (5, ["may", "mai", "mag", "mei", "мая"]), (6, ["jun", "juin", "giu", "июн"]),
      (7, ["jul", "juil", "lug", "июл"]), (8, ["aug", "aoû", "ago", "авг"]), (9, ["sep", "set", "сен"]),
      (10, ["oct", "okt", "ott", "out", "окт"]), (11, ["nov", "ноя"]), (12, ["dec", "dez", "déc", "dic", "дек"]),
    ]

    /// Eras of Japan and of the Republic of China, and the year before their first.
    private static let eras = [
      ("明治", 1867), ("大正", 1911), ("昭和", 1925), ("平成", 1988), ("令和", 2018), ("民国", 1911), ("民國", 1911),
    ]
  }
}
