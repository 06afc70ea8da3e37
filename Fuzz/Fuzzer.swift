import Glibc

/// What libFuzzer calls with each input: the target that `FUZZ_TARGET` names. Without one that there is, it is the probe.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOne(_ data: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: data, count: size))
  guard let target else { return probe(bytes) }
  do throws(Violation) {
    try target.check(bytes)
  } catch {
    fatalError("\(target): \(error)")
  }
  return 0
}

private let target = getenv("FUZZ_TARGET").flatMap { FuzzTarget(rawValue: String(cString: $0)) }

/// Fails where the input begins with `Fail!`. A fuzzer that sees which branches were taken finds that byte by byte; one
/// that was built blind does not in a lifetime.
private func probe(_ bytes: [UInt8]) -> CInt {
  guard bytes.count >= 5 else { return 0 }
  if bytes[0] == UInt8(ascii: "F") {
    if bytes[1] == UInt8(ascii: "a") {
      if bytes[2] == UInt8(ascii: "i") {
        if bytes[3] == UInt8(ascii: "l") {
          if bytes[4] == UInt8(ascii: "!") { fatalError("the probe was found") }
        }
      }
    }
  }
  return 0
}
