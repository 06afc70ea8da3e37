/// How a role looks: attributes, and colours by number (-1 for the terminal's own).
struct Look: Equatable, Sendable {
  var bold = false
  var faint = false
  var reverse = false
  var underline = false
  var foreground: Int16 = -1
  var background: Int16 = -1
}

/// The look of every role. No role is told from another by colour alone.
struct Theme: Sendable {
  /// Whether the terminal has colours and they are wanted.
  let usesColor: Bool
  /// Whether the terminal says that its background is light.
  let isLight: Bool

  func look(of role: Role) -> Look {
    var look = plainLook(of: role)
    guard usesColor else { return look }
    let (black, green, yellow, blue, magenta, cyan, red): (Int16, Int16, Int16, Int16, Int16, Int16, Int16) =
      (0, 2, 3, 4, 5, 6, 1)
    switch role {
    case .marker: look.foreground = isLight ? blue : cyan
    case .symbol: look.foreground = magenta
    case .match: (look.foreground, look.background, look.underline) = (black, yellow, false)
    case .currentMatch: (look.foreground, look.background, look.reverse) = (black, green, false)
    case .failure: look.foreground = red
    case .breadcrumb: look.foreground = isLight ? blue : cyan
    case .text, .heading, .faint, .selected, .selectedElsewhere, .titleBar, .border, .scrollBar, .status, .message,
      .prompt:
      break
    }
    return look
  }

  private func plainLook(of role: Role) -> Look {
    switch role {
    case .text, .prompt: Look()
    case .heading, .marker, .breadcrumb, .message, .selectedElsewhere: Look(bold: true)
    case .faint, .border, .scrollBar: Look(faint: true)
    case .symbol, .match: Look(underline: true)
    case .currentMatch: Look(bold: true, reverse: true, underline: true)
    case .selected, .titleBar, .status: Look(reverse: true)
    case .failure: Look(bold: true, reverse: true)
    }
  }
}

extension Theme {
  /// Whether nobody has asked for no colours: `NO_COLOR` (no-color.org) is unset or empty.
  static func wantsColor(_ environment: (String) -> String?) -> Bool {
    (environment("NO_COLOR") ?? "").isEmpty
  }

  /// The theme that suits the terminal and its environment.
  init(colors: Int, environment: (String) -> String?) {
    usesColor = colors >= 8 && Self.wantsColor(environment)
    let background = environment("COLORFGBG")?.split(separator: ";").last.flatMap { Int($0) }
    isLight = background.map { $0 == 7 || $0 >= 9 } ?? false
  }
}
