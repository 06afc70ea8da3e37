/// The points whose own text a match begins in, found out where somebody asks for them.
///
/// A memory, not a state: what it answers is what going through the whole text would answer. Of a point's text no more is
/// looked through than to the first match; of the points that a shorter text was looked for in, only those that have it.
package final class MatchingPoints: Sendable {
  private let document: Document
  private let engine: Pattern.Engine

  private struct Memory {
    /// Those that match, and those that may.
    var points: PointSet
    /// Those of them whose texts were not looked through.
    var unknown: PointSet
    /// Where in long texts the first match is, by id: no longer text is looked for before it.
    var places: [Place] = []
    var isCostly = false
    var interruption: Interruption?
  }
  private let memory: Guarded<Memory>

  fileprivate struct Place {
    let id: Int
    let offset: Int
  }

  /// Bytes before a match that are worth not to be looked through again.
  private static let farOff = 1 << 12

  /// How many times 64 points are worth another core.
  private static let part = 64

  /// `shorter`: those of a pattern that `pattern` narrows.
  ///
  /// A pattern that is no text may match over several points, so that it is looked for from the beginning to the end.
  package init(_ pattern: Pattern, in document: Document, among shorter: MatchingPoints? = nil, unless: Interruption?) {
    self.document = document
    engine = pattern.engine(for: document.source)
    let count = document.outline.points.count
    if pattern.isText {
      let (points, places) =
        shorter?.memory.withLock { ($0.points, $0.places) } ?? (PointSet(among: count, all: true), [])
      memory = Guarded(Memory(points: points, unknown: points, places: places, interruption: unless))
    } else {
      let range = 0..<document.source.bytes.count
      var points = PointSet(among: count)
      var id = 0
      let found = pattern.matches(in: document.source, range: range, unless: unless)
      for match in found.matches where count > 0 {
        id = document.outline.point(holding: match.range.lowerBound, from: id)
        points.set(id, to: true)
      }
      memory = Guarded(
        Memory(points: points, unknown: PointSet(among: count), isCostly: !found.isComplete, interruption: unless))
    }
  }

  private var all: Range<Int> { document.outline.points.indices }

  /// Whether all texts were looked through.
  package var isComplete: Bool { memory.withLock { $0.unknown.first(in: all) == nil } }

  /// Whether the pattern was given up because it costs too much, so that some may be missing.
  package var isCostly: Bool { memory.withLock { $0.isCostly } }

  /// How many there are; nil where that is not known yet.
  package var count: Int? { isComplete ? memory.withLock { $0.points.count } : nil }

  /// Whether any of them is in a range of ids.
  package func hasAny(in ids: Range<Int>) -> Bool { first(in: ids) != nil }

  /// The first one among ids. Of texts that were not looked through no more are than it takes, and the more the farther
  /// it is.
  package func first(in ids: Range<Int>) -> Int? {
    var count = 1
    while let (id, isKnown) = candidate({ $0.first(in: ids) }) {
      if isKnown || !find(id..<min(id + count, ids.upperBound)) { return id }
      count *= 2
    }
    return nil
  }

  /// What stands behind the first match in a point's text; nil where there is none, or none near its beginning.
  package func letter(behindMatchIn id: Int) -> Character? {
    let own = document.ownText(of: id)
    var letter: Character?
    document.source.bytes.withUnsafeBufferPointer { bytes in
      var near = own.lowerBound..<min(own.lowerBound + Self.farOff, own.upperBound)
      while near.upperBound < own.upperBound, bytes[near.upperBound] & 0xC0 == 0x80 {
        near = near.lowerBound..<near.upperBound + 1
      }
      _ = engine.findMatches(in: document.source, bytes, beginningIn: [near], of: own, unless: nil) { match in
        let rest = bytes[match.upperBound..<min(match.upperBound + Self.longestLetter, own.upperBound)]
        letter = String(decoding: rest, as: UTF8.self).first
        return nil
      }
    }
    return letter
  }

  /// Bytes that hold a letter with its marks.
  private static let longestLetter = 16

  /// The last one among ids, in the same way.
  package func last(in ids: Range<Int>) -> Int? {
    var count = 1
    while let (id, isKnown) = candidate({ $0.last(in: ids) }) {
      if isKnown || !find(max(id + 1 - count, ids.lowerBound)..<id + 1) { return id }
      count *= 2
    }
    return nil
  }

  /// One of those that match or may, and whether its text was looked through.
  private func candidate(_ choice: (PointSet) -> Int?) -> (id: Int, isKnown: Bool)? {
    memory.withLock { memory in choice(memory.points).map { ($0, !memory.unknown.contains($0)) } }
  }

  /// Looks through all texts; false where that was given up.
  @discardableResult
  package func complete(unless interruption: Interruption? = nil) -> Bool {
    memory.withLock { $0.interruption = interruption }
    defer { settle() }
    return find(all)
  }

  /// Looks through so many texts from a point on, for whoever asks next. One at least is left, so that how many points
  /// there are is not known before somebody asks.
  package func lookAhead(from id: Int, _ count: Int, unless interruption: Interruption?) {
    let last = memory.withLock { memory in
      memory.interruption = interruption
      return memory.unknown.last(in: all) ?? 0
    }
    defer { settle() }
    if id < last { _ = find(id..<min(id + count, last)) }
  }

  /// From here on nothing interrupts.
  package func settle() { memory.withLock { $0.interruption = nil } }

  /// Looks through the texts of those of the points that are not known; false where that was given up, and all stays as
  /// it was.
  ///
  /// Who is asked whether to go on may ask what is known meanwhile, so that it is not locked.
  private func find(_ ids: Range<Int>) -> Bool {
    guard !ids.isEmpty else { return true }
    let words = ids.lowerBound / 64..<(ids.upperBound + 63) / 64
    guard let found = look(through: ids, words) else { return false }
    memory.withLock { memory in
      for (word, bits) in zip(words, found.lazy.map(\.words).joined()) {
        let looked = PointSet.mask(word, in: ids) & memory.unknown.words[word]
        memory.points.words[word] = memory.points.words[word] & ~looked | bits
        memory.unknown.words[word] &= ~looked
      }
      for place in found.lazy.map(\.places).joined() {
        let index = memory.places.first(from: place.id)
        let isKnown = index < memory.places.count && memory.places[index].id == place.id
        memory.places.replaceSubrange(index..<(isKnown ? index + 1 : index), with: [place])
      }
      memory.isCostly = memory.isCostly || found.contains(where: \.isCostly)
    }
    return true
  }

  /// What is found in the texts that are not known, by words of 64 points; nil where that was given up.
  private func look(through ids: Range<Int>, _ words: Range<Int>) -> [Found]? {
    let (unknown, places, interruption) = memory.withLock { ($0.unknown, $0.places, $0.interruption) }
    guard unknown.first(in: ids) != nil else { return [] }
    guard !(interruption?.happened ?? false) else { return nil }
    let waiting = interruption.map { interruption in { _ = interruption.happens() } }
    let found = Chunks.map(words, ofAtLeast: Self.part, waiting: waiting) { words in
      let part = (words.lowerBound * 64..<words.upperBound * 64).clamped(to: ids)
      return look(through: part, of: unknown, places, unless: interruption)
    }
    return interruption?.happened ?? false ? nil : found
  }

  private struct Found {
    /// Those that match, by 64.
    var words: [UInt64]
    var places: [Place] = []
    var isCostly = false
  }

  private func look(
    through ids: Range<Int>, of points: PointSet, _ places: [Place], unless interruption: Interruption?
  ) -> Found {
    let (document, outline) = (document, document.outline)
    var parts: [Range<Int>] = []
    var rest = ids
    var known = places[places.first(from: ids.lowerBound)...]
    while let run = points.firstRun(in: rest) {
      var begin = document.start(of: run.lowerBound)
      while let place = known.first, place.id < run.upperBound {
        if place.id >= run.lowerBound {
          let start = document.start(of: place.id)
          if begin < start { parts.append(begin..<start) }
          begin = place.offset
        }
        known.removeFirst()
      }
      parts.append(begin..<document.start(of: run.upperBound))
      rest = run.upperBound..<ids.upperBound
    }
    let first = ids.lowerBound / 64
    var found = Found(words: [UInt64](repeating: 0, count: (ids.upperBound + 63) / 64 - first))
    var id = ids.lowerBound
    let isComplete = document.source.bytes.withUnsafeBufferPointer { bytes in
      engine.findMatches(
        in: document.source, bytes, beginningIn: parts, of: 0..<bytes.count, unless: interruption
      ) { match in
        id = outline.point(holding: match.lowerBound, from: id)
        found.words[id / 64 - first] |= 1 << UInt64(id % 64)
        let own = document.ownText(of: id)
        if match.lowerBound - own.lowerBound > Self.farOff {
          found.places.append(Place(id: id, offset: match.lowerBound))
        }
        return own.upperBound
      }
    }
    found.isCostly = !isComplete
    return found
  }
}

extension [MatchingPoints.Place] {
  /// The index of the first one of this id or a later one.
  fileprivate func first(from id: Int) -> Int { indices.partitionPoint { self[$0].id < id } }
}

extension Outline {
  /// The id of the point whose own text holds the byte at `offset`, which is `id` or one behind it.
  fileprivate func point(holding offset: Int, from id: Int) -> Int {
    var id = id
    while id + 1 < points.count, Int(points[id + 1].start) <= offset { id += 1 }
    return id
  }
}
