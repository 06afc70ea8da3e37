extension InputFormat {
  /// A page ends with a form feed in what `pdftotext` writes.
  static let pdf = InputFormat(
    "pdf", "PDF", endings: ["pdf"],
    conversion: Conversion(
      program: "pdftotext", arguments: ["-enc", "UTF-8", "-eol", "unix", "-", "-"], package: "poppler-utils")
  ) { bytes in
    // ISO 32000, annex H: the mark may stand anywhere in the first 1024 bytes.
    var head = bytes.prefix(1024)
    while let mark = head.firstIndex(of: UInt8(ascii: "%")) {
      head = head[mark...]
      if head.starts(with: "%PDF-".utf8) { return true }
      head.removeFirst()
    }
    return false
  }
}
