/// Something odd met while reading: a gap, a repeat, a promised count that is not kept.
public struct Note: Sendable, Equatable {
  /// The line (from 1) it is about.
  public let line: Int
  public let message: String

  public init(line: Int, message: String) {
    self.line = line
    self.message = message
  }
}
