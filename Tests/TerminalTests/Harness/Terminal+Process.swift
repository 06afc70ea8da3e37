import Foundation

/// What the system tells of the program that runs in a terminal (proc(5)).
extension Terminal {
  /// Processor time that the running program has taken, in clock ticks: hundredths of a second.
  var processorTime: Int {
    let status = (try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)) ?? ""
    let fields = status[(status.lastIndex(of: ")") ?? status.startIndex)...].split(separator: " ")
    return fields.dropFirst(12).prefix(2).compactMap { Int($0) }.reduce(0, +)
  }

  /// How often the running program has written anything; nil where the kernel does not count that.
  var writes: Int? {
    let counts = try? String(contentsOfFile: "/proc/\(process)/io", encoding: .utf8)
    let count = counts?.split(separator: "\n").first { $0.hasPrefix("syscw: ") }
    return count.flatMap { Int($0.dropFirst("syscw: ".count)) }
  }

  /// How many threads the running program has.
  var threadCount: Int { Self.threads(of: process).count }

  /// Whether the program, or the one that a shell has in the foreground, sleeps with all its threads.
  var isAtRest: Bool {
    [process, pseudoTerminal.foregroundGroup ?? process].allSatisfy { process in
      Self.threads(of: process).allSatisfy {
        ["S", "T", "Z"].contains(Self.state(of: "\(process)/task/\($0)") ?? "Z")
      }
    }
  }

  private static func threads(of process: pid_t) -> [String] {
    (try? FileManager.default.contentsOfDirectory(atPath: "/proc/\(process)/task")) ?? []
  }

  /// The state of a process or thread as proc(5) has it, such as `R` for one that runs; nil when it is gone.
  private static func state(of path: String) -> Character? {
    let status = try? String(contentsOfFile: "/proc/\(path)/stat", encoding: .utf8)
    return status.flatMap { status in status.lastIndex(of: ")").flatMap { status[$0...].dropFirst(2).first } }
  }
}
