import DirectiveModel
import Synchronization

/// The rows of the blocks of a text that were laid out last: a key that moves the page by a row finds the others here.
///
/// A memory, not a state: what it answers is what laying out anew would answer. Whoever holds the text holds one, and
/// takes a new one with another text.
final class LaidOutRows: Sendable {
  private struct Memory: Sendable {
    var width = 0
    var ambiguousWidth = 0
    var blocks: [Int: (end: Int, rows: [TextRow])] = [:]
    var count = 0
  }
  private let memory = Mutex(Memory())

  /// Rows; some large screens.
  private static let limit = 2048

  /// The rows of a block, of the given width; laid out by `make` where they are not known.
  func rows(of block: Range<Int>, width: Int, _ make: () -> [TextRow]) -> [TextRow] {
    memory.withLock { memory in
      let ambiguousWidth = DisplayWidth.ambiguous
      if memory.width != width || memory.ambiguousWidth != ambiguousWidth || memory.count > Self.limit {
        memory = Memory(width: width, ambiguousWidth: ambiguousWidth)
      }
      if let known = memory.blocks[block.lowerBound], known.end == block.upperBound { return known.rows }
      let rows = make()
      memory.blocks[block.lowerBound] = (block.upperBound, rows)
      memory.count += rows.count
      return rows
    }
  }
}
