import CGnu

/// Finds points by their fingerprints in a document that may have changed since these were taken.
///
/// One finder for all fingerprints of a document: what is worked out for one is used for the others.
public struct FingerprintFinder {
  public enum Change: Equatable, Sendable {
    /// The point stands at its address with its text.
    case none
    /// Its text stands at another address.
    case moved
    /// Its text has changed; enough of its words stand at its address.
    case edited
    /// Another point holds enough of its words: it may be the same, edited and moved.
    case alike
  }

  private let document: Document
  /// The ids of the points with a text, by its hash.
  private lazy var idsByHash: [UInt64: [Int]] = {
    var ids: [UInt64: [Int]] = [:]
    for id in document.outline.points.indices { ids[document.body(of: id).hash, default: []].append(id) }
    return ids
  }()

  public init(_ document: Document) {
    self.document = document
  }

  /// The point that a fingerprint was taken from, and how it has changed; nil where it is not found again.
  ///
  /// The same text at the same address, else the same text at the nearest address, else the point that holds the most of
  /// the words: half of them at least.
  public mutating func find(_ fingerprint: Fingerprint) -> (id: Int, change: Change)? {
    let place = document.point(addressed: fingerprint.address)
    if let place, document.body(of: place).hash == fingerprint.hash { return (place, .none) }
    let near = place ?? nearestPoint(to: fingerprint.address)
    if !fingerprint.words.isEmpty, let same = idsByHash[fingerprint.hash]?.min(by: { abs($0 - near) < abs($1 - near) })
    {
      return (same, .moved)
    }
    return mostAlike(fingerprint, near: near, place: place).map { ($0, $0 == place ? .edited : .alike) }
  }

  /// The point that stands where an address points to, as far as there are points on the way; 0 where there are none.
  private func nearestPoint(to text: String) -> Int {
    var nearest: Int?
    for position in Address(text)?.positions ?? [] {
      let children = document.outline.children(of: nearest)
      guard let child = children.last(where: { document.outline.points[$0].position <= position }) else { break }
      nearest = child
    }
    return nearest ?? 0
  }

  private func mostAlike(_ fingerprint: Fingerprint, near: Int, place: Int?) -> Int? {
    var held: [Int: Int] = [:]  // by point, how many of the words it holds
    for word in fingerprint.words {
      for id in points(holding: word) { held[id, default: 0] += 1 }
    }
    // A single word says something only of the point that is at the place already.
    let needed = max(2, (fingerprint.words.count + 1) / 2)
    let best = held.filter { $0.value >= needed || $0.key == place && $0.value * 2 >= fingerprint.words.count }
    return best.max { (one, other) in
      (one.value, one.key == place ? 1 : 0, -abs(one.key - near), -one.key)
        < (other.value, other.key == place ? 1 : 0, -abs(other.key - near), -other.key)
    }?.key
  }

  /// The ids of the points whose own texts hold a word, each once.
  private func points(holding word: String) -> [Int] {
    let needle = Array(word.utf8)
    var ids: [Int] = []
    document.source.bytes.withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress, !needle.isEmpty else { return }
      var from = 0
      while let found = memmem(base + from, bytes.count - from, needle, needle.count) {
        let start = UnsafeRawPointer(found) - base
        guard let id = document.outline.point(holding: start) else { return }
        ids.append(id)
        from = document.ownText(of: id).upperBound  // a second time in the same point says no more
        if from <= start { from = start + needle.count }
      }
    }
    return ids
  }
}
