extension InputFormat {
  static let epub = InputFormat("epub", "EPUB", endings: ["epub"], conversion: .pandoc(from: "epub")) { bytes in
    ZipDirectory.type(of: bytes) == "application/epub+zip"
      || ZipDirectory(bytes)?.names.contains("META-INF/container.xml") ?? false
  }
}
