import DirectiveModel
import Glibc

/// A point's note as it is kept, with all that is needed to cite it.
struct KeptNote: Equatable {
  /// 0 for one that is not kept yet.
  var row: Int64 = 0
  let fingerprint: Fingerprint
  let marker: String
  let heading: String
  /// The line (from 1) on which the point began when the document was last opened.
  let line: Int
  let text: String
  /// Seconds since 1970.
  let written: Int64

  /// What it is cited by besides its address.
  fileprivate var citation: [SQLValue] { [.text(marker), .text(heading), .integer(Int64(line))] }
}

extension KeptNote {
  /// A note of a point as that stands in a document.
  init(_ text: String, written: Int64, row: Int64 = 0, at id: Int, in document: Document) {
    self.init(
      row: row, fingerprint: document.fingerprint(of: id), marker: document.marker(of: id),
      heading: document.heading(of: id, upTo: Document.labelLimit), line: Int(document.outline.points[id].line),
      text: text, written: written)
  }
}

struct KeptTick: Equatable {
  var row: Int64 = 0
  let fingerprint: Fingerprint
  let tick: Tick
}

extension StateStore {
  func notes(in document: Int64) throws(DatabaseFailure) -> [KeptNote] {
    try database.rows(
      """
      SELECT id, address, hash, words, marker, heading, line, text, written FROM notes WHERE document = ? ORDER BY id
      """, [.integer(document)]
    ).map { row in
      KeptNote(
        row: row[0].integer ?? 0, fingerprint: Fingerprint(row[1...]), marker: row[4].text ?? "",
        heading: row[5].text ?? "", line: Int(row[6].integer ?? 0), text: row[7].text ?? "",
        written: row[8].integer ?? 0)
    }
  }

  /// Puts `note` in the place of the notes in `rows`; nil takes these away. Answers the number of the new row.
  func replaceNotes(
    _ rows: [Int64], with note: KeptNote?, in document: Int64
  ) throws(DatabaseFailure) -> Int64? {
    try database.transaction { () throws(DatabaseFailure) in
      for row in rows { try database.rows("DELETE FROM notes WHERE id = ?", [.integer(row)]) }
      guard let note else { return nil }
      return try database.rows(
        """
        INSERT INTO notes (id, document, address, hash, words, marker, heading, line, text, written)
          VALUES (\(Self.newRow("notes")), ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id
        """,
        [Self.now, .integer(document)] + note.fingerprint.values + note.citation
          + [.text(note.text), .integer(note.written)]
      ).first?[0].integer
    }
  }

  func ticks(in document: Int64) throws(DatabaseFailure) -> [KeptTick] {
    try database.rows(
      "SELECT id, address, hash, words, state FROM ticks WHERE document = ? ORDER BY id", [.integer(document)]
    ).compactMap { row in
      row[4].text.flatMap(Tick.init).map {
        KeptTick(row: row[0].integer ?? 0, fingerprint: Fingerprint(row[1...]), tick: $0)
      }
    }
  }

  /// Puts `tick` in the place of the ticks in `rows`; nil takes these away. Answers the number of the new row.
  func replaceTicks(
    _ rows: [Int64], with tick: KeptTick?, in document: Int64
  ) throws(DatabaseFailure) -> Int64? {
    try database.transaction { () throws(DatabaseFailure) in
      for row in rows { try database.rows("DELETE FROM ticks WHERE id = ?", [.integer(row)]) }
      guard let tick else { return nil }
      return try database.rows(
        """
        INSERT INTO ticks (id, document, address, hash, words, state)
          VALUES (\(Self.newRow("ticks")), ?, ?, ?, ?, ?) RETURNING id
        """,
        [Self.now, .integer(document)] + tick.fingerprint.values + [.text(tick.tick.rawValue)]
      ).first?[0].integer
    }
  }

  /// The number of a row that is added: the time, of which no earlier row had the number. SQLite would give the number of
  /// the last row again once that is taken away, and what another program knows by it would be another row.
  private static func newRow(_ table: String) -> String { "max(?, (SELECT coalesce(max(id), 0) + 1 FROM \(table)))" }

  /// Microseconds since 1970.
  private static var now: SQLValue {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return .integer(Int64(time.tv_sec) * 1_000_000 + Int64(time.tv_nsec) / 1000)
  }

  /// Says of a kept note that its point has changed, or stands elsewhere now.
  func move(_ note: KeptNote) throws(DatabaseFailure) {
    try database.rows(
      "UPDATE notes SET address = ?, hash = ?, words = ?, marker = ?, heading = ?, line = ? WHERE id = ?",
      note.fingerprint.values + note.citation + [.integer(note.row)])
  }

  func moveTick(_ row: Int64, to fingerprint: Fingerprint) throws(DatabaseFailure) {
    try database.rows(
      "UPDATE ticks SET address = ?, hash = ?, words = ? WHERE id = ?", fingerprint.values + [.integer(row)])
  }

  // MARK: - What was typed

  /// Lines of each kind that are kept; more are forgotten, the longest unused first.
  static let historyLimit = 500

  /// What was typed at a prompt, the last one last.
  func history(_ kind: String) throws(DatabaseFailure) -> [String] {
    try database.rows("SELECT text FROM history WHERE kind = ? ORDER BY used", [.text(kind)])
      .compactMap { $0[0].text }
  }

  func remember(_ text: String, _ kind: String) throws(DatabaseFailure) {
    try database.transaction { () throws(DatabaseFailure) in
      try database.rows(
        """
        INSERT OR REPLACE INTO history (kind, text, used)
          VALUES (?1, ?2, (SELECT coalesce(max(used), 0) + 1 FROM history))
        """, [.text(kind), .text(text)])
      try database.rows(
        """
        DELETE FROM history WHERE kind = ?1 AND text IN
          (SELECT text FROM history WHERE kind = ?1 ORDER BY used DESC LIMIT -1 OFFSET ?2)
        """, [.text(kind), .integer(Int64(Self.historyLimit))])
    }
  }
}
