/// What a reader puts right about a line of the outline.
public enum LineCorrection: Sendable, Equatable {
  /// The line is no point.
  case reject
  /// The line is a point at this level, from 1.
  case point(Int)
  /// The line's point stands at this level, from 1, with all points inside it.
  case level(Int)
}

/// A correction of the line that an anchor names.
public struct Correction: Sendable, Equatable {
  public var change: LineCorrection
  public var anchor: LineAnchor

  public init(_ change: LineCorrection, _ anchor: LineAnchor) {
    self.change = change
    self.anchor = anchor
  }
}

/// Why a line of a file of corrections is not read.
public enum CorrectionProblem: Error, Equatable {
  /// It begins with no word that means a correction.
  case unknownWord(String)
  /// `point` and `level` need a level from 1 to 99.
  case noLevel
  /// It names no line of the document.
  case noWords
}

extension Correction: CustomStringConvertible {
  /// As a file of corrections has it: `level 2 8d01aa77#2 How the line begins`.
  public var description: String {
    let word =
      switch change {
      case .reject: "reject"
      case .point(let level): "point \(level)"
      case .level(let level): "level \(level)"
      }
    return [word, anchor.name, anchor.words].filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// Reads one line; nil for a blank line or a comment.
  static func read(_ line: String) -> Result<Correction, CorrectionProblem>? {
    // By scalars: a blank and the combining mark that a line may begin with are one character.
    var words = line.unicodeScalars.split { $0 == " " || $0 == "\t" }.map { Substring($0) }[...]
    guard let first = words.popFirst(), !first.hasPrefix("#") else { return nil }
    let change: LineCorrection
    switch first {
    case "reject": change = .reject
    case "point", "level":
      guard let level = words.popFirst().flatMap({ Int($0) }), (1...99).contains(level) else {
        return .failure(.noLevel)
      }
      change = first == "point" ? .point(level) : .level(level)
    default: return .failure(.unknownWord(String(first)))
    }
    var anchor = LineAnchor(words: "")
    if let word = words.first, let (hash, occurrence) = name(word) {
      anchor.hash = hash
      anchor.occurrence = occurrence
      words.removeFirst()
    }
    anchor.words = words.joined(separator: " ")
    guard !anchor.words.isEmpty else { return .failure(.noWords) }
    return .success(Correction(change, anchor))
  }

  /// `8d01aa77`, `8d01aa77#2` or `#2`.
  private static func name(_ word: Substring) -> (hash: UInt32?, occurrence: Int?)? {
    let parts = word.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let occurrence = parts.count > 1 ? Int(parts[1]) : nil
    if parts.count > 1, occurrence ?? 0 < 1 { return nil }
    guard let digits = parts.first, !digits.isEmpty else { return occurrence.map { (nil, $0) } }
    guard digits.utf8.count == 8, digits.allSatisfy({ "0123456789abcdef".contains($0) }) else { return nil }
    guard let hash = UInt32(digits, radix: 16) else { return nil }
    return (hash, occurrence)
  }
}
