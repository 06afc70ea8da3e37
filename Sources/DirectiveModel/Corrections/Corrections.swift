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

  /// Takes `change` of the line that `anchor` names into account with what was said of it before. Nil takes back
  /// whatever was said.
  public mutating func set(_ change: LineCorrection?, _ anchor: LineAnchor) {
    lines.removeAll {
      if case .correction(let old) = $0 { old.anchor == anchor } else { false }
    }
    if let change { lines.append(.correction(Correction(change, anchor))) }
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
    guard !all.isEmpty else { return ([:], []) }
    let contents = all.map { LineAnchor.content($0.anchor.words) }
    var found = contents.map { _ in [(line: Int, hash: UInt32)]() }
    for number in 1...max(source.lineCount, 1) where number <= source.lineCount {
      var content: [UInt8]?
      let longest = LineAnchor.longest(source.line(number), of: source)
      for (index, start) in contents.enumerated() where longest >= start.count {
        let line = content ?? LineAnchor.content(source.line(number), of: source)
        content = line
        if line.starts(with: start) { found[index].append((number, LineAnchor.hash(of: line))) }
      }
    }
    var resolved: [Int: LineCorrection] = [:]
    var unmatched: [Unmatched] = []
    var next = 0
    for (row, line) in lines.enumerated() {
      guard case .correction(let correction) = line else { continue }
      if let number = Self.line(correction.anchor, among: found[next]) {
        resolved[number] = correction.change
      } else {
        let candidates = found[next].map(\.line)
        unmatched.append(Unmatched(line: row + 1, correction: correction, candidates: candidates))
      }
      next += 1
    }
    return (resolved, unmatched)
  }

  /// The line that an anchor names among those that begin with its words.
  private static func line(_ anchor: LineAnchor, among found: [(line: Int, hash: UInt32)]) -> Int? {
    let same = anchor.hash.map { hash in found.filter { $0.hash == hash } } ?? found
    let lines = same.isEmpty ? found : same
    if let occurrence = anchor.occurrence, !same.isEmpty { return lines[min(occurrence, lines.count) - 1].line }
    return lines.count == 1 || anchor.hash != nil && !same.isEmpty ? lines[0].line : nil
  }
}
