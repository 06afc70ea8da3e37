import DirectiveModel

/// The blocks of a text that were laid out last, with their rows: a key that moves the page by a row finds the others here.
///
/// A memory, not a state: what it answers is what laying out anew would answer. Whoever holds the text holds one, and
/// takes a new one with another text.
final class LaidOutRows: Sendable {
  /// What blocks and their rows depend on besides the text.
  struct Manner: Equatable, Sendable {
    let width: Int?
    let ambiguousWidth: Int
    let joinsLines: Bool
    let hidesPages: Bool
    /// The end of a page that is shown.
    let shown: PageLines.Gap?
  }

  private struct Memory: Sendable {
    var manner: Manner?
    var blocks: [Int: TextLayout.LaidOut] = [:]
    /// By where a block ends, where it begins.
    var starts: [Int: Int] = [:]
    var count = 0
  }
  private let memory = Guarded(Memory())

  /// Rows; some large screens.
  private static let limit = 2048

  /// The block that begins at a byte; nil where it is not known.
  func block(from start: Int, _ manner: Manner) -> TextLayout.LaidOut? {
    memory.withLock { $0.manner == manner ? $0.blocks[start] : nil }
  }

  /// The block that ends before a byte; nil where it is not known.
  func block(to end: Int, _ manner: Manner) -> TextLayout.LaidOut? {
    memory.withLock { memory in memory.manner == manner ? memory.starts[end].flatMap { memory.blocks[$0] } : nil }
  }

  func keep(_ laidOut: TextLayout.LaidOut, _ manner: Manner) {
    memory.withLock { memory in
      if memory.manner != manner || memory.count > Self.limit { memory = Memory(manner: manner) }
      memory.blocks[laidOut.block.start] = laidOut
      memory.starts[laidOut.block.end] = laidOut.block.start
      memory.count += laidOut.rows.count
    }
  }
}
