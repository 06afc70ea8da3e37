extension InputFormat {
  static let openDocument = InputFormat(
    "odt", "OpenDocument", endings: ["odt", "fodt"], conversion: .pandoc(from: "odt")
  ) { bytes in
    ZipDirectory.type(of: bytes)?.hasPrefix("application/vnd.oasis.opendocument.text") ?? false
  }
}
