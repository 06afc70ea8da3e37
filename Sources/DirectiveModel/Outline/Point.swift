/// One entry of an outline: a numbered point, or what stands before the first point and after the last one.
///
/// A value of integers into the `Source`. Points are kept in one flat array in reading order; a point's id is its
/// index there.
public struct Point: Sendable, Equatable {
  public enum Kind: UInt8, Sendable {
    /// A point or heading with a place in the outline and so an address.
    case numbered
    /// What stands before the first point: title, occasion, salutation, introduction.
    case preamble
    /// What stands after the last point: closing appeal, signature, source.
    case closing
    /// A document, a folder of documents, or a passage in one: see `DocumentTree`.
    case entry
  }

  public var kind: Kind
  /// The index of the style of its numbering in `NumberingStyle.all`; `unnumbered` for none.
  var style: UInt8 = Point.unnumbered
  /// Whether it stands inside a paragraph, as in `一是…；二是…`.
  public internal(set) var isInline = false
  /// Whether its heading is known to hold no blanks but single spaces.
  var hasSingleLine = false
  /// 1 for a theme; preamble and closing count as themes here.
  public var depth: Int32
  /// The id of the point that this one stands in; -1 for a theme.
  public var parent: Int32
  /// One past the id of the last point inside this one.
  public var end: Int32
  /// The position among numbered siblings, from 1; 0 for what is not numbered.
  public var position: Int32
  /// The line (from 1) on which the point begins.
  public var line: UInt32
  /// The byte offset at which the point's own text begins. It ends where the next point's begins.
  public var start: UInt32
  /// The byte offsets of the numbering as printed, `第十二条` or `Third,`; empty for an unnumbered heading.
  public var markerStart: UInt32
  public var markerEnd: UInt32
  /// The byte offsets of the heading: the first sentence without its marker and without a closing full stop.
  public var headingStart: UInt32
  public var headingEnd: UInt32

  static let unnumbered = UInt8.max

  /// The name of the style of its numbering, as `OutlineOptions` takes it; nil where it has none.
  public var styleName: String? { style == Self.unnumbered ? nil : NumberingStyle.all[Int(style)].name }

  /// Whether its numbering names a unit, `第十二条`, `Article 5`, `§ 3`, by which people cite it.
  public var isUnit: Bool { style != Self.unnumbered && StyleTraits.all[Int(style)].isNamed }

  /// Whether it is an annex, schedule or appendix.
  public var isAnnex: Bool { style != Self.unnumbered && StyleTraits.all[Int(style)].isAnnex }

  public var marker: Range<Int> { Int(markerStart)..<Int(markerEnd) }
  public var heading: Range<Int> { Int(headingStart)..<Int(headingEnd) }
}
