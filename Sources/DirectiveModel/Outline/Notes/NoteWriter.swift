/// Words what was odd about a document's numbering.
struct NoteWriter {
  let text: FoldedText
  let lines: Lines
  let candidates: Candidates

  /// The notes of the builder, the entries of the contents that are not found again, and the promised counts that are
  /// not kept, in the order of lines.
  func notes(_ oddities: [NumberingOddity], contents: Range<Int>, _ outline: Outline) -> [Note] {
    let numbering = oddities.filter { !isExplained($0) }.map { oddity in
      Note(line: Int(candidate(of: oddity.reading).line), message: message(oddity))
    }
    let list = ContentsList(text: text, lines: lines, candidates: candidates)
    let lost = list.entriesNotFoundAgain(contents, outline).map { index in
      let reading = Int(candidates.list[index].firstReading)
      return Note(
        line: Int(candidates.list[index].line), message: "“\(marker(reading))” of the contents is not found again")
    }
    let promises = PromisedCounts(text: text, lines: lines).notes(outline)
    return (numbering + lost + promises).sorted { ($0.line, $0.message) < ($1.line, $1.message) }
  }

  private func message(_ oddity: NumberingOddity) -> String {
    let here = "“\(marker(oddity.reading))”"
    switch oddity.kind {
    case .gap: return "\(here) follows “\(marker(oddity.previous))”: \(missing(oddity))"
    case .repeated: return "\(here) is repeated"
    case .late: return "\(here) follows “\(marker(oddity.previous))”"
    case .lacksBeginning: return "the list begins with \(here)"
    }
  }

  /// Whether a line between two units says what became of the numbers between them: `§§ 10 bis 13 (weggefallen)`,
  /// `Articles 4 and 5 (repealed)`, `第四条至第六条　（删除）`.
  private func isExplained(_ oddity: NumberingOddity) -> Bool {
    guard oddity.kind == .gap else { return false }
    let last = candidates.readings[oddity.previous]
    let next = candidates.readings[oddity.reading]
    guard StyleTraits.all[Int(next.style)].isNamed, next.value > last.value + 1 else { return false }
    let numeral = numeral(of: oddity.reading)
    let suffixes = NumberingStyle.all[Int(next.style)].suffixes
    let sign = marker(oddity.reading).last { suffixes.contains("~\($0)") }.map(String.init) ?? ""
    let numbers = [(last.value + 1, ""), (next.insertion > 0 ? next.value : next.value - 1, sign)]
    let ends = numbers.compactMap { value, sign in numeral.write(Int(value)).map { Array(($0 + sign).utf8) } }
    let between = Int(candidate(of: oddity.previous).line) + 1..<Int(candidate(of: oddity.reading).line)
    return between.suffix(40).contains { number in
      let line = lines.trimmed(number)
      return !line.isEmpty && line.count < 120 && ends.allSatisfy { holds(line, $0) }
    }
  }

  /// Whether a line holds a number that is not a part of a longer one.
  private func holds(_ line: Range<Int>, _ number: [UInt8]) -> Bool {
    guard line.count >= number.count, let digit = number.first else { return false }
    return (line.lowerBound...line.upperBound - number.count).contains { start in
      let end = start + number.count
      guard number.indices.allSatisfy({ text.byte(start + $0) == number[$0] }) else { return false }
      return digit >= 0x80
        || !(start > line.lowerBound && FoldedText.isDigit(UInt32(text.byte(start - 1))))
          && !(end < line.upperBound && FoldedText.isDigit(UInt32(text.byte(end))))
    }
  }

  private func candidate(of reading: Int) -> Candidate { candidates.list[Int(candidates.readings[reading].owner)] }

  /// The marker as printed, on one line.
  private func marker(_ reading: Int) -> String {
    let range = Int(candidate(of: reading).start)..<Int(candidates.readings[reading].end)
    return Whitespace.collapse(
      String(decoding: range.map { text.byte($0) }, as: UTF8.self))
  }

  // MARK: - What is missing

  private func missing(_ oddity: NumberingOddity) -> String {
    let last = candidates.readings[oddity.previous]
    let next = candidates.readings[oddity.reading]
    let path = candidates.path(of: next)
    let shared = candidates.path(of: last).shared(with: path)
    if path.count > 1 {
      let first = shared < candidates.path(of: last).count ? candidates.path(of: last)[shared] + 1 : 1
      return missing(first..<path[shared]) { value in
        ((0..<shared).map { path[$0] } + [value]).map(String.init).joined(separator: ".")
      }
    }
    let numeral = numeral(of: oddity.reading)
    return missing(Int(last.value) + 1..<max(Int(last.value) + 1, Int(next.value))) {
      numeral.write($0) ?? String($0)
    }
  }

  private func missing(_ values: Range<Int>, _ write: (Int) -> String) -> String {
    guard let first = values.first, let last = values.last else { return "numbers are missing" }
    return first == last ? "\(write(first)) is missing" : "\(write(first)) to \(write(last)) are missing"
  }

  /// The system that the number of a reading is written in.
  private func numeral(of reading: Int) -> NumeralSystem {
    let read = candidates.readings[reading]
    let numerals = NumberingStyle.all[Int(read.style)].numerals
    let printed = marker(reading).lowercased()
    return numerals.first { numeral in
      numeral.write(Int(read.value)).map { printed.contains($0.lowercased()) } ?? false
    } ?? .arabic
  }
}
