extension InputFormat {
  static let richText = InputFormat("rtf", "RTF", endings: ["rtf"], conversion: .pandoc(from: "rtf")) { bytes in
    bytes.starts(with: "{\\rtf".utf8)
  }
}
