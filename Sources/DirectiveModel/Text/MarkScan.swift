import CTextScan

/// Finds the next of a few marks, 32 places at a time: punctuation, or words by their first three bytes.
struct MarkScan: @unchecked Sendable {
  // Made once and never freed, so that looking through a short text copies nothing.
  private let scan: UnsafeMutablePointer<mark_scan>

  /// Marks of one character each, of ASCII or of three bytes in UTF-8.
  init(_ marks: String) { self.init(marks.unicodeScalars.map(String.init)) }

  /// Marks, letters in both cases, that begin with ASCII or with a character of three bytes; at most eight kinds of
  /// each, as `mark_scan.h` counts.
  init(_ marks: [String]) {
    scan = .allocate(capacity: 1)
    scan.initialize(to: mark_scan())
    for mark in marks { mark_scan_add(scan, Array(mark.utf8), mark.utf8.count) }
  }

  /// The first index from `index` on at which a mark stands, or what resembles one in its bytes; `limit` where there is
  /// none.
  @inline(__always)
  func next(in text: FoldedText, from index: Int, before limit: Int) -> Int {
    index < limit ? mark_scan_next(scan, text.base, index, limit, text.count) : limit
  }
}
