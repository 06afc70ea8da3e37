/// The names of the styles of numbering, by which a reader chooses among them.
public enum StyleNames {
  /// All styles in the order in which they are tried, each with a line that it reads.
  public static var all: [(name: String, example: String)] {
    NumberingStyle.all.map { ($0.name, $0.example) }
  }

  /// The style of which `typed` is the name; case, width and blanks may differ where that leaves one style. Nil where
  /// there is none.
  public static func name(like typed: String) -> String? {
    let names = NumberingStyle.all.map(\.name)
    if names.contains(typed) { return typed }
    let alike = names.filter { folded($0) == folded(typed) }
    return alike.count == 1 ? alike[0] : nil
  }

  /// The styles that `typed` may mean: those that read it as a marker, and those whose names hold it. At most four.
  public static func suggestions(for typed: String) -> [String] {
    let name = folded(typed)
    guard !name.isEmpty else { return [] }
    var found: [String] = []
    for line in [typed, typed + " Title", typed + "，标题"] {
      found += readings(of: line).map { NumberingStyle.all[Int($0.style)].name }
    }
    found += NumberingStyle.all.map(\.name).filter { folded($0).contains(name) }
    var seen: Set<String> = []
    return Array(found.filter { seen.insert($0).inserted }.prefix(4))
  }

  private static func readings(of line: String) -> [Reading] {
    Array(line.utf8).withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress else { return [] }
      var scanner = MarkerScanner(FoldedText(base: base, count: bytes.count), styles: .all)
      scanner.scan(line: 1, start: 0, limit: bytes.count)
      return scanner.found.readings
    }
  }

  /// Half-width, in lower case, without blanks.
  private static func folded(_ name: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in name.unicodeScalars where !Whitespace.isBlank(scalar) {
      let isFullWidth = (0xFF01...0xFF5E).contains(scalar.value)
      result.append(isFullWidth ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar : scalar)
    }
    return String(result).lowercased()
  }
}
