/// The components of a decimal number, `3.2.1`, outermost first. At most eight; none for a number that is no path.
struct DecimalPath: Equatable {
  private(set) var components = SIMD8<UInt16>()
  private var length: UInt8 = 0
  /// Whether the first component is a letter, as in an appendix (`A.1`).
  private(set) var isLettered = false

  var count: Int { Int(length) }

  subscript(_ index: Int) -> Int { Int(components[index]) }

  var last: Int { count > 0 ? self[count - 1] : 0 }

  mutating func append(_ component: Int) {
    guard count < 8 else { return }
    components[count] = UInt16(clamping: component)
    length += 1
  }

  init() {}

  init(_ components: [Int]) {
    for component in components { append(component) }
  }

  /// How many leading components two paths share.
  func shared(with other: DecimalPath) -> Int {
    guard isLettered == other.isLettered else { return 0 }
    var shared = 0
    while shared < min(count, other.count), components[shared] == other.components[shared] { shared += 1 }
    return shared
  }

  /// The components that begin at `index`, and the number that the last one is.
  static func read(
    _ text: FoldedText, at index: Int, before limit: Int
  ) -> (path: DecimalPath, match: NumeralMatch)? {
    let (letter, length) = text.scalar(at: index, before: limit)
    let isLettered = letter < 0x80 && FoldedText.isUpper(letter)
    let first =
      isLettered
      ? NumeralMatch(value: Int(letter - 0x40), end: index + length) : component(text, at: index, before: limit)
    guard let first, text.scalar(at: first.end, before: limit).value == 0x2E else { return nil }
    var path = DecimalPath()
    path.append(first.value)
    path.isLettered = isLettered
    var end = first.end
    while path.count < 8, text.scalar(at: end, before: limit).value == 0x2E {
      let stop = text.scalar(at: end, before: limit).length
      guard let match = component(text, at: end + stop, before: limit) else { break }
      path.append(match.value)
      end = match.end
    }
    guard path.count >= 2 else { return nil }
    return (path, NumeralMatch(value: path.last, end: end))
  }

  private static func component(_ text: FoldedText, at index: Int, before limit: Int) -> NumeralMatch? {
    guard let match = ArabicNumeral.read(text, at: index, before: limit), match.value < 1000 else { return nil }
    return match
  }
}
