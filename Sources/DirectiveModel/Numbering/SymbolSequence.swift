/// Numerals of one character each, in counting order.
enum SymbolSequence: Int, Hashable, Sendable, CaseIterable {
  /// ① … ⑳, ㉑ … ㊿
  case circled
  /// ❶ … ❿
  case darkCircled
  /// ⑴ … ⒇
  case parenthesised
  /// ⒈ … ⒛
  case stopped
  /// ㈠ … ㈩
  case parenthesisedChinese
  /// 甲 乙 丙 …
  case heavenlyStems
  /// イ ロ ハ …: the order of a poem, in which Japanese statutes count.
  case iroha
  /// ア イ ウ …
  case gojuon
  /// ｱ ｲ ｳ …
  case halfWidthGojuon
  /// 가 나 다 …
  case korean
  /// ㉮ ㉯ ㉰ …
  case circledKorean
  /// ㉠ ㉡ ㉢ …
  case circledKoreanLetters
  /// ㈎ ㈏ ㈐ …
  case parenthesisedKorean
  /// а б в …
  case cyrillic
  /// Ⅰ Ⅱ Ⅲ …, roman numerals of one character.
  case romanCharacters
  /// ⅰ ⅱ ⅲ …
  case smallRomanCharacters

  private var text: StaticString {
    switch self {
    case .circled: "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㉑㉒㉓㉔㉕㉖㉗㉘㉙㉚㉛㉜㉝㉞㉟㊱㊲㊳㊴㊵㊶㊷㊸㊹㊺㊻㊼㊽㊾㊿"
    case .darkCircled: "❶❷❸❹❺❻❼❽❾❿"
    case .parenthesised: "⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇"
    case .stopped: "⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛"
    case .parenthesisedChinese: "㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩"
    case .heavenlyStems: "甲乙丙丁戊己庚辛壬癸"
    case .iroha: "イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセス"
    case .gojuon: "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン"
    case .halfWidthGojuon: "ｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜｦﾝ"
    case .korean: "가나다라마바사아자차카타파하"
    case .circledKorean: "㉮㉯㉰㉱㉲㉳㉴㉵㉶㉷㉸㉹㉺㉻"
    case .circledKoreanLetters: "㉠㉡㉢㉣㉤㉥㉦㉧㉨㉩㉪㉫㉬㉭"
    case .parenthesisedKorean: "㈎㈏㈐㈑㈒㈓㈔㈕㈖㈗㈘㈙㈚㈛"
    case .cyrillic: "абвгдежзиклмнопрстуфхцчшщэюя"
    case .romanCharacters: "ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ"
    case .smallRomanCharacters: "ⅰⅱⅲⅳⅴⅵⅶⅷⅸⅹⅺⅻ"
    }
  }

  private static let tables: [[UInt32]] = allCases.map { $0.text.description.unicodeScalars.map(\.value) }

  var scalars: [UInt32] { Self.tables[rawValue] }

  func read(_ text: FoldedText, at index: Int, before limit: Int) -> NumeralMatch? {
    let (scalar, length) = text.scalar(at: index, before: limit)
    guard length > 0, let position = scalars.firstIndex(of: scalar) else { return nil }
    return NumeralMatch(value: position + 1, end: index + length)
  }

  func write(_ value: Int) -> String? {
    guard value <= scalars.count, let scalar = Unicode.Scalar(scalars[value - 1]) else { return nil }
    return String(scalar)
  }
}
