import DirectiveModel
import Glibc

/// A point that something was left at, with all that is needed to cite it.
struct KeptPoint: Equatable {
  let attachment: Attachment
  let marker: String
  let heading: String
  /// The line (from 1) on which the point began when the document was last opened; 0 where that is not known.
  let line: Int

  var address: String { attachment.seen.address }

  fileprivate static let columns = "address, hash, words, origin, marker, heading, line"

  fileprivate var values: [SQLValue] {
    attachment.seen.values
      + [.integer(Int64(bitPattern: attachment.origin)), .text(marker), .text(heading), .integer(Int64(line))]
  }
}

extension KeptPoint {
  /// Reads these columns, which begin a row.
  fileprivate init(_ columns: [SQLValue]) {
    attachment = Attachment(seen: Fingerprint(columns[...]), origin: UInt64(bitPattern: columns[3].integer ?? 0))
    (marker, heading, line) = (columns[4].text ?? "", columns[5].text ?? "", Int(columns[6].integer ?? 0))
  }

  /// A point as it stands in a document. `origin` is the hash of the text that something was left at, its own if nil.
  init(_ id: Int, in document: Document, origin: UInt64? = nil) {
    let seen = document.fingerprint(of: id)
    attachment = Attachment(seen: seen, origin: origin ?? seen.hash)
    marker = document.marker(of: id)
    heading = document.heading(of: id, upTo: Document.labelLimit)
    line = Int(document.outline.points[id].line)
  }
}

/// A point's note as it is kept.
struct KeptNote: Equatable {
  /// 0 for one that is not kept yet.
  var row: Int64 = 0
  var point: KeptPoint
  let text: String
  /// Seconds since 1970.
  let written: Int64
}

struct KeptTick: Equatable {
  var row: Int64 = 0
  var point: KeptPoint
  let tick: Tick
}

extension StateStore {
  func notes(in document: Int64) throws(DatabaseFailure) -> [KeptNote] {
    try database.rows(
      "SELECT \(KeptPoint.columns), id, text, written FROM notes WHERE document = ? ORDER BY id", [.integer(document)]
    ).map { row in
      KeptNote(
        row: row[7].integer ?? 0, point: KeptPoint(row), text: row[8].text ?? "", written: row[9].integer ?? 0)
    }
  }

  /// Puts `note` in the place of the notes in `rows`; nil takes these away. Answers the number of the new row.
  func replaceNotes(
    _ rows: [Int64], with note: KeptNote?, in document: Int64
  ) throws(DatabaseFailure) -> Int64? {
    try replace(
      rows, of: "notes", in: document, with: note?.point, "text, written",
      note.map { [.text($0.text), .integer($0.written)] } ?? [])
  }

  func ticks(in document: Int64) throws(DatabaseFailure) -> [KeptTick] {
    try database.rows(
      "SELECT \(KeptPoint.columns), id, state FROM ticks WHERE document = ? ORDER BY id", [.integer(document)]
    ).compactMap { row in
      row[8].text.flatMap(Tick.init).map {
        KeptTick(row: row[7].integer ?? 0, point: KeptPoint(row), tick: $0)
      }
    }
  }

  /// Puts `tick` in the place of the ticks in `rows`; nil takes these away. Answers the number of the new row.
  func replaceTicks(
    _ rows: [Int64], with tick: KeptTick?, in document: Int64
  ) throws(DatabaseFailure) -> Int64? {
    try replace(
      rows, of: "ticks", in: document, with: tick?.point, "state", tick.map { [.text($0.tick.rawValue)] } ?? [])
  }

  private func replace(
    _ rows: [Int64], of table: String, in document: Int64, with point: KeptPoint?, _ columns: String,
    _ values: [SQLValue]
  ) throws(DatabaseFailure) -> Int64? {
    try database.transaction { () throws(DatabaseFailure) in
      for row in rows { try database.rows("DELETE FROM \(table) WHERE id = ?", [.integer(row)]) }
      guard let point else { return nil }
      let values = [Self.now, .integer(document)] + point.values + values
      let rest = String(repeating: ", ?", count: values.count - 1)
      return try database.rows(
        """
        INSERT INTO \(table) (id, document, \(KeptPoint.columns), \(columns))
          VALUES (\(Self.newRow(table))\(rest)) RETURNING id
        """, values
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

  /// Says of kept notes and ticks that their points have changed, or stand elsewhere now.
  func move(_ notes: [KeptNote], _ ticks: [KeptTick]) throws(DatabaseFailure) {
    guard !notes.isEmpty || !ticks.isEmpty else { return }
    try database.transaction { () throws(DatabaseFailure) in
      for note in notes { try move(note.row, of: "notes", to: note.point) }
      for tick in ticks { try move(tick.row, of: "ticks", to: tick.point) }
    }
  }

  private func move(_ row: Int64, of table: String, to point: KeptPoint) throws(DatabaseFailure) {
    try database.rows(
      "UPDATE \(table) SET (\(KeptPoint.columns)) = (?, ?, ?, ?, ?, ?, ?) WHERE id = ?", point.values + [.integer(row)])
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
