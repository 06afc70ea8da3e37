import DirectiveModel

extension FuzzTarget {
  private static let rules = Array("Rules\n\n1. Oil\n\nBackground\n\n2. Water\n\n(a) cold\n\n(b) warm\n\n1. Oil\n".utf8)

  /// A file of corrections, and after a NUL the document beside which it lies, which may be left out: the file is kept
  /// as it is, what it says is of lines that are there, the document loses nothing, and what is put right then holds.
  static func checkSidecar(_ bytes: [UInt8]) throws(Violation) {
    let parts = halves(of: bytes, at: 0)
    let text = String(decoding: parts?.first ?? bytes, as: UTF8.self)
    let source = Source(utf8: parts?.second ?? rules)
    var corrections = Corrections(text)
    try require(Corrections(corrections.text) == corrections, "what is written is read as it was")
    let lines = text.split(omittingEmptySubsequences: false) { ["\n", "\r\n", "\r"].contains($0) }
    try require(corrections.problems.allSatisfy { lines.indices.contains($0.line - 1) }, "problems name their lines")
    let (resolved, unmatched) = corrections.resolved(in: source)
    try require(resolved.keys.allSatisfy { (1...max(1, source.lineCount)).contains($0) }, "the lines are there")
    try require(resolved.count + unmatched.count <= corrections.all.count, "each says one thing")
    try require(resolved.isEmpty == (unmatched.count == corrections.all.count), "none is passed over in silence")
    let options = OutlineOptions(corrections: resolved)
    try checkPoints(of: Document(source: source, options: options))

    let line = 1 + bytes.count % max(1, source.lineCount)
    let isBlank = source.singleLine(source.line(line)).isEmpty
    guard source.lineCount > 0, !isBlank else { return }
    corrections.set(.level(2), line: line, of: source)
    let kept = Corrections(corrections.text).resolved(in: source).lines
    try require(kept[line] == .level(2), "what is put right holds")
  }
}
