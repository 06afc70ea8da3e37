import DirectiveModel
import Glibc

/// A document that has been opened.
struct KeptDocument: Equatable {
  let id: Int64
  /// Nil for what came by a pipe.
  let path: String?
  let title: String
  /// Seconds since 1970.
  let opened: Int64
}

/// A place in a point, in the terms that outlive a change of the document.
struct Anchor: Equatable {
  let fingerprint: Fingerprint
  /// See `Document.depth(of:in:)`.
  let depth: Int
}

extension StateStore {
  /// Documents of which nothing but place and name is kept; more are forgotten, the longest unopened first.
  private static let documentLimit = 1000

  /// The number of a document, which is opened now. It is known by its path; one without a path, or whose path is new
  /// because the file was moved, by a hash of its content.
  func open(path: String?, content: UInt64, title: String) throws(DatabaseFailure) -> Int64 {
    let now = SQLValue.integer(Int64(time(nil)))
    let name = path.map { SQLValue.text($0) } ?? .null
    return try database.transaction { () throws(DatabaseFailure) in
      let known = try known(path: path, content: content)
      let content = SQLValue.integer(Int64(bitPattern: content))
      if let known {
        try database.rows(
          "UPDATE documents SET path = ?, content = ?, title = ?, opened = ? WHERE id = ?",
          [name, content, .text(title), now, .integer(known)])
        return known
      }
      let row = try database.rows(
        "INSERT INTO documents (path, content, title, opened) VALUES (?, ?, ?, ?) RETURNING id",
        [name, content, .text(title), now])
      try forgetOldDocuments()
      return row.first?[0].integer ?? 0
    }
  }

  /// The number of a document that was opened before; nil where it is not known.
  func known(path: String?, content: UInt64) throws(DatabaseFailure) -> Int64? {
    if let path, let row = try database.rows("SELECT id FROM documents WHERE path = ?", [.text(path)]).first {
      return row[0].integer
    }
    let alike = try database.rows(
      "SELECT id, path FROM documents WHERE content = ? ORDER BY opened DESC",
      [.integer(Int64(bitPattern: content))])
    return alike.first { row in
      guard let path, let old = row[1].text else { return row[1] == .null && path == nil }
      return old != path && access(old, F_OK) != 0
    }?[0].integer
  }

  private func forgetOldDocuments() throws(DatabaseFailure) {
    try database.rows(
      """
      DELETE FROM documents WHERE id IN (SELECT id FROM documents ORDER BY opened DESC LIMIT -1 OFFSET ?)
        AND NOT EXISTS (SELECT 1 FROM marks WHERE document = documents.id)
        AND NOT EXISTS (SELECT 1 FROM notes WHERE document = documents.id)
        AND NOT EXISTS (SELECT 1 FROM ticks WHERE document = documents.id)
      """, [.integer(Int64(Self.documentLimit))])
  }

  /// All documents, the one opened last first.
  func documents() throws(DatabaseFailure) -> [KeptDocument] {
    try database.rows("SELECT id, path, title, opened FROM documents ORDER BY opened DESC, id DESC").map {
      KeptDocument(id: $0[0].integer ?? 0, path: $0[1].text, title: $0[2].text ?? "", opened: $0[3].integer ?? 0)
    }
  }

  // MARK: - Places and marks

  /// Where a document was left, and the row of the text pane at which that place stood.
  func place(in document: Int64) throws(DatabaseFailure) -> (anchor: Anchor, height: Int)? {
    try database.rows(
      "SELECT address, hash, words, depth, height FROM places WHERE document = ?", [.integer(document)]
    ).first.map { (Anchor($0[...]), Int($0[4].integer ?? 0)) }
  }

  func leave(_ document: Int64, at anchor: Anchor, height: Int) throws(DatabaseFailure) {
    try database.rows(
      "INSERT OR REPLACE INTO places (document, address, hash, words, depth, height) VALUES (?, ?, ?, ?, ?, ?)",
      [.integer(document)] + anchor.values + [.integer(Int64(height))])
  }

  func marks(in document: Int64) throws(DatabaseFailure) -> [(name: String, anchor: Anchor)] {
    try database.rows(
      "SELECT name, address, hash, words, depth FROM marks WHERE document = ? ORDER BY name", [.integer(document)]
    ).map { ($0[0].text ?? "", Anchor($0[1...])) }
  }

  /// Sets a mark, or takes it away where `anchor` is nil.
  func setMark(_ name: String, to anchor: Anchor?, in document: Int64) throws(DatabaseFailure) {
    guard let anchor else {
      try database.rows("DELETE FROM marks WHERE document = ? AND name = ?", [.integer(document), .text(name)])
      return
    }
    try database.rows(
      "INSERT OR REPLACE INTO marks (document, name, address, hash, words, depth) VALUES (?, ?, ?, ?, ?, ?)",
      [.integer(document), .text(name)] + anchor.values)
  }
}

extension SQLValue {
  var integer: Int64? { if case .integer(let number) = self { number } else { nil } }
  var text: String? { if case .text(let text) = self { text } else { nil } }
}

extension Fingerprint {
  /// Reads the columns address, hash, words. A state file is as little trusted as a document.
  init(_ row: ArraySlice<SQLValue>) {
    let columns = Array(row)
    self.init(
      address: columns[0].text ?? "", hash: UInt64(bitPattern: columns[1].integer ?? 0),
      words: columns[2].text?.split(separator: " ").map(String.init) ?? [])
  }

  var values: [SQLValue] {
    [.text(address), .integer(Int64(bitPattern: hash)), .text(words.joined(separator: " "))]
  }
}

extension Anchor {
  /// Reads the columns address, hash, words, depth.
  fileprivate init(_ row: ArraySlice<SQLValue>) {
    self.init(fingerprint: Fingerprint(row), depth: Int(row.dropFirst(3).first?.integer ?? 0))
  }

  fileprivate var values: [SQLValue] { fingerprint.values + [.integer(Int64(depth))] }
}
