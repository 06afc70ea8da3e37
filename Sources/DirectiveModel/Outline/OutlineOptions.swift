/// What a reader asks of the recovery of an outline.
public struct OutlineOptions: Sendable, Equatable {
  /// Names of styles that are not read; `StyleNames` has them.
  public var leftOut: Set<String>
  /// Names of the only styles that are read; all where it is empty.
  public var only: Set<String>

  /// What a reader put right, by line (from 1).
  public var corrections: [Int: LineCorrection]

  public init(leftOut: Set<String> = [], only: Set<String> = [], corrections: [Int: LineCorrection] = [:]) {
    self.leftOut = leftOut
    self.only = only
    self.corrections = corrections
  }

  var readsAllStyles: Bool { leftOut.isEmpty && only.isEmpty }

  func reads(_ style: UInt8) -> Bool {
    let name = NumberingStyle.all[Int(style)].name
    return !leftOut.contains(name) && (only.isEmpty || only.contains(name))
  }
}
