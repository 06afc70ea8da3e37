/// The matches of a pattern, from the first to the last.
///
/// They stay in lists, one for each part of the text that was looked through: there may be millions, and one list of all
/// would stand beside these until it is made.
public struct Matches: RandomAccessCollection, Sendable {
  private var lists: [[Match]] = []
  /// For each list, the index behind its last match.
  private var ends: [Int] = []

  /// Those of a list, which are in order.
  public init(_ matches: [Match]) { append(matches[...]) }

  public var startIndex: Int { 0 }
  public var endIndex: Int { ends.last ?? 0 }

  public subscript(index: Int) -> Match {
    precondition(index >= 0 && index < endIndex, "there is no such match")
    let number = ends.indices.partitionPoint { ends[$0] <= index }
    return lists[number][lists[number].count - (ends[number] - index)]
  }

  public func makeIterator() -> FlattenSequence<[[Match]]>.Iterator { lists.joined().makeIterator() }

  /// Copies a list, without the room that it has to grow, which may be as much again.
  mutating func append(_ list: ArraySlice<Match>) {
    guard !list.isEmpty else { return }
    lists.append(
      [Match](unsafeUninitializedCapacity: list.count) { copy, count in
        count = list.withUnsafeBufferPointer { copy.initialize(fromContentsOf: $0) }
      })
    ends.append(endIndex + list.count)
  }
}

extension Matches: Equatable, ExpressibleByArrayLiteral {
  public static func == (one: Matches, other: Matches) -> Bool { one.elementsEqual(other) }

  public init(arrayLiteral matches: Match...) { self.init(matches) }
}

extension Range<Int> {
  /// The first number in the range for which `isBefore` does not hold, where it holds for all numbers before that and for
  /// none behind; the end of the range where it holds for all.
  @inlinable package func partitionPoint(_ isBefore: (Int) -> Bool) -> Int {
    var (low, high) = (lowerBound, upperBound)
    while low < high {
      let middle = (low + high) / 2
      if isBefore(middle) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
