import DirectiveModel
import Glibc

/// The columns of a character, for ncurses: it asks `wcwidth(3)`, and gets this function in place of the C library's, so
/// that it reckons with the columns that a frame was laid out in. -1 for what is not printed.
@_cdecl("wcwidth")
public func columnsForCurses(of character: wchar_t) -> CInt {
  if character >= 0x20, character < 0x7F { return 1 }
  guard let scalar = Unicode.Scalar(UInt32(bitPattern: character)) else { return -1 }
  if scalar.value == 0 { return 0 }
  if scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value) { return -1 }
  return CInt(DisplayWidth.columns(of: scalar))
}
