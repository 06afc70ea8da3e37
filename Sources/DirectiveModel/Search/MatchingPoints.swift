import Synchronization

/// The points whose own text a match begins in, found out where somebody asks for them.
///
/// A memory, not a state: what it answers is what going through the whole text would answer. Of a point's text no more is
/// looked through than to the first match; of the points that a shorter text was looked for in, only those that have it.
package final class MatchingPoints: Sendable {
  private let document: Document
  private let engine: Pattern.Engine

  private struct Memory {
    /// Those that match; of 64 whose texts were not looked through, those that may.
    var points: PointSet
    /// Which 64 points were looked through.
    var known: PointSet
    var unknownCount: Int
    var interruption: Interruption?
  }
  private let memory: Mutex<Memory>

  /// 64 points of which so many are worth another core.
  private static let part = 64

  /// `shorter`: those of a pattern that `pattern` narrows.
  ///
  /// A pattern that is no text may match over several points, so that it is looked for from the beginning to the end.
  package init(_ pattern: Pattern, in document: Document, among shorter: MatchingPoints? = nil, unless: Interruption?) {
    self.document = document
    engine = pattern.engine(for: document.source)
    let count = document.outline.points.count
    var points = shorter?.memory.withLock { $0.points } ?? PointSet(among: count, all: true)
    var known = PointSet(among: points.words.count)
    if !pattern.isText {
      let range = 0..<document.source.bytes.count
      points = PointSet(among: count)
      var id = 0
      for match in pattern.matches(in: document.source, range: range, unless: unless).matches where count > 0 {
        id = document.outline.point(holding: match.range.lowerBound, from: id)
        points.set(id, to: true)
      }
      known = PointSet(among: points.words.count, all: true)
    }
    memory = Mutex(
      Memory(points: points, known: known, unknownCount: pattern.isText ? points.words.count : 0, interruption: unless))
  }

  /// Whether all texts were looked through.
  package var isComplete: Bool { memory.withLock { $0.unknownCount == 0 } }

  /// How many there are; nil where that is not known yet.
  package var count: Int? { memory.withLock { $0.unknownCount == 0 ? $0.points.count : nil } }

  /// Whether any of them is in a range of ids.
  package func hasAny(in ids: Range<Int>) -> Bool { first(in: ids) != nil }

  package func first(in ids: Range<Int>) -> Int? {
    memory.withLock { memory in
      var step = 1
      var from = ids.lowerBound
      while from < ids.upperBound {
        let word = from / 64
        if !memory.known.contains(word) {
          find(word..<min(word + step, (ids.upperBound + 63) / 64), &memory)
          step *= 2
        }
        let end = min(word * 64 + 64, ids.upperBound)
        if let id = memory.points.first(in: from..<end) { return id }
        from = end
      }
      return nil
    }
  }

  package func last(in ids: Range<Int>) -> Int? {
    memory.withLock { memory in
      var step = 1
      var end = ids.upperBound
      while end > ids.lowerBound {
        let word = (end - 1) / 64
        if !memory.known.contains(word) {
          find(max(ids.lowerBound / 64, word + 1 - step)..<word + 1, &memory)
          step *= 2
        }
        let from = max(word * 64, ids.lowerBound)
        if let id = memory.points.last(in: from..<end) { return id }
        end = from
      }
      return nil
    }
  }

  /// Looks through all texts; false where that was given up.
  @discardableResult
  package func complete(unless interruption: Interruption? = nil) -> Bool {
    memory.withLock { memory in
      memory.interruption = interruption
      defer { memory.interruption = nil }
      find(0..<memory.points.words.count, &memory)
      return memory.unknownCount == 0
    }
  }

  /// From here on nothing interrupts.
  package func settle() { memory.withLock { $0.interruption = nil } }

  /// Looks through the texts of those of the points, 64 by 64, that are not known. What is given up stays unknown.
  private func find(_ words: Range<Int>, _ memory: inout Memory) {
    guard memory.unknownCount > 0, !words.isEmpty, !(memory.interruption?.happened ?? false) else { return }
    let (points, known, interruption) = (memory.points, memory.known, memory.interruption)
    let waiting = interruption.map { interruption in { _ = interruption.happens() } }
    let found = Chunks.map(words, ofAtLeast: Self.part, waiting: waiting) { part in
      look(through: part, of: points, besides: known, unless: interruption)
    }
    guard !(interruption?.happened ?? false) else { return }
    var word = words.lowerBound
    for bits in found.joined() {
      if !memory.known.contains(word) {
        memory.points.words[word] = bits
        memory.known.set(word, to: true)
        memory.unknownCount -= 1
      }
      word += 1
    }
  }

  private func look(
    through words: Range<Int>, of points: PointSet, besides known: PointSet, unless interruption: Interruption?
  ) -> [UInt64] {
    let outline = document.outline
    let size = document.source.bytes.count
    func start(_ id: Int) -> Int { id == 0 ? 0 : id < outline.points.count ? Int(outline.points[id].start) : size }
    var found = [UInt64](repeating: 0, count: words.count)
    var parts: [Range<Int>] = []
    var open: Int?
    for word in words {
      let bits = known.contains(word) ? 0 : points.words[word]
      if bits == .max {
        open = open ?? start(word * 64)
        continue
      }
      for bit in 0..<64 {
        if bits & 1 << UInt64(bit) != 0 {
          open = open ?? start(word * 64 + bit)
        } else if let begin = open {
          parts.append(begin..<start(word * 64 + bit))
          open = nil
        }
      }
    }
    if let open { parts.append(open..<start(words.upperBound * 64)) }
    var id = words.lowerBound * 64
    _ = document.source.bytes.withUnsafeBufferPointer { bytes in
      engine.findMatches(
        in: document.source, bytes, beginningIn: parts, of: 0..<size, unless: interruption
      ) { match in
        id = outline.point(holding: match.lowerBound, from: id)
        found[id / 64 - words.lowerBound] |= 1 << UInt64(id % 64)
        return start(id + 1)
      }
    }
    return found
  }
}

extension Outline {
  /// The id of the point whose own text holds the byte at `offset`, which is `id` or one behind it.
  fileprivate func point(holding offset: Int, from id: Int) -> Int {
    var id = id
    while id + 1 < points.count, Int(points[id + 1].start) <= offset { id += 1 }
    return id
  }
}
