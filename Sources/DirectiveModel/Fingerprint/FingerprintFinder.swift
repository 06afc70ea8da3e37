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
    places(of: [Attachment(seen: fingerprint, origin: fingerprint.hash)])[0]
  }

  /// Where the points are now that several things were left at, each as `find` says; but a point that has the text that
  /// one was left at, or that one is found edited in, is not taken for another's.
  public mutating func places(of attachments: [Attachment]) -> [(id: Int, change: Change)?] {
    var places: [(id: Int, change: Change)?] = attachments.map { same(as: $0) }
    var owners: [Int: UInt64] = [:]  // by point, the hash of what it is or was
    for place in places.compactMap(\.self) { owners[place.id] = document.body(of: place.id).hash }
    let lost = attachments.indices.filter { places[$0] == nil }
    if lost.isEmpty { return places }
    let holders = WordHolders(of: Set(lost.flatMap { attachments[$0].seen.words }), in: document)
    // First those at their own addresses, then those that look like points elsewhere.
    for changes in [[Change.edited], [.edited, .alike]] {
      for index in lost where places[index] == nil {
        let seen = attachments[index].seen
        let hash = seen.hash
        guard let found = alike(seen, holders, except: { owners[$0, default: hash] != hash }),
          changes.contains(found.change)
        else { continue }
        places[index] = found
        owners[found.id] = hash
      }
    }
    return places
  }

  /// The point that has the text that was last seen, or the only one with the text that it was left at.
  private mutating func same(as left: Attachment) -> (id: Int, change: Change)? {
    let seen = left.seen
    let place = document.point(addressed: seen.address)
    if let place, document.body(of: place).hash == seen.hash { return (place, .none) }
    guard !seen.words.isEmpty else { return nil }
    if left.origin != seen.hash, let back = idsByHash[left.origin], back.count == 1 { return (back[0], .moved) }
    let near = place ?? nearestPoint(to: seen.address)
    return idsByHash[seen.hash]?.min { abs($0 - near) < abs($1 - near) }.map { ($0, .moved) }
  }

  private func alike(
    _ fingerprint: Fingerprint, _ holders: WordHolders, except isAnothers: (Int) -> Bool
  ) -> (id: Int, change: Change)? {
    let place = document.point(addressed: fingerprint.address)
    let near = place ?? nearestPoint(to: fingerprint.address)
    return mostAlike(fingerprint, holders, near: near, place: place, except: isAnothers).map {
      ($0, $0 == place ? .edited : .alike)
    }
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

  private func mostAlike(
    _ fingerprint: Fingerprint, _ holders: WordHolders, near: Int, place: Int?, except isAnothers: (Int) -> Bool
  ) -> Int? {
    var held: [Int: Int] = [:]  // by point, how many of the words it holds
    for word in fingerprint.words {
      for id in holders.points[word] ?? [] where !isAnothers(id) { held[id, default: 0] += 1 }
    }
    // A single word says something only of the point that is at the place already.
    let needed = max(2, (fingerprint.words.count + 1) / 2)
    let best = held.filter { $0.value >= needed || $0.key == place && $0.value * 2 >= fingerprint.words.count }
    return best.max { (one, other) in
      (one.value, one.key == place ? 1 : 0, -abs(one.key - near), -one.key)
        < (other.value, other.key == place ? 1 : 0, -abs(other.key - near), -other.key)
    }?.key
  }
}

/// Which points hold words, also inside longer ones: found for all words in one pass through the document, of which there
/// may be thousands where much was left at a text that is another now.
private struct WordHolders {
  /// By word, the ids of the points whose own texts hold it, in order.
  private(set) var points: [String: [Int]] = [:]

  /// Bytes; a word has more than two columns, and so as many bytes at least.
  private static let shortest = 3

  init(of wanted: Set<String>, in document: Document) {
    let words = wanted.map { Array($0.utf8) }.filter { $0.count >= Self.shortest }
    // By the hash of their first bytes, the words that begin so.
    var starts = [[Int]](repeating: [], count: 1 << 12)
    for (index, word) in words.enumerated() { starts[word.withUnsafeBytes { Self.start($0, 0) }].append(index) }
    var found = [[Int]](repeating: [], count: words.count)
    let all = document.outline.points
    document.source.bytes.withUnsafeBytes { bytes in
      var id = -1
      for offset in 0..<max(0, bytes.count - Self.shortest + 1) {
        let alike = starts[Self.start(bytes, offset)]
        guard !alike.isEmpty else { continue }
        while id + 1 < all.count, Int(all[id + 1].start) <= offset { id += 1 }
        guard id >= 0 else { continue }
        for index in alike where found[index].last != id && bytes[offset...].starts(with: words[index]) {
          found[index].append(id)
        }
      }
    }
    for (word, ids) in zip(words, found) { points[String(decoding: word, as: UTF8.self)] = ids }
  }

  private static func start(_ bytes: UnsafeRawBufferPointer, _ offset: Int) -> Int {
    (Int(bytes[offset]) << 10 ^ Int(bytes[offset + 1]) << 5 ^ Int(bytes[offset + 2])) & 0xFFF
  }
}
