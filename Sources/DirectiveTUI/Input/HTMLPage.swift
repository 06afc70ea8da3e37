import DirectiveModel

extension InputFormat {
  /// The article of a page, without the site's navigation: `PandocText` chooses it.
  static let html = InputFormat("html", "HTML", endings: ["html", "htm", "xhtml", "shtml"], conversion: conversion) {
    bytes in
    var head = bytes.prefix(4096).drop { $0 <= 0x20 || $0 == 0xEF || $0 == 0xBB || $0 == 0xBF }
    while head.starts(with: "<!--".utf8) || head.starts(with: "<?xml".utf8) {
      guard let end = head.firstIndex(of: UInt8(ascii: ">")) else { return false }
      head = head[(end + 1)...].drop { $0 <= 0x20 }
    }
    guard head.first == UInt8(ascii: "<") else { return false }
    let start = String(decoding: head.prefix(64), as: UTF8.self).lowercased()
    return ["<!doctype html", "<html", "<head", "<body"].contains { start.hasPrefix($0) }
  }

  /// pandoc reads UTF-8 alone, so a page is decoded first.
  private static var conversion: Conversion {
    var conversion = Conversion.pandoc(from: "html-native_spans-raw_html")
    conversion.prepare = { bytes, encoding throws(Problem) in
      let declared = encoding ?? declaredEncoding(bytes)
      do throws(Unreadable) {
        var source = try Decoder.source(from: bytes, encoding: declared)
        if encoding == nil, declared != nil, source.decoding.damagedCount > 0 {  // the page does not know itself
          source = try Decoder.source(from: bytes)
        }
        return (PageElements.marked(Array(source.bytes)), source.decoding)
      } catch {
        throw Problem("", .unreadable(error))
      }
    }
    return conversion
  }

  /// What the page says of its encoding: `<meta charset="gb2312">`, in the first 2 KiB. nil where it is Unicode.
  private static func declaredEncoding(_ bytes: TextBytes) -> TextEncoding? {
    let head = String(decoding: bytes.prefix(2048), as: UTF8.self).lowercased()
    var words = head[...]
    while let at = words.firstRange(of: "charset=") {
      let rest = words[at.upperBound...]
      let name = rest.drop { $0 == "\"" || $0 == "'" }.prefix {
        $0.isASCII && ($0.isLetter || $0.isNumber || "-_".contains($0))
      }
      if let encoding = TextEncoding(named: String(name)) { return encoding.name.hasPrefix("UTF") ? nil : encoding }
      words = rest
    }
    return nil
  }
}
