/// Files of any other format, compressed.
extension InputFormat {
  static let gzip = compressed("gz", "gzip", program: "gzip", package: "gzip", mark: [0x1F, 0x8B])
  static let xz = compressed(
    "xz", "xz", program: "xz", package: "xz-utils", mark: [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00])
  static let zstandard = compressed(
    "zst", "Zstandard", program: "zstd", package: "zstd", mark: [0x28, 0xB5, 0x2F, 0xFD])

  private static func compressed(
    _ name: String, _ title: String, program: String, package: String, mark: [UInt8]
  ) -> InputFormat {
    var conversion = Conversion(program: program, arguments: ["-d", "-c"], package: package)
    conversion.unpacks = true
    return InputFormat(name, title, endings: [name], conversion: conversion) { $0.starts(with: mark) }
  }
}
