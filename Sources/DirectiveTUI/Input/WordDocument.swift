extension InputFormat {
  static let word = InputFormat("docx", "Word", endings: ["docx", "docm"], conversion: .pandoc(from: "docx")) { bytes in
    ZipDirectory(bytes)?.names.contains("word/document.xml") ?? false
  }
}
