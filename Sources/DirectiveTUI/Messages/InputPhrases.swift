/// What is said of files while they are read.
extension Phrase {
  static func reading(_ bytes: Int) -> Phrase {
    let size = bytes < 1 << 20 ? "\((bytes + 1023) >> 10) KB" : "\(bytes >> 20) MB"
    return Phrase("reading, \(size) so far", "正在读取，已读 \(size)")
  }

  static func converting(_ program: String) -> Phrase {
    Phrase("converting with \(program)", "正在用 \(program) 转换")
  }
}
