import Testing

@testable import DirectiveTUI

@Suite struct ClipboardTests {
  @Test func showsWhatCouldActAsSigns() {
    let text = "a\u{1B}]0;x\u{07}\u{0}\u{9B}\u{202E}\u{7F}b\tc\r\n\u{3000}第\u{AD}二\u{200D}\n"
    let (bytes, signs) = Array(text.utf8).withSigns()
    #expect(String(decoding: bytes, as: UTF8.self) == "a␛]0;x␇␀<009B><202E>␡b\tc\r\n\u{3000}第\u{AD}二\u{200D}\n")
    #expect(signs == 6)
  }

  private let all: Set = ["wl-copy", "xclip", "xsel", "tmux"]

  private func clipboard(_ environment: [String: String], _ programs: Set<String>) -> Clipboard {
    Clipboard(environment: { environment[$0] }, hasProgram: programs.contains)
  }

  @Test(
    arguments: [
      (["TERM": "xterm"], [.terminal(.none)]), (["TERM": "xterm", "VTE_VERSION": "7000"], []), (["TERM": "linux"], []),
      ([:], []),
      (
        ["TERM": "xterm", "DISPLAY": ":0"],
        [
          .program(["xclip", "-selection", "clipboard"]), .program(["xsel", "--clipboard", "--input"]),
          .terminal(.none),
        ]
      ),
      (["TERM": "foot", "WAYLAND_DISPLAY": "wayland-0"], [.program(["wl-copy"]), .terminal(.none)]),
      (["TERM": "xterm", "WAYLAND_DISPLAY": "w", "SSH_TTY": "/dev/pts/1"], [.terminal(.none), .program(["wl-copy"])]),
      (
        ["TERM": "tmux-256color", "TMUX": "/tmp/t,1,0"],
        [
          .program(["tmux", "load-buffer", "-w", "-"]), .terminal(.tmux),
        ]
      ),
      (["TERM": "screen", "STY": "1.pts"], [.terminal(.screen)]),
    ] as [([String: String], [Clipboard.Way])])
  func knowsTheWays(environment: [String: String], ways: [Clipboard.Way]) {
    #expect(clipboard(environment, all).ways == ways)
  }

  @Test("Only what was sent is called copied") func triesOneWayAfterTheOther() {
    let clipboard = clipboard(["TERM": "xterm", "DISPLAY": ":0"], all)
    var tried: [String] = []
    let outcome = clipboard.copy(
      Array("text".utf8),
      run: { words, input in
        tried.append(words[0])
        #expect(input == Array("text".utf8))
        return false
      },
      send: { sequence in
        tried.append("terminal")
        #expect(sequence == Array("\u{1B}]52;c;dGV4dA==\u{7}".utf8))
        return true
      })
    #expect(tried == ["xclip", "xsel", "terminal"])
    #expect(outcome == .copied(by: "OSC 52"))
  }

  @Test("What is too large to copy is not called copied") func refusesWhatIsTooLarge() {
    let large = [UInt8](repeating: 65, count: Clipboard.terminalLimit + 1)
    let outcome = clipboard(["TERM": "xterm"], []).copy(large, run: { _, _ in false }, send: { _ in true })
    #expect(outcome == .tooLarge(limit: Clipboard.terminalLimit))
    #expect(clipboard(["TERM": "dumb"], []).copy([65], run: { _, _ in true }, send: { _ in true }) == .noWay)
    #expect(Clipboard.sequence(for: Array(large.dropLast()), .none).count < 74_994)
  }

  @Test("A copy goes through tmux and screen") func wrapsTheSequence() {
    #expect(Clipboard.sequence(for: [65], .tmux) == Array("\u{1B}Ptmux;\u{1B}\u{1B}]52;c;QQ==\u{7}\u{1B}\\".utf8))
    let long = Clipboard.sequence(for: [UInt8](repeating: 0, count: 2000), .screen)
    #expect(long.split(separator: 0x5C).allSatisfy { $0.count <= 768 })
  }

  @Test(arguments: [
    ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("fooba", "Zm9vYmE="),
  ])
  func encodes(text: String, base64: String) {
    #expect(Clipboard.base64(Array(text.utf8)) == Array(base64.utf8))
  }
}

@Suite struct EditorTests {
  private func arguments(_ command: String?, _ file: String = "a.txt") -> [String]? {
    Editor(environment: { $0 == "EDITOR" ? command : nil })?.arguments(file: file, line: 12)
  }

  @Test(arguments: [
    (nil, ["vi", "+12", "a.txt"]), ("nano -w", ["nano", "-w", "+12", "a.txt"]),
    ("/usr/bin/hx", ["/usr/bin/hx", "a.txt:12"]),
    ("code --wait", ["code", "--wait", "--goto", "a.txt:12"]),
    ("'my editor' \"-x y\"", ["my editor", "-x y", "a.txt"]),
    ("", ["vi", "+12", "a.txt"]),
  ])
  func opensAtTheLine(command: String?, expected: [String]) {
    #expect(arguments(command) == expected)
  }

  @Test func keepsFileNamesFromBeingOptions() {
    #expect(arguments("vi", "-R") == ["vi", "+12", "./-R"])
  }

  @Test(arguments: ["vi 'unclosed", "vi \\", "   "]) func refusesWhatIsNoCommand(command: String) {
    #expect(arguments(command) == nil)
  }

  @Test(arguments: [
    ("a b", ["a", "b"]), ("  a   'b c'd ", ["a", "b cd"]), ("\"a\\\"b\" c\\ d", ["a\"b", "c d"]), ("''", [""]),
    ("", []),
    ("\"\\n\" $HOME", ["\\n", "$HOME"]),
  ])
  func splitsWords(text: String, words: [String]) {
    #expect(ShellWords.split(text) == words)
  }
}
