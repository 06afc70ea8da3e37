/// Recovers the outline of a document from its numbering.
///
/// ```
/// lines ─MarkerScanner▶ candidates ─ContentsList, MarkdownHeadings▶ ─OutlineBuilder▶ placed points ─▶ Outline
/// ```
public enum OutlineReader {
  /// The outline of `source`. Never fails: a text without numbering is all preamble.
  public static func outline(of source: Source) -> Outline {
    source.bytes.withUnsafeBufferPointer { bytes in
      source.lineStarts.withUnsafeBufferPointer { starts in
        guard let base = bytes.baseAddress, let first = starts.baseAddress, source.lineCount > 0 else {
          return Outline(points: [OutlineAssembler.preamble])
        }
        let text = FoldedText(base: base, count: bytes.count)
        var pass = OutlinePass(text: text, lines: Lines(starts: first, count: source.lineCount, text: text))
        return pass.run()
      }
    }
  }
}
