/// Recovers the outline of a document from its numbering.
///
/// ```
/// lines ─MarkerScanner▶ ─CandidateCollection▶ candidates ─MarkdownHeadings, ContentsList▶ ─OutlineBuilder▶ placed points
///   ─PointMaker▶ Outline
/// ```
public enum OutlineReader {
  /// Makes the tables by which long texts are read, if they are not made: as much work as reading some thousand lines.
  public static func makeTables() {
    _ = (MarkerOpenings.all, SecondMarkers.all, InlineRuns.Styles.all, InlineRuns.Styles.leading)
  }

  /// The outline of `source`. Never fails: a text without numbering is all preamble.
  public static func outline(of source: Source) -> Outline {
    outline(of: source, options: OutlineOptions())
  }

  /// The outline of `source` read with some styles only.
  public static func outline(of source: Source, options: OutlineOptions) -> Outline {
    read(source, options, explains: false).outline
  }

  /// The outline of `source`, and for each line that was or nearly was a point the style and rule that decided.
  public static func explainedOutline(
    of source: Source, options: OutlineOptions = OutlineOptions()
  ) -> (outline: Outline, explanations: [Explanation]) {
    read(source, options, explains: true)
  }

  /// The outline of `source` as far as it takes to say in which points `offsets` are, which are byte offsets in order:
  /// without headings and title, and with points inside paragraphs only around `offsets`.
  static func places(of offsets: [Int], in source: Source, options: OutlineOptions) -> Outline {
    source.withLines { text, lines in
      var pass = OutlinePass(text: text, lines: lines, options: options, explains: false)
      return pass.places(of: offsets)
    } ?? Outline(points: [PointMaker.preamble])
  }

  /// What is odd about the numbering of `source`, in the order of lines.
  public static func notes(of source: Source, options: OutlineOptions = OutlineOptions()) -> [Note] {
    notes(of: source, options, chunk: OutlinePass.chunk)
  }

  static func notes(of source: Source, _ options: OutlineOptions, chunk: Int) -> [Note] {
    source.withLines { text, lines in
      var pass = OutlinePass(text: text, lines: lines, options: options, explains: false, chunk: chunk)
      return pass.notes()
    } ?? []
  }

  /// `chunk` is the number of lines from which on the work is shared among the cores.
  static func read(
    _ source: Source, _ options: OutlineOptions, explains: Bool, chunk: Int = OutlinePass.chunk
  ) -> (outline: Outline, explanations: [Explanation]) {
    source.withLines { text, lines in
      var pass = OutlinePass(text: text, lines: lines, options: options, explains: explains, chunk: chunk)
      return (pass.run(), pass.explanations ?? [])
    } ?? (Outline(points: [PointMaker.preamble]), [])
  }
}
