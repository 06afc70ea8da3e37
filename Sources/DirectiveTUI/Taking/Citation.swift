import DirectiveModel

/// Where a text comes from, in one line, in the manner of the document's language.
struct Citation {
  /// `Notice on the reading room, 2 May 2021, 2.1 and 2.3, lines 41-43 and 50`, or
  /// `《图书馆条例》（2021年5月2日）第九条（2.1）、第十一条（2.3），第 41—43、50 行`.
  let text: String

  init(of selection: Selection, in document: Document) {
    let source = document.source
    let lines = selection.text.map { Whitespace.trim($0, in: source) }.filter { !$0.isEmpty }.map { range in
      source.line(at: range.lowerBound)...source.line(at: range.upperBound - 1)
    }
    guard document.isChinese else {
      let addresses = Printout.addresses(of: selection, in: document)
      let parts: [String?] = [document.title, document.shownDate, addresses, Self.english(lines)]
      text = parts.compactMap { $0 }.joined(separator: ", ")
      return
    }
    let places = Printout.runs(of: selection, in: document).map { run in
      run.first == run.last
        ? Self.chinese(run.first, in: document)
        : "\(Self.chinese(run.first, in: document))至\(Self.chinese(run.last, in: document))"
    }
    text =
      (document.title.map(Self.chinese) ?? "") + (document.shownDate.map { "（\($0)）" } ?? "")
      + places.joined(separator: "、") + "，" + Self.chinese(lines)
  }

  /// A point of a document that may not be there any more; `line` is 0 where that is not known.
  init(title: String, address: String, marker: String, heading: String, line: Int) {
    let lines = line > 0 ? [line...line] : []
    if (title + heading).isChinese {
      text =
        Self.chinese(title) + (marker.isEmpty ? address : "\(marker)（\(address)）") + (line > 0 ? "，" : "")
        + Self.chinese(lines)
    } else {
      text = ([title, address, marker].filter { !$0.isEmpty } + (line > 0 ? [Self.english(lines)] : [])).joined(
        separator: ", ")
    }
  }

  private static func english(_ lines: [ClosedRange<Int>]) -> String {
    let isOne = lines.count == 1 && lines[0].count == 1
    return (isOne ? "line " : "lines ")
      + Printout.joined(lines.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)-\($0.upperBound)" })
  }

  private static func chinese(_ lines: [ClosedRange<Int>]) -> String {
    let spans = lines.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)—\($0.upperBound)" }
    return spans.isEmpty ? "" : "第 \(spans.joined(separator: "、")) 行"
  }

  /// A title between the marks of one; those of a title inside are single then.
  private static func chinese(_ title: String) -> String {
    "《\(String(title.map { $0 == "《" ? "〈" : $0 == "》" ? "〉" : $0 }))》"
  }

  /// Units by their own number: `第九条（2.1）`.
  private static func chinese(_ id: Int, in document: Document) -> String {
    let address = document.placeName(of: id, in: .chinese)
    return document.outline.points[id].isUnit ? "\(document.marker(of: id))（\(address)）" : address
  }
}

extension Document {
  /// Whether it is written in Chinese, as far as its title and its beginning tell.
  fileprivate var isChinese: Bool {
    let beginning = source.string(0..<min(source.bytes.count, 1 << 12))
    return beginning.isChinese && title?.isChinese ?? true
  }
}

extension String {
  /// Whether it holds Chinese characters, and neither kana nor Korean.
  fileprivate var isChinese: Bool {
    var holdsIdeograph = false
    for scalar in unicodeScalars {
      switch scalar.value {
      case 0x3041...0x30FF, 0xAC00...0xD7A3: return false
      default: holdsIdeograph = holdsIdeograph || scalar.properties.isIdeographic
      }
    }
    return holdsIdeograph
  }
}
