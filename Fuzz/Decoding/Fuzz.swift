import DirectiveModel

/// Bytes of any kind as a document: nothing is lost, and lines are the text.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOne(_ data: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: data, count: size))
  guard let source = try? Decoder.source(from: bytes) else { return 0 }
  if source.decoding.encoding == .utf8, !source.decoding.hasByteOrderMark {
    precondition(source.bytes == bytes, "UTF-8 is taken as it is")
  }
  var next = 0
  for number in 1..<max(1, source.lineCount + 1) {
    let line = source.fullLine(number)
    precondition(line.lowerBound == next && !line.isEmpty, "lines follow one another")
    precondition(source.line(at: line.lowerBound) == number && source.line(at: line.upperBound - 1) == number)
    precondition(line.contains(source.line(number).lowerBound) || source.line(number).isEmpty)
    next = line.upperBound
  }
  precondition(next == source.bytes.count, "lines hold the whole text")
  return 0
}
