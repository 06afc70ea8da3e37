import DirectiveModel

/// A pattern, a line end, and a text to search: matches lie in the text, in order, and none is empty.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOne(_ data: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: data, count: size))
  let parts = bytes.split(separator: 0x0A, maxSplits: 1, omittingEmptySubsequences: false)
  guard parts.count == 2, parts[0].count <= 256 else { return 0 }
  let source = Source(utf8: Array(parts[1]))
  let text = String(decoding: parts[0], as: UTF8.self)
  for isLiteral in [false, true] {
    let pattern = Pattern(text, literal: isLiteral)
    var end = 0
    for match in pattern.matches(in: source).matches {
      precondition(match.range.lowerBound >= end && !match.range.isEmpty, "in order")
      end = match.range.upperBound
      _ = source.context(of: match.range, columns: 20)
    }
    precondition(end <= source.bytes.count, "in the text")
  }
  return 0
}
