import Glibc
import Testing

@testable import DirectiveTUI

@Suite struct ThemeTests {
  private let names = ThemeName.allCases

  /// What is left of a look without its colours.
  private func withoutColors(_ look: Look) -> Look {
    var look = look
    (look.foreground, look.background) = (nil, nil)
    return look
  }

  @Test func nothingIsSaidByColourAlone() {
    let neighbours: [[Role]] = [
      [.text, .match, .currentMatch, .heading], [.text, .selected, .selectedElsewhere], [.message, .failure, .status],
    ]
    for name in names {
      let theme = Theme(name) { _ in nil }
      for roles in neighbours {
        let looks = roles.map { withoutColors(theme.look(of: $0)) }
        for (index, look) in looks.enumerated() {
          #expect(!looks.dropFirst(index + 1).contains(look), "\(name): \(roles[index])")
        }
      }
    }
  }

  @Test func monoHasNoColours() {
    let theme = Theme(.mono) { _ in "15;0" }
    for role in Role.allCases { #expect(theme.look(of: role) == withoutColors(theme.look(of: role))) }
  }

  @Test func followsTheTerminalsBackground() {
    #expect(Theme(.automatic) { $0 == "COLORFGBG" ? "0;15" : nil }.name == .light)
    #expect(Theme(.automatic) { $0 == "COLORFGBG" ? "15;0" : nil }.name == .dark)
    #expect(Theme(.automatic) { $0 == "TERM" ? "linux" : nil }.name == .dark)
    #expect(Theme(.automatic) { _ in nil }.name == .automatic)
    #expect(Theme(.dark) { _ in "0;15" }.name == .dark)
  }

  /// By the contrast of WCAG 2.1, of which 3 is the least for large text, and 4.5 for all.
  @Test(arguments: [
    (ThemeName.dark, [0x000000, 0x1B1E23]), (.light, [0xFFFFFF, 0xFBFBF9]), (.automatic, [0x000000, 0xFFFFFF]),
  ])
  func isLegible(_ name: ThemeName, on backgrounds: [Int]) {
    let theme = Theme(name) { _ in nil }
    for role in Role.allCases {
      let look = theme.look(of: role)
      guard let foreground = look.foreground else { continue }
      for background in look.background.map({ [$0.rgb] }) ?? backgrounds {
        #expect(contrast(foreground.rgb, background) >= 4, "\(role)")
      }
    }
  }

  private func contrast(_ one: Int, _ other: Int) -> Double {
    let (one, other) = (luminance(one), luminance(other))
    return (max(one, other) + 0.05) / (min(one, other) + 0.05)
  }

  private func luminance(_ color: Int) -> Double {
    func part(_ shift: Int) -> Double {
      let value = Double(color >> shift & 0xFF) / 255
      return value <= 0.03928 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * part(16) + 0.7152 * part(8) + 0.0722 * part(0)
  }

  @Test func drawsEveryCellOfTheHighContrastTheme() {
    let theme = Theme(.highContrast) { _ in nil }
    for role in Role.allCases {
      let look = theme.look(of: role)
      #expect(look.foreground != nil && look.background != nil && !look.faint, "\(role)")
    }
  }

  @Test(arguments: [(8, 3), (16, 11), (256, 226), (1 << 24, 0xFFFF00)])
  func hasEveryColourInWhatTheTerminalOffers(colors: Int, number: Int) {
    #expect(Color(ansi: 11, rgb: 0xFFFF00).number(of: colors) == number)
  }

  @Test func wantsNoColourWhereNoneIsWanted() {
    #expect(!Theme.wantsColor { $0 == "NO_COLOR" ? "1" : nil })
    #expect(Theme.wantsColor { _ in "" })
  }
}
