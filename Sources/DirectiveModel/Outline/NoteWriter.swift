/// Words what was odd about a document's numbering.
struct NoteWriter {
  let text: FoldedText
  let lines: Lines

  /// The notes of the builder, and the promised counts that are not kept, in the order of lines.
  func notes(_ oddities: [(candidate: Candidate, oddity: NumberingOddity)], _ outline: Outline) -> [Note] {
    let numbering = oddities.map { Note(line: Int($0.candidate.line), message: message($0.oddity)) }
    return (numbering + PromisedCounts(text: text, lines: lines).notes(outline)).sorted { $0.line < $1.line }
  }

  private func message(_ oddity: NumberingOddity) -> String {
    switch oddity {
    case .gap(let last, let value):
      value == last + 2
        ? "\(value) follows \(last): \(last + 1) is missing"
        : "\(value) follows \(last): \(last + 1) to \(value - 1) are missing"
    case .repeated(let value): "\(value) is repeated"
    case .disorder(let last, let value): "\(value) follows \(last)"
    }
  }
}

/// What is odd about a number that was taken for a point's all the same.
enum NumberingOddity {
  case gap(Int, Int)
  case repeated(Int)
  case disorder(Int, Int)
}
