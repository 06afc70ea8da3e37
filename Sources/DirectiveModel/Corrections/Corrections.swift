/// The corrections of one document, as a file beside it keeps them: one a line, comments and blank lines between them
/// kept.
///
/// ```
/// # a comment
/// reject 3f2a91c0 First, the wheels are old
/// point 2 8d01aa77 Background of the matter
/// level 1 5bb0c3ee#2 Annexes
/// ```
public struct Corrections: Sendable, Equatable {
  private enum Line: Sendable, Equatable {
    case correction(Correction)
    case other(String)
  }

  private var lines: [Line] = []
  /// The lines (from 1) that are not read, and why.
  public private(set) var problems: [(line: Int, problem: CorrectionProblem)] = []

  public init() {}

  public init(_ text: String) {
    for line in text.split(omittingEmptySubsequences: false, whereSeparator: { ["\n", "\r\n", "\r"].contains($0) }) {
      switch Correction.read(String(line)) {
      case .success(let correction): lines.append(.correction(correction))
      case .failure(let problem):
        lines.append(.other(String(line)))
        problems.append((lines.count, problem))
      case nil: lines.append(.other(String(line)))
      }
    }
    while lines.last == .other("") { lines.removeLast() }
  }

  public static func == (one: Corrections, other: Corrections) -> Bool { one.lines == other.lines }

  public var all: [Correction] {
    lines.compactMap { if case .correction(let correction) = $0 { correction } else { nil } }
  }

  /// The file's text.
  public var text: String {
    lines.map {
      switch $0 {
      case .correction(let correction): correction.description + "\n"
      case .other(let text): text + "\n"
      }
    }.joined()
  }

  /// Adds a comment at the end.
  public mutating func append(comment: String) { lines.append(.other("# " + comment)) }

  /// Takes `change` of line `number` (from 1) into account with what was said of it before, by hand or for the line as it
  /// was. Nil takes back whatever was said.
  public mutating func set(_ change: LineCorrection?, line number: Int, of source: Source) {
    let named = self.named(in: source)
    var row = 0
    lines.removeAll {
      guard case .correction = $0 else { return false }
      row += 1
      return named[row - 1].line == number
    }
    if let change { lines.append(.correction(Correction(change, LineAnchor(line: number, of: source)))) }
  }

  /// A correction that names no line, or several.
  public struct Unmatched: Sendable {
    /// Where it stands in the file, from 1.
    public let line: Int
    public let correction: Correction
    /// The lines of the document that begin as it says.
    public let candidates: [Int]
  }

  /// What is said of each line (from 1) of `source`, and the corrections that name no line of it, or several. Of two
  /// that name the same line the last one holds.
  public func resolved(in source: Source) -> (lines: [Int: LineCorrection], unmatched: [Unmatched]) {
    var resolved: [Int: LineCorrection] = [:]
    var unmatched: [Unmatched] = []
    var named = self.named(in: source)[...]
    for (row, line) in lines.enumerated() {
      guard case .correction(let correction) = line, let (number, candidates) = named.popFirst() else { continue }
      if let number {
        resolved[number] = correction.change
      } else {
        unmatched.append(Unmatched(line: row + 1, correction: correction, candidates: candidates))
      }
    }
    return (resolved, unmatched)
  }

  /// For each correction the line that it names.
  private func named(in source: Source) -> [(line: Int?, candidates: [Int])] {
    let anchors = all.map(\.anchor)
    let beginnings = LineBeginnings(anchors, in: source)
    return anchors.map(beginnings.line)
  }
}
