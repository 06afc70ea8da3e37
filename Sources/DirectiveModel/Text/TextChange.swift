import Glibc

/// What has changed between two versions of a text: all that lies between their common beginning and common end.
public struct TextChange: Sendable, Equatable {
  /// The bytes of the old version that are no more, and those of the new one that have come for them.
  public let old: Range<Int>
  public let new: Range<Int>

  public init(from old: TextBytes, to new: TextBytes) {
    let shorter = min(old.count, new.count)
    var start = 0
    var end = 0
    old.withUnsafeBytes { old in
      new.withUnsafeBytes { new in
        guard let oldBase = old.baseAddress, let newBase = new.baseAddress else { return }
        while start < shorter {
          let step = min(Self.step, shorter - start)
          if memcmp(oldBase + start, newBase + start, step) == 0 {
            start += step
          } else {
            while old[start] == new[start] { start += 1 }
            break
          }
        }
        while end < shorter - start {
          let step = min(Self.step, shorter - start - end)
          if memcmp(oldBase + (old.count - end - step), newBase + (new.count - end - step), step) == 0 {
            end += step
          } else {
            while end < shorter - start, old[old.count - end - 1] == new[new.count - end - 1] { end += 1 }
            break
          }
        }
      }
    }
    self.old = start..<(old.count - end)
    self.new = start..<(new.count - end)
  }

  /// Bytes compared at a time.
  private static let step = 1 << 12

  public var isEmpty: Bool { old.isEmpty && new.isEmpty }

  /// Where the byte at `offset` of the old version stands in the new one; nil where it stood in what has changed.
  public func offset(of offset: Int) -> Int? {
    if offset < old.lowerBound { return offset }
    return offset >= old.upperBound ? offset + new.upperBound - old.upperBound : nil
  }
}
