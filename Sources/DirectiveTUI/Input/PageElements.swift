/// HTML's elements for what stands around an article, of which pandoc keeps only the contents: made containers with a
/// class of that name, so that they can be told apart afterwards.
enum PageElements {
  private static let names = ["nav", "aside", "footer", "article"]

  static func marked(_ html: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(html.count + 256)
    var index = 0
    while index < html.count {
      if html[index] == UInt8(ascii: "<"), let tag = tag(in: html, at: index) {
        result += tag.replacement
        index = tag.end
      } else {
        result.append(html[index])
        index += 1
      }
    }
    return result
  }

  /// The beginning of a tag of one of these elements: what stands for it, and where the rest of the tag begins.
  private static func tag(in html: [UInt8], at start: Int) -> (replacement: [UInt8], end: Int)? {
    let isEnd = start + 1 < html.count && html[start + 1] == UInt8(ascii: "/")
    let nameStart = start + (isEnd ? 2 : 1)
    for name in names {
      let end = nameStart + name.utf8.count
      guard end < html.count, zip(html[nameStart..<end], name.utf8).allSatisfy({ $0 | 0x20 == $1 }) else { continue }
      guard [0x20, 0x09, 0x0A, 0x0D, 0x2F, 0x3E].contains(html[end]) else { continue }
      return (Array((isEnd ? "</div" : "<div class=\"html-\(name)\"").utf8), end)
    }
    return nil
  }
}
