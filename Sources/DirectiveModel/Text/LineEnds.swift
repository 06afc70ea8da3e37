/// How many lines of a text end in which way.
public struct LineEnds: Sendable, Equatable {
  public private(set) var lf = 0
  public private(set) var crlf = 0
  public private(set) var cr = 0
  public private(set) var nel = 0

  /// The ways that occur, most frequent first: `LF`, `CRLF`, `CR`, `NEL`.
  public var names: [String] {
    [("LF", lf), ("CRLF", crlf), ("CR", cr), ("NEL", nel)].filter { $0.1 > 0 }.sorted { $0.1 > $1.1 }.map(\.0)
  }
}

extension Source {
  /// Counted each time that it is asked.
  public var lineEnds: LineEnds {
    var ends = LineEnds()
    for number in 1..<lineCount + 1 { ends.count(bytes[line(number).upperBound..<fullLine(number).upperBound]) }
    return ends
  }
}

extension LineEnds {
  fileprivate mutating func count(_ end: TextBytes) {
    switch (end.first, end.count) {
    case (0x0A, 1): lf += 1
    case (0x0D, 2): crlf += 1
    case (0x0D, 1): cr += 1
    case (0xC2, 2): nel += 1
    default: break
    }
  }
}
