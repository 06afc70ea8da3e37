import DirectiveModel

@testable import DirectiveTUI

/// Any text on its way to the terminal: no control character, nothing that turns or hides text; every byte belongs to a
/// glyph; rows hold the whole text.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOne(_ data: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: data, count: size))
  var next = 0
  for glyph in Glyphs(bytes, in: 0..<size) {
    precondition(glyph.bytes.lowerBound == next && glyph.bytes.upperBound > next, "glyphs follow one another")
    next = glyph.bytes.upperBound
    for scalar in glyph.text.unicodeScalars {
      switch scalar.value {
      case 0..<0x20, 0x7F..<0xA0, 0x200B...0x200F, 0x2028...0x202E, 0x2066...0x2069, 0x61C, 0xFEFF:
        preconditionFailure("what must not be drawn")
      default: break
      }
    }
  }
  precondition(next == size, "glyphs hold the whole text")
  return 0
}
