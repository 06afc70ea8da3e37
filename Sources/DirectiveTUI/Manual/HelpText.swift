/// What `--help` prints for a command, taken apart again: the manual is made of it.
///
/// It has to be printed so wide that nothing is wrapped: then each option is a line, its name and its help two or more
/// blanks apart, or the help on the next line where the name is long.
struct HelpText {
  struct Item: Equatable {
    let label: String
    var text: String
  }

  /// Paragraphs.
  private(set) var overview: [String] = []
  private(set) var usage = ""
  private(set) var groups: [(title: String, items: [Item])] = []

  init(_ help: String) {
    var isOverview = true
    for line in help.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("OVERVIEW: ") {
        overview.append(String(line.dropFirst(10)))
      } else if line.hasPrefix("USAGE: ") {
        isOverview = false
        usage = String(line.dropFirst(7))
      } else if isOverview {
        if !line.isEmpty { overview.append(String(line)) }
      } else if !line.hasPrefix(" "), line.hasSuffix(":") {
        groups.append((String(line.dropLast()), []))
      } else if !groups.isEmpty, line.hasPrefix("  ") {
        take(line)
      }
    }
  }

  private mutating func take(_ line: Substring) {
    let group = groups.count - 1
    let content = line.drop { $0 == " " }
    if line.count - content.count > Self.indent {
      guard !groups[group].items.isEmpty else { return }
      let item = groups[group].items.count - 1
      groups[group].items[item].text += (groups[group].items[item].text.isEmpty ? "" : " ") + content
      return
    }
    let label = Self.label(of: content)
    groups[group].items.append(
      Item(label: String(label), text: String(content.dropFirst(label.count).drop { $0 == " " })))
  }

  /// What stands before two blanks.
  private static func label(of line: Substring) -> Substring {
    var end = line.startIndex
    while end < line.endIndex {
      let next = line.index(after: end)
      if line[end] == " ", next < line.endIndex, line[next] == " " { return line[..<end] }
      end = next
    }
    return line
  }

  private static let indent = 2
}
