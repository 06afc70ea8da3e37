/// One column of one row. A wide character takes a cell with its text and an empty one after it.
struct Cell: Equatable {
  var text = CellText(" ")
  var role: Role = .text
}

/// A character and its marks, as many as a cell has room for: five scalars, as ncurses has it, and no String, so that
/// frames are copied and compared as plain memory.
struct CellText: Equatable {
  /// Three scalars and two, of 21 bits each, the first in the lowest; zero where there are no more.
  private var low: UInt64 = 0
  private var high: UInt64 = 0

  private static let limit = 5
  private static let lowCount = 3
  private static let bits = 21

  /// Nothing.
  init() {}

  init(_ scalar: Unicode.Scalar) { low = UInt64(scalar.value) }

  init(ascii byte: UInt8) { low = UInt64(byte) }

  var isEmpty: Bool { low == 0 }

  /// Adds a scalar where there is room for it.
  mutating func append(_ scalar: Unicode.Scalar) {
    guard let free = (0..<Self.limit).first(where: { self[$0] == 0 }) else { return }
    if free < Self.lowCount {
      low |= UInt64(scalar.value) << (free * Self.bits)
    } else {
      high |= UInt64(scalar.value) << ((free - Self.lowCount) * Self.bits)
    }
  }

  /// The value of a scalar, from 0 to 4; 0 where there is none.
  subscript(index: Int) -> UInt32 {
    let word = index < Self.lowCount ? low >> (index * Self.bits) : high >> ((index - Self.lowCount) * Self.bits)
    return UInt32(word & (1 << Self.bits - 1))
  }

  var string: String {
    var scalars = String.UnicodeScalarView()
    for index in 0..<Self.limit where self[index] != 0 { Unicode.Scalar(self[index]).map { scalars.append($0) } }
    return String(scalars)
  }
}
