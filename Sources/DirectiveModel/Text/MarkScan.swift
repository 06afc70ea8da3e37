import CTextScan

/// Finds the next of a few punctuation marks, 32 places at a time.
struct MarkScan: @unchecked Sendable {
  // Made once and never freed, so that looking through a short text copies nothing.
  private let scan: UnsafeMutablePointer<mark_scan>

  /// Marks of ASCII and of three bytes in UTF-8, at most eight kinds of them as `mark_scan.h` counts.
  init(_ marks: String) {
    scan = .allocate(capacity: 1)
    scan.initialize(to: mark_scan())
    for mark in marks.unicodeScalars { mark_scan_add(scan, Array(String(mark).utf8), String(mark).utf8.count) }
  }

  /// The first index from `index` on at which a mark stands, or a character that resembles one in its bytes; `limit`
  /// where there is none.
  @inline(__always)
  func next(in text: FoldedText, from index: Int, before limit: Int) -> Int {
    index < limit ? mark_scan_next(scan, text.base, index, limit, text.count) : limit
  }
}
