import DirectiveModel
import Glibc

/// The file beside a document that keeps what readers put right about its outline: `report.txt.outline`.
struct CorrectionsFile {
  let path: String

  init(beside document: String) { path = document + ".outline" }

  /// Reads it; nil where there is none.
  func read() throws(Problem) -> Corrections? {
    guard access(path, F_OK) == 0 else { return nil }
    let file = try OpenFile(.file(path))
    guard file.isRegular else { throw Problem(path, "is no regular file") }
    while !file.isAtEnd {
      try file.advance()
      guard file.count <= Self.sizeLimit else { throw Problem(path, "is larger than \(Self.sizeLimit >> 20) MiB") }
    }
    return Corrections(String(decoding: file.bytes, as: UTF8.self))
  }

  /// Bytes: tens of thousands of corrections.
  private static let sizeLimit = 4 << 20

  /// What it says of each line of `source`, and what is wrong with it; the rest is used.
  func corrections(of source: Source) -> (lines: [Int: LineCorrection], problems: [Problem]) {
    do throws(Problem) {
      guard let corrections = try read() else { return ([:], []) }
      let (lines, unmatched) = corrections.resolved(in: source)
      let problems =
        corrections.problems.map { ($0.line, $0.problem.description) }
        + unmatched.map { ($0.line, $0.description) }
      return (lines, problems.sorted { $0.0 < $1.0 }.map { Problem("\(path):\($0.0)", $0.1) })
    } catch {
      return ([:], [error])
    }
  }

  /// Takes a correction of line `number` down, or takes back what it says of that line; answers with what happened.
  func keep(_ change: LineCorrection?, line number: Int, of source: Source) -> Action {
    do throws(Problem) {
      var corrections = try read() ?? Corrections()
      if corrections.text.isEmpty { corrections.append(comment: Self.comment) }
      corrections.set(change, line: number, of: source)
      do throws(NewFile.Failure) {
        try NewFile.write(Array(corrections.text.utf8), to: path, replacing: true)
      } catch {
        return .saveFailed(path: path, why: error.phrase)
      }
      return .keptCorrection(path: path)
    } catch {
      return .saveFailed(path: path, why: error.reason)
    }
  }

  /// The same in the file beside a document; for one that is no file it is not kept.
  static func keep(_ change: LineCorrection?, line: Int, of source: Source, beside document: String?) -> Action {
    document.map { CorrectionsFile(beside: $0).keep(change, line: line, of: source) } ?? .keptCorrection(path: nil)
  }

  private static let comment =
    "Corrections to an outline: reject, point LEVEL or level LEVEL, then a hash and how the line begins."
}

extension Corrections.Unmatched {
  /// Lines that are named where there are more.
  private static let namedLines = 5

  fileprivate var description: String {
    let words = correction.anchor.words
    guard !candidates.isEmpty else { return "\(words): no line begins so" }
    let named = candidates.prefix(Self.namedLines).map(String.init).joined(separator: ", ")
    let others = candidates.count > Self.namedLines ? " …" : ""
    return "\(words): lines \(named)\(others) begin so; more of the words are needed"
  }
}

extension CorrectionProblem {
  var description: String {
    switch self {
    case .unknownWord(let word): "\(word): reject, point or level is needed"
    case .noLevel: "a level from 1 to 99 is needed"
    case .noWords: "how the line begins is needed"
    }
  }
}
