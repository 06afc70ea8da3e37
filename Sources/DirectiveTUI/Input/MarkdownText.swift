extension InputFormat {
  /// Its headings are found by the reader of outlines, as in any text.
  static let markdown = InputFormat("markdown", "Markdown", endings: ["md", "markdown", "mdown", "mkd"])
}
