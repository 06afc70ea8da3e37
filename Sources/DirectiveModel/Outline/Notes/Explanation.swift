/// Why a line is a point, or why one that begins with a marker is not.
public struct Explanation: Sendable {
  /// The line, from 1.
  public let line: Int
  /// The bytes of the marker.
  public let marker: Range<Int>
  /// The name of the style of numbering, as `OutlineOptions` takes it.
  public let style: String
  public let rule: PlacingRule
  /// The id of the point that the line is; nil where it is none.
  public internal(set) var point: Int?

  /// Whether the line is a point.
  public var isPoint: Bool { rule.isPoint }
}
