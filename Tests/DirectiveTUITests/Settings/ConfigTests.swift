import DirectiveModel
import Testing

@testable import DirectiveTUI

@Suite struct ConfigTests {
  private func read(_ text: String) -> Config {
    var config = Config(settings: Settings())
    config.take(text, from: "config")
    return config
  }

  @Test(arguments: [
    (["HOME": "/home/a"], "/home/a/.config/directives/config"),
    (["HOME": "/h", "XDG_CONFIG_HOME": "/c"], "/c/directives/config"),
    (["HOME": "/h", "XDG_CONFIG_HOME": "c"], "/h/.config/directives/config"), ([:], nil),
  ])
  func standsWhereXDGSays(variables: [String: String], path: String?) {
    #expect(Config.path { variables[$0] } == path)
  }

  @Test func readsSettingsAndKeys() {
    let config = read(
      "\u{FEFF}# mine\n\ntheme = light\r\n  wrap=off\nambiguous-width = 2\nkey F3 = next-match\nkey  j  =  previous-row\n"
    )
    #expect(config.problems.isEmpty, "\(config.problems)")
    #expect(config.settings.theme == .light)
    #expect(!config.settings.wraps)
    #expect(config.settings.ambiguousWidth == 2)
    #expect(config.bindings.action(for: [.function(3)], in: .text) == .action(.repeatSearch(reversed: false)))
    #expect(config.bindings.action(for: [.character("j")], in: .text) == .action(.moveRows(-1)))
    #expect(config.bindings.action(for: [.down], in: .text) == .action(.moveRows(1)))
  }

  @Test func tellsABadLineByItsNumberAndUsesTheRest() {
    let config = read("theme = purple\nwrap = off\nnonsense\nkey x = jump\nkey 3 = quit\ncolour = red\nmouse = on")
    #expect(
      config.problems.map(\.description) == [
        "config:1: theme is one of auto dark light high-contrast mono, not purple",
        "config:3: no setting: name = value is needed",
        "config:4: no action is called jump; directives keys lists them",
        "config:5: 3: digits are counts and addresses", "config:6: no setting is called colour",
      ])
    #expect(!config.settings.wraps && config.settings.usesMouse)
    let session = Session(sample, columns: 120, config: "theme = purple\nfoo = 1")
    #expect(
      session.status == "config:1: theme is one of auto dark light high-contrast mono, not purple (and 1 more)")
    let chinese = Session(sample, columns: 120, language: .chinese, config: "foo = 1\nbar = 2")
    #expect(chinese.status == "config:1：没有名为 foo 的设置（另有 1 处）")
  }

  @Test func rebindsInTheReaderToo() {
    var session = Session(
      sample, config: "key ß = quit\nkey q = none\nkey Space = next-row\nkey gg = bottom\nkey = = help")
    session.press("q")
    #expect(session.effects == [.bell])
    session.press("<Space>")
    #expect(session.place == "1")
    session.press("gg")
    #expect(session.place == "closing")
    session.press("=")
    #expect(session.line(1) == " Moving")
    session.press("<Esc>ß")
    #expect(session.effects.last == .quit)
  }

  @Test func printsWhatHasChanged() {
    let lines = "key j = none\nkey F3 = next-match"
    #expect(read(lines).bindings.changes == ["key j = none", "key F3 = next-match"])
    #expect(KeyBindings().changes.isEmpty)
  }

  @Test func theExampleIsAllTakenAndChangesNothing() {
    let example = ConfigCommand.exampleFile
    let config = read(
      example.split(separator: "\n").map { line in
        line.hasPrefix("#") && !line.hasPrefix("# ") ? String(line.dropFirst()) : String(line)
      }.joined(separator: "\n"))
    #expect(config.problems.isEmpty, "\(config.problems)")
    #expect(config.settings == Settings())
    #expect(config.bindings.changes.isEmpty)
    for setting in Setting.table { #expect(example.contains("#\(setting.name) = ")) }
  }

  @Test func everyActionHasAName() {
    let names = KeyBindings.table.flatMap(\.rows).map(\.name)
    #expect(Set(names).count == names.count)
  }
}
