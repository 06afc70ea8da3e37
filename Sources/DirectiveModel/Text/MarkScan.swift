import CTextScan

/// Finds the next of a few marks, 64 places at a time: characters, or words by their first three bytes.
struct MarkScan: @unchecked Sendable {
  // Made once and never freed, so that looking through a short text copies nothing.
  private let scan: UnsafeMutablePointer<mark_scan>

  /// Characters of one to three bytes in UTF-8; those of one text are a kind.
  init(_ kinds: String...) { self.init(kinds: kinds.map { $0.unicodeScalars.map { String($0) } }) }

  /// At most eight kinds of marks that begin with ASCII, letters in both cases, and as many of others. What mixes bytes
  /// of marks of one kind is found, too, so that a kind is best made of marks that differ in few bytes.
  init(kinds: [[String]]) {
    scan = .allocate(capacity: 1)
    scan.initialize(to: mark_scan())
    let (narrow, wide) = (kinds.filter { !Self.isWide($0) }, kinds.filter(Self.isWide))
    precondition(narrow.count <= 8 && wide.count <= 8, "at most eight kinds")
    for kinds in [narrow, wide] {
      for (kind, marks) in kinds.enumerated() {
        for mark in marks { mark_scan_add(scan, UInt32(kind), Array(mark.utf8), mark.utf8.count) }
      }
    }
  }

  private static func isWide(_ kind: [String]) -> Bool { kind.first?.utf8.first.map { $0 >= 0x80 } ?? false }

  /// The first index from `index` on at which a mark stands, or what resembles one in its bytes; `limit` where there is
  /// none.
  @inline(__always)
  func next(in text: FoldedText, from index: Int, before limit: Int) -> Int {
    index < limit ? mark_scan_next(scan, text.base, index, limit, text.count) : limit
  }
}
