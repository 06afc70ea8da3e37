import Synchronization

/// A regular expression that is compiled when a line is met on which it may match.
final class SparingExpression: Sendable {
  let pattern: String
  /// Of these every match holds one; without any, it may match everywhere.
  private let signs: Signs?
  private let compiled = AtomicLazyReference<RegularExpression>()
  private let compiledForDamagedText = AtomicLazyReference<RegularExpression>()

  init(_ pattern: String, signs: Signs? = nil) {
    self.pattern = pattern
    self.signs = signs
  }

  /// A part of a text, and what stands in it.
  struct Line {
    let range: Range<Int>
    let signs: Signs

    init(_ range: Range<Int>, of source: Source) {
      self.range = range
      signs = Signs(source.bytes, range)
    }
  }

  /// The first match on a line.
  func match(_ line: Line, of source: Source) -> Range<Int>? {
    let range = line.range
    guard signs?.meet(line.signs) ?? true, let expression = expression(forDamagedText: !source.isWellFormed) else {
      return nil
    }
    var found: Range<Int>?
    source.bytes.withUnsafeBufferPointer { bytes in
      _ = expression.findMatches(in: bytes, beginningIn: [range], before: range.upperBound) { match in
        found = match
        return nil
      }
    }
    return found
  }

  private func expression(forDamagedText isDamaged: Bool) -> RegularExpression? {
    isDamaged ? kept(in: compiledForDamagedText, isDamaged) : kept(in: compiled, isDamaged)
  }

  private func kept(
    in place: borrowing AtomicLazyReference<RegularExpression>, _ isForDamagedText: Bool
  ) -> RegularExpression? {
    if let expression = place.load() { return expression }
    guard
      let expression = RegularExpression(
        pattern, ignoresCase: true, forDamagedText: isForDamagedText, compiled: false)
    else { return nil }
    return place.storeIfNil(expression)
  }
}
