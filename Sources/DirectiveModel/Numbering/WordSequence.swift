/// Numbers written as words, in counting order.
enum WordSequence: Int, Hashable, Sendable, CaseIterable {
  /// First, Second … also Firstly, Secondly, and To begin with, Finally
  case englishOrdinals
  /// One, Two …
  case englishCardinals
  /// Erster, Zweiter … with any ending
  case germanOrdinals
  /// Erstens, Zweitens …
  case germanAdverbs
  /// Premier, Première, Ier, Deuxième … and préliminaire, unique
  case frenchOrdinals
  /// Premièrement, Deuxièmement …
  case frenchAdverbs
  /// Primero, Segundo …
  case spanishOrdinals
  /// bis, ter, quater … of inserted articles
  case latinAdverbs
  /// 首先, 其次, 再次, 最后
  case chineseSequence

  /// What is read for the last member of a series, whatever its number: `最后`.
  static let closes = 999
  /// The same for what ends a series of three or more: `finally`, which elsewhere begins any sentence.
  static let closesMore = 998

  /// Whether `value` is read for the last member of a series that has come to `last`.
  static func isLast(_ value: Int, after last: Int) -> Bool {
    last < closesMore && (value == closes || value == closesMore && last > 1)
  }

  /// Each word with its number; a longer word stands before its beginning.
  var words: [(word: StaticString, value: Int)] {
    switch self {
    case .englishOrdinals:
      [
        ("firstly", 1), ("first and foremost", 1), ("first", 1), ("to begin with", 1), ("secondly", 2), ("second", 2),
        ("thirdly", 3), ("third", 3), ("fourthly", 4),
        ("fourth", 4), ("fifthly", 5), ("fifth", 5), ("sixthly", 6), ("sixth", 6), ("seventhly", 7), ("seventh", 7),
        ("eighthly", 8), ("eighth", 8), ("ninthly", 9), ("ninth", 9), ("tenthly", 10), ("tenth", 10),
        ("eleventhly", 11), ("eleventh", 11), ("twelfthly", 12), ("twelfth", 12), ("thirteenth", 13),
        ("fourteenth", 14), ("fifteenth", 15), ("sixteenth", 16), ("seventeenth", 17), ("eighteenth", 18),
        ("nineteenth", 19), ("twentieth", 20), ("finally", Self.closesMore), ("lastly", Self.closesMore),
        ("last but not least", Self.closesMore),
      ]
    case .englishCardinals:
      [
        ("one", 1), ("two", 2), ("three", 3), ("fourteen", 14), ("four", 4), ("fifteen", 15), ("five", 5),
        ("sixteen", 16), ("six", 6), ("seventeen", 17), ("seven", 7), ("eighteen", 18), ("eight", 8),
        ("nineteen", 19), ("nine", 9), ("ten", 10), ("eleven", 11), ("twelve", 12), ("thirteen", 13), ("twenty", 20),
      ]
    case .germanOrdinals:
      [
        ("erster", 1), ("erste", 1), ("erstes", 1), ("zweiter", 2), ("zweites", 2), ("zweite", 2), ("dritter", 3),
        ("drittes", 3), ("dritte", 3), ("vierter", 4), ("viertes", 4), ("vierte", 4), ("fünfter", 5), ("fünftes", 5),
        ("fünfte", 5), ("sechster", 6), ("sechstes", 6), ("sechste", 6), ("siebenter", 7), ("siebentes", 7),
        ("siebter", 7), ("siebtes", 7), ("siebte", 7), ("achter", 8), ("achtes", 8), ("achte", 8), ("neunter", 9),
        ("neuntes", 9), ("neunte", 9), ("zehnter", 10), ("zehntes", 10), ("zehnte", 10), ("elfter", 11),
        ("elftes", 11), ("elfte", 11), ("zwölfter", 12), ("zwölftes", 12), ("zwölfte", 12), ("dreizehnter", 13),
        ("dreizehntes", 13), ("vierzehnter", 14), ("vierzehntes", 14), ("fünfzehnter", 15), ("fünfzehntes", 15),
        ("sechzehnter", 16), ("siebzehnter", 17), ("achtzehnter", 18), ("neunzehnter", 19), ("zwanzigster", 20),
      ]
    case .germanAdverbs:
      [
        ("erstens", 1), ("zweitens", 2), ("drittens", 3), ("viertens", 4), ("fünftens", 5), ("sechstens", 6),
        ("siebtens", 7), ("siebentens", 7), ("achtens", 8), ("neuntens", 9), ("zehntens", 10),
      ]
    case .frenchOrdinals:
      [
        ("premier", 1), ("première", 1), ("1er", 1), ("1re", 1), ("ier", 1), ("deuxième", 2), ("second", 2),
        ("seconde", 2), ("troisième", 3), ("quatrième", 4), ("cinquième", 5), ("sixième", 6), ("septième", 7),
        ("huitième", 8), ("neuvième", 9), ("dixième", 10), ("préliminaire", 0), ("unique", 1),
      ]
    case .frenchAdverbs:
      [
        ("premièrement", 1), ("deuxièmement", 2), ("secondement", 2), ("troisièmement", 3), ("quatrièmement", 4),
        ("cinquièmement", 5), ("sixièmement", 6),
      ]
    case .spanishOrdinals:
      [
        ("primero", 1), ("primera", 1), ("segundo", 2), ("segunda", 2), ("tercero", 3), ("tercera", 3),
        ("cuarto", 4), ("cuarta", 4), ("quinto", 5), ("quinta", 5), ("sexto", 6), ("sexta", 6), ("séptimo", 7),
        ("séptima", 7), ("octavo", 8), ("octava", 8), ("noveno", 9), ("novena", 9), ("décimo", 10), ("décima", 10),
        ("preliminar", 0), ("única", 1), ("único", 1),
      ]
    case .latinAdverbs:
      [
        ("bis", 2), ("ter", 3), ("quater", 4), ("quinquies", 5), ("sexies", 6), ("septies", 7), ("octies", 8),
        ("novies", 9), ("decies", 10),
      ]
    case .chineseSequence:
      [("首先", 1), ("其次", 2), ("再次", 3), ("第三", 3), ("第四", 4), ("最后", Self.closes), ("最後", Self.closes)]
    }
  }

  private static let tables = allCases.map {
    WordTable($0.words.map { ($0.word.description.unicodeScalars.map(\.value), $0.value) })
  }

  private var table: WordTable { Self.tables[rawValue] }

  var firstScalars: [UInt32] {
    table.firstScalars.flatMap { $0 >= 0x61 && $0 <= 0x7A ? [$0, $0 - 0x20] : [$0] }
  }

  /// The words as scalars in lower case.
  var patterns: [StyleIndex.Pattern] { table.patterns }

  /// The longest word of the sequence that stands at `index` and is not the beginning of a longer Latin word.
  func read(_ text: FoldedText, at index: Int, before limit: Int) -> NumeralMatch? {
    table.read(text, at: index, before: limit)
  }

  func write(_ value: Int) -> String? {
    guard let word = words.first(where: { $0.value == value })?.word.description else { return nil }
    return word.prefix(1).uppercased() + word.dropFirst()
  }
}

extension FoldedText {
  /// The index after `scalars` (in lower case) if they stand at `index`, in either case.
  @inline(__always)
  func match(_ scalars: [UInt32], at index: Int, before limit: Int) -> Int? {
    var end = index
    for expected in scalars {
      let (scalar, length) = scalar(at: end, before: limit)
      guard length > 0, Self.lowercased(scalar) == expected else { return nil }
      end += length
    }
    return end
  }
}
