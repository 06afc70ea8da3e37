import ArgumentParser
import Glibc

/// When output is coloured.
enum ColorChoice: String, ExpressibleByArgument, CaseIterable {
  /// On a terminal that has colours, unless `NO_COLOR` is set (no-color.org).
  case auto
  case always, never

  func applies(to descriptor: Int32) -> Bool {
    switch self {
    case .always: true
    case .never: false
    case .auto:
      isatty(descriptor) != 0 && (Environment.value("NO_COLOR") ?? "").isEmpty
        && !["", "dumb"].contains(Environment.value("TERM") ?? "")
    }
  }
}
