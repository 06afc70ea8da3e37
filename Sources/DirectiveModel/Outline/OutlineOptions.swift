/// What a reader asks of the recovery of an outline.
public struct OutlineOptions: Sendable {
  /// Names of styles that are not read.
  public var leftOut: Set<String>
  /// Names of the only styles that are read; all where it is empty.
  public var only: Set<String>

  public init(leftOut: Set<String> = [], only: Set<String> = []) {
    self.leftOut = leftOut
    self.only = only
  }

  /// The names of all styles, each with a line that it reads.
  public static var styles: [(name: String, example: String)] {
    NumberingStyle.all.map { ($0.name, $0.example) }
  }

  var isEmpty: Bool { leftOut.isEmpty && only.isEmpty }

  func reads(_ style: UInt8) -> Bool {
    let name = NumberingStyle.all[Int(style)].name
    return !leftOut.contains(name) && (only.isEmpty || only.contains(name))
  }
}
