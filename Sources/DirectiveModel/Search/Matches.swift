/// The matches of a pattern, from the first to the last.
///
/// They stay in the lists in which they were found, one for each part of the text that was looked through: there may be
/// millions, and one list of all would stand beside these until it is made.
public struct Matches: RandomAccessCollection, Sendable {
  private var lists: [ArraySlice<Match>] = []
  /// For each list, the index behind its last match.
  private var ends: [Int] = []

  public init(_ matches: [Match]) { append(matches[...]) }

  public var startIndex: Int { 0 }
  public var endIndex: Int { ends.last ?? 0 }

  public subscript(index: Int) -> Match {
    precondition(index >= 0 && index < endIndex, "there is no such match")
    var number = 0
    while ends[number] <= index { number += 1 }
    return lists[number][lists[number].endIndex - (ends[number] - index)]
  }

  mutating func append(_ list: ArraySlice<Match>) {
    guard !list.isEmpty else { return }
    lists.append(list)
    ends.append(endIndex + list.count)
  }
}

extension Matches: Equatable, ExpressibleByArrayLiteral {
  public static func == (one: Matches, other: Matches) -> Bool { one.elementsEqual(other) }

  public init(arrayLiteral matches: Match...) { self.init(matches) }
}
