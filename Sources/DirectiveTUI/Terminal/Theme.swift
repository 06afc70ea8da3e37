/// A colour: by its number among the sixteen of ANSI, and as red, green and blue where a terminal has more.
struct Color: Hashable, Sendable {
  let ansi: Int
  let rgb: Int

  static let black = Color(ansi: 0, rgb: 0x000000)
  static let white = Color(ansi: 15, rgb: 0xFFFFFF)

  /// Its number for a terminal of so many colours.
  func number(of colors: Int) -> Int {
    switch colors {
    case ..<16: ansi % 8
    case ..<256: ansi
    case ..<(1 << 24): 16 + 36 * cube(rgb >> 16 & 0xFF) + 6 * cube(rgb >> 8 & 0xFF) + cube(rgb & 0xFF)
    default: rgb < 8 ? ansi % 8 : rgb  // below 8 a direct colour is one of ANSI's (terminfo's xterm-direct)
    }
  }

  /// The nearest of the six steps of the cube of 256 colours: 0, 95, 135, 175, 215, 255.
  private func cube(_ value: Int) -> Int { value < 48 ? 0 : value < 115 ? 1 : (value - 35) / 40 }
}

/// How a role looks: attributes and colours; nil for the terminal's own.
struct Look: Equatable, Sendable {
  var bold = false
  var faint = false
  var reverse = false
  var underline = false
  var foreground: Color?
  var background: Color?
}

enum ThemeName: String, CaseIterable, Sendable {
  case automatic = "auto"
  case dark, light
  case highContrast = "high-contrast"
  case mono
}

/// The look of every role. Attributes alone tell every role from its neighbours; colours only help.
struct Theme: Equatable, Sendable {
  let name: ThemeName

  /// The theme of that name; in place of the automatic one that of the terminal's background, where it tells
  /// (`COLORFGBG`).
  init(_ name: ThemeName, environment: (String) -> String?) {
    let told = environment("COLORFGBG")?.split(separator: ";").last.flatMap { Int($0) }
    let background = environment("TERM") == "linux" ? 0 : told
    self.name = name != .automatic ? name : background.map { $0 == 7 || $0 >= 9 ? .light : .dark } ?? .automatic
  }

  /// Whether nobody has asked for no colours: `NO_COLOR` (no-color.org) is unset or empty.
  static func wantsColor(_ environment: (String) -> String?) -> Bool {
    (environment("NO_COLOR") ?? "").isEmpty
  }

  func look(of role: Role) -> Look {
    var look = attributes(of: role)
    switch name {
    case .mono: break
    case .automatic: (look.foreground, look.background) = middleColors(of: role)
    case .dark: (look.foreground, look.background) = darkColors(of: role)
    case .light: (look.foreground, look.background) = lightColors(of: role)
    case .highContrast:
      look.faint = false
      (look.foreground, look.background) = strongColors(of: role)
    }
    if look.background != nil, role == .currentMatch || role == .currentReference { look.reverse = false }
    return look
  }

  private func attributes(of role: Role) -> Look {
    switch role {
    case .text, .prompt: Look()
    case .heading, .marker, .breadcrumb, .message, .selectedElsewhere: Look(bold: true)
    case .faint, .border, .scrollBar: Look(faint: true)
    case .symbol, .match, .reference: Look(underline: true)
    case .currentMatch, .currentReference: Look(bold: true, reverse: true, underline: true)
    case .selected, .titleBar, .status: Look(reverse: true)
    case .failure: Look(bold: true, reverse: true)
    }
  }

  private typealias Colors = (foreground: Color?, background: Color?)

  private func darkColors(of role: Role) -> Colors {
    switch role {
    case .marker, .breadcrumb, .reference: (Color(ansi: 6, rgb: 0x7FC8D8), nil)
    case .symbol: (Color(ansi: 5, rgb: 0xD7A0E0), nil)
    case .match: (.black, Color(ansi: 3, rgb: 0xE5C158))
    case .currentMatch, .currentReference: (.black, Color(ansi: 2, rgb: 0x9BD65A))
    case .failure: (Color(ansi: 1, rgb: 0xFF8783), nil)
    default: (nil, nil)
    }
  }

  private func lightColors(of role: Role) -> Colors {
    switch role {
    case .marker, .breadcrumb, .reference: (Color(ansi: 4, rgb: 0x005FAF), nil)
    case .symbol: (Color(ansi: 5, rgb: 0x8700AF), nil)
    case .match: (.black, Color(ansi: 3, rgb: 0xFFE97A))
    case .currentMatch, .currentReference: (.black, Color(ansi: 2, rgb: 0x9BE37A))
    case .failure: (Color(ansi: 1, rgb: 0xAF0000), nil)
    default: (nil, nil)
    }
  }

  /// Where nothing tells the background: legible on black and on white.
  private func middleColors(of role: Role) -> Colors {
    switch role {
    case .marker, .breadcrumb, .reference: (Color(ansi: 5, rgb: 0x0087AF), nil)
    case .symbol: (Color(ansi: 5, rgb: 0xAF5FAF), nil)
    case .failure: (Color(ansi: 1, rgb: 0xD7005F), nil)
    default: darkColors(of: role)
    }
  }

  private func strongColors(of role: Role) -> Colors {
    switch role {
    case .marker, .breadcrumb, .reference: (Color(ansi: 11, rgb: 0xFFFF00), .black)
    case .symbol: (Color(ansi: 14, rgb: 0x00FFFF), .black)
    case .match: (.black, Color(ansi: 11, rgb: 0xFFFF00))
    case .currentMatch, .currentReference: (.black, .white)
    case .text, .heading, .faint, .selected, .selectedElsewhere, .titleBar, .border, .scrollBar, .status,
      .message, .failure, .prompt:
      (.white, .black)
    }
  }
}
