import Glibc

/// The ways to a clipboard, and what came of trying them.
struct Clipboard {
  /// One way to it.
  enum Way: Equatable {
    /// A program that takes the text on its standard input.
    case program([String])
    /// The terminal itself, by OSC 52, wrapped for what stands between.
    case terminal(Wrapping)
  }

  /// What an escape sequence must be wrapped in to get through.
  enum Wrapping: Equatable {
    case none, tmux, screen
  }

  enum Outcome: Equatable {
    /// It was sent that way.
    case copied(by: String)
    /// The only way takes no more than so many bytes.
    case tooLarge(limit: Int)
    case noWay
  }

  let ways: [Way]

  /// Over ssh, the terminal is asked before programs, which would reach the clipboard of the wrong machine.
  init(environment: (String) -> String?, hasProgram: (String) -> Bool) {
    func isSet(_ name: String) -> Bool { environment(name)?.isEmpty == false }
    var programs: [Way] = []
    if isSet("WAYLAND_DISPLAY"), hasProgram("wl-copy") { programs.append(.program(["wl-copy"])) }
    if isSet("DISPLAY") {
      if hasProgram("xclip") { programs.append(.program(["xclip", "-selection", "clipboard"])) }
      if hasProgram("xsel") { programs.append(.program(["xsel", "--clipboard", "--input"])) }
    }
    if hasProgram("pbcopy") { programs.append(.program(["pbcopy"])) }
    var terminal: [Way] = []
    if isSet("TMUX") {
      // The second word makes tmux pass it on to the clipboard of its own terminal.
      if hasProgram("tmux") { terminal += [.program(["tmux", "load-buffer", "-w", "-"])] }
      terminal.append(.terminal(.tmux))
    } else if isSet("STY") {
      terminal.append(.terminal(.screen))
    } else if Self.takesSequence(environment) {
      terminal.append(.terminal(.none))
    }
    ways = isSet("SSH_TTY") || isSet("SSH_CONNECTION") ? terminal + programs : programs + terminal
  }

  /// Whether the terminal may know OSC 52. The Linux console, hardware terminals, those built on VTE and Apple's do not.
  private static func takesSequence(_ environment: (String) -> String?) -> Bool {
    let name = environment("TERM") ?? ""
    let lacksIt = name.isEmpty || ["dumb", "linux", "vt", "cons", "ansi"].contains { name.hasPrefix($0) }
    return !lacksIt && environment("VTE_VERSION") == nil && environment("TERM_PROGRAM") != "Apple_Terminal"
  }

  /// Copies text by the first way that takes it. `run` runs a program with its input and says whether it went well;
  /// `send` sends a sequence to the terminal.
  func copy(_ bytes: [UInt8], run: ([String], [UInt8]) -> Bool, send: ([UInt8]) -> Bool) -> Outcome {
    var limit: Int?
    for way in ways {
      switch way {
      case .program(let words):
        if run(words, bytes) { return .copied(by: words[0]) }
      case .terminal(let wrapping):
        guard bytes.count <= Self.terminalLimit else {
          limit = Self.terminalLimit
          continue
        }
        if send(Self.sequence(for: bytes, wrapping)) { return .copied(by: "OSC 52") }
      }
    }
    return limit.map { .tooLarge(limit: $0) } ?? .noWay
  }

  /// Bytes: three quarters of the 74994 that a sequence may hold in xterm and others.
  static let terminalLimit = 56_000

  // MARK: - OSC 52

  /// The sequence that sets the clipboard (xterm's ctlseqs, “Manipulate Selection Data”). Base64 holds nothing that
  /// could end it.
  static func sequence(for bytes: [UInt8], _ wrapping: Wrapping) -> [UInt8] {
    let sequence = Array("\u{1B}]52;c;".utf8) + base64(bytes) + [0x07]
    switch wrapping {
    case .none: return sequence
    case .tmux: return Array("\u{1B}Ptmux;\u{1B}".utf8) + sequence + Array("\u{1B}\\".utf8)
    case .screen:
      // GNU screen takes at most 768 bytes in one string of its own.
      return stride(from: 0, to: sequence.count, by: 700).flatMap { start in
        Array("\u{1B}P".utf8) + sequence[start..<min(start + 700, sequence.count)] + Array("\u{1B}\\".utf8)
      }
    }
  }

  /// RFC 4648, section 4.
  static func base64(_ bytes: [UInt8]) -> [UInt8] {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var result: [UInt8] = []
    result.reserveCapacity((bytes.count + 2) / 3 * 4)
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      let bits = group.enumerated().reduce(0) { $0 | Int($1.element) << (16 - 8 * $1.offset) }
      for digit in 0..<4 {
        result.append(digit <= group.count ? alphabet[bits >> (18 - 6 * digit) & 63] : UInt8(ascii: "="))
      }
    }
    return result
  }
}

extension Clipboard {
  /// The clipboard of the world that the program runs in.
  static var ofThisMachine: Clipboard {
    Clipboard(environment: Environment.value, hasProgram: Environment.hasProgram)
  }

  /// Copies, with programs that get two seconds: they stay behind, and only their first process is waited for.
  func copy(_ bytes: [UInt8], send: ([UInt8]) -> Bool) -> Outcome {
    copy(
      bytes,
      run: { words, input in
        let outcome = try? HelperProcess(arguments: words, input: input, patience: 2000).run()
        return outcome?.status == 0
      }, send: send)
  }
}
