/// The characters that the screen is drawn with: lines and signs, or ASCII where the locale has no others, or where they
/// could take two columns.
struct Drawing: Equatable, Sendable {
  let border, folded, unfolded, path, scrollBar, ellipsis: Unicode.Scalar
  let separator, bar, dot, read, toDiscuss, done, note: String

  static let unicode = Drawing(
    border: "│", folded: "▸", unfolded: "▾", path: "›", scrollBar: "▐", ellipsis: "…",
    separator: "›", bar: "▮", dot: "·", read: "✓", toDiscuss: "?", done: "●", note: "✎")
  static let ascii = Drawing(
    border: "|", folded: "+", unfolded: "-", path: ":", scrollBar: "#", ellipsis: "~",
    separator: ">", bar: "=", dot: "-", read: "v", toDiscuss: "?", done: "@", note: "*")

  func sign(of tick: Tick) -> String {
    switch tick {
    case .read: read
    case .toDiscuss: toDiscuss
    case .done: done
    }
  }
}

extension State {
  var drawing: Drawing { hasUnicode && settings.ambiguousWidth == 1 ? .unicode : .ascii }
}
