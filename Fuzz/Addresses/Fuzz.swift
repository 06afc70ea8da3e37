import DirectiveModel

private let document = Document(
  source: Source("Title\n\n1. One\n(a) First\n(b) Second\n2. Two\n第一条 总则\n第二条 附则\n(a) Third\n\nSigned\n"))

/// Any text as an address or keyword: what is found exists, and an address is read as it is written.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOne(_ data: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
  let text = String(decoding: UnsafeBufferPointer(start: data, count: size), as: UTF8.self)
  if let address = Address(text) {
    precondition(Address(address.description) == address && address.positions.allSatisfy { $0 >= 1 })
  }
  let points = document.outline.points.indices
  precondition(document.point(addressed: text).map(points.contains) ?? true, "what is found is there")
  precondition(((try? document.points(at: text)) ?? []).allSatisfy(points.contains), "what is found is there")
  precondition(document.rankPoints(by: text).allSatisfy(document.outline.points.indices.contains))
  return 0
}
