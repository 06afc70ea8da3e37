/// What is said while reading: rows and their widths.
extension Phrase {
  static var wraps: Phrase { Phrase("Rows are wrapped", "长行折行显示") }
  static var doesNotWrap: Phrase { Phrase("Rows are not wrapped: ← → move sideways", "长行不折：用 ← → 左右移动") }
  static func textWidth(_ columns: Int) -> Phrase { Phrase("Rows of up to \(columns) columns", "每行最多 \(columns) 列") }
  static var onePane: Phrase {
    let columns = ScreenAreas.twoPaneColumns
    return Phrase("Outline and text stand side by side from \(columns) columns on", "\(columns) 列以上，大纲与正文并排")
  }
}
