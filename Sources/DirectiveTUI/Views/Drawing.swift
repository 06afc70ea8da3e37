/// The characters that the screen is drawn with: lines and signs, or ASCII where the locale has no others, or where they
/// could take two columns.
struct Drawing: Equatable, Sendable {
  let border, separator, folded, unfolded, path, bar, ellipsis, dot, scrollBar: String

  static let unicode = Drawing(
    border: "│", separator: "›", folded: "▸", unfolded: "▾", path: "›", bar: "▮", ellipsis: "…", dot: "·",
    scrollBar: "▐")
  static let ascii = Drawing(
    border: "|", separator: ">", folded: "+", unfolded: "-", path: ":", bar: "=", ellipsis: "~", dot: "-",
    scrollBar: "#")
}

extension State {
  var drawing: Drawing { hasUnicode && settings.ambiguousWidth == 1 ? .unicode : .ascii }
}
