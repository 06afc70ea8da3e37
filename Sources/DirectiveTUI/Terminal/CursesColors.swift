import CNcurses

/// The pairs of colours that ncurses knows, made as they are needed.
struct CursesColors {
  private struct Pair: Hashable {
    let foreground: Int
    let background: Int
  }

  private var pairs: [Pair: Int16] = [:]
  private var isStarted = false
  /// How many colours the terminal has; 0 while none are wanted.
  private var count = 0

  /// Starts colours before a theme that has them; where the terminal has too few, the theme without them.
  mutating func prepare(_ theme: Theme) -> Theme {
    let mono = Theme(.mono) { _ in nil }
    guard theme != mono else { return mono }
    if !isStarted {
      isStarted = true
      if start_color() == OK, use_default_colors() == OK { count = Int(cnc_colors()) }
    }
    return count >= 8 ? theme : mono
  }

  /// A look as the terminal can show it: with few colours, bold black is gray to many. It is plain then, which what is
  /// underlined around it is not.
  func shown(_ look: Look) -> Look {
    var look = look
    if count < 256, look.foreground == .black, look.bold { (look.bold, look.underline) = (false, false) }
    return look
  }

  /// The number of the pair with these colours; 0 for the terminal's own.
  mutating func pair(_ look: Look) -> Int16 {
    guard look.foreground != nil || look.background != nil else { return 0 }
    let colors = Pair(
      foreground: look.foreground?.number(of: count) ?? -1, background: look.background?.number(of: count) ?? -1)
    if let pair = pairs[colors] { return pair }
    let pair = Int16(pairs.count + 1)
    guard pair < cnc_color_pairs() else { return 0 }
    init_extended_pair(Int32(pair), Int32(colors.foreground), Int32(colors.background))
    pairs[colors] = pair
    return pair
  }
}
