import Glibc

extension InputFormat {
  /// A page ends with a form feed in what `pdftotext` writes.
  static let pdf = InputFormat(
    "pdf", "PDF", endings: ["pdf"],
    conversion: Conversion(
      program: "pdftotext", arguments: ["-enc", "UTF-8", "-eol", "unix", "-", "-"], package: "poppler-utils")
  ) { bytes in
    // ISO 32000, annex H: the mark may stand anywhere in the first 1024 bytes.
    bytes.prefix(1024).withUnsafeBytes { head in
      var rest = head[...]
      while let start = UnsafeRawBufferPointer(rebasing: rest).baseAddress,
        let mark = memchr(start, Int32(UInt8(ascii: "%")), rest.count)
      {
        rest = rest.dropFirst(UnsafeRawPointer(mark) - start)
        if rest.starts(with: "%PDF-".utf8) { return true }
        rest.removeFirst()
      }
      return false
    }
  }
}
