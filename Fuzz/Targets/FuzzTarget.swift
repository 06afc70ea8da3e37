/// A part of the program that is fed with bytes of any kind, and what has to hold of the outcome.
enum FuzzTarget: String, CaseIterable, Sendable {
  case decoding, outline, addresses, search, glyphs, sidecar, configuration, conversion

  /// Feeds `bytes`; throws what does not hold.
  func check(_ bytes: [UInt8]) throws(Violation) {
    switch self {
    case .decoding: try Self.checkDecoding(bytes)
    case .outline: try Self.checkOutline(bytes)
    case .addresses: try Self.checkAddresses(bytes)
    case .search: try Self.checkSearch(bytes)
    case .glyphs: try Self.checkGlyphs(bytes)
    case .sidecar: try Self.checkSidecar(bytes)
    case .configuration: try Self.checkConfiguration(bytes)
    case .conversion: try Self.checkConversion(bytes)
    }
  }
}

/// A rule that was broken.
struct Violation: Error, CustomStringConvertible {
  let description: String
}

func require(_ holds: Bool, _ rule: @autoclosure () -> String) throws(Violation) {
  guard holds else { throw Violation(description: rule()) }
}

/// What stands before the first byte that is `separator`, and what stands after it; nil where there is none.
func halves(of bytes: [UInt8], at separator: UInt8) -> (first: [UInt8], second: [UInt8])? {
  bytes.firstIndex(of: separator).map { (Array(bytes[..<$0]), Array(bytes[($0 + 1)...])) }
}
