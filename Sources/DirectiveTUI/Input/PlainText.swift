extension InputFormat {
  static let plainText = InputFormat("text", "plain text", endings: ["txt", "text", "asc", "log"])
}
