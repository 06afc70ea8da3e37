import CSQLite

/// Why SQLite could not do what it was asked for.
struct DatabaseFailure: Error, Equatable {
  /// SQLite's result code, extended.
  let code: Int32
  let message: String

  /// The file is no database, or not whole.
  var isDamage: Bool { [SQLITE_CORRUPT, SQLITE_NOTADB].contains(code & 0xFF) }
}

/// A value of a column.
enum SQLValue: Equatable {
  case integer(Int64)
  case text(String)
  case null
}

/// An open SQLite database. Used on one thread; closed when it goes.
final class Database {
  private let sqlite: csqlite
  private let handle: OpaquePointer

  /// Opens the file at `path`, which is a URI where it begins with `file:`.
  ///
  /// Another program that holds the database is waited for, for `patience` milliseconds at every step.
  init(_ path: String, flags: Int32, patience: Int32 = 2000) throws(DatabaseFailure) {
    guard let sqlite = Self.library else {
      throw DatabaseFailure(code: SQLITE_ERROR, message: "libsqlite3.so.0 is not installed")
    }
    var handle: OpaquePointer?
    let code = sqlite.open_v2(path, &handle, flags | SQLITE_OPEN_URI, nil)
    guard code == SQLITE_OK, let handle else {
      let message = handle.flatMap { sqlite.errmsg($0) }.map { String(cString: $0) } ?? "out of memory"
      _ = sqlite.close_v2(handle)
      throw DatabaseFailure(code: code, message: message)
    }
    self.sqlite = sqlite
    self.handle = handle
    _ = sqlite.busy_timeout(handle, patience)
  }

  deinit { _ = sqlite.close_v2(handle) }

  /// SQLite's functions; nil where the library is not installed.
  private static let library: csqlite? = {
    var functions = csqlite()
    return csqlite_load(&functions) != 0 ? functions : nil
  }()

  /// Runs statements without values.
  func execute(_ sql: String) throws(DatabaseFailure) {
    guard sqlite.exec(handle, sql, nil, nil, nil) == SQLITE_OK else { throw failure }
  }

  /// Runs one statement, with `values` for its question marks, and answers its rows.
  @discardableResult
  func rows(_ sql: String, _ values: [SQLValue] = []) throws(DatabaseFailure) -> [[SQLValue]] {
    var statement: OpaquePointer?
    guard sqlite.prepare_v2(handle, sql, -1, &statement, nil) == SQLITE_OK, let statement else { throw failure }
    defer { _ = sqlite.finalize(statement) }
    for (index, value) in values.enumerated() { try bind(value, to: statement, at: Int32(index + 1)) }
    var rows: [[SQLValue]] = []
    while true {
      switch sqlite.step(statement) {
      case SQLITE_ROW: rows.append(row(of: statement))
      case SQLITE_DONE: return rows
      default: throw failure
      }
    }
  }

  /// Does all that `body` does, or nothing of it.
  ///
  /// The lock for writing is taken at the beginning: one that is asked for after reading is refused at once, without
  /// waiting, where another program has written in between.
  func transaction<Result>(
    _ body: () throws(DatabaseFailure) -> Result
  ) throws(DatabaseFailure) -> Result {
    try execute("BEGIN IMMEDIATE")
    do throws(DatabaseFailure) {
      let result = try body()
      try execute("COMMIT")
      return result
    } catch {
      try? execute("ROLLBACK")  // SQLite may have rolled back already, which is an error then
      throw error
    }
  }

  private func bind(_ value: SQLValue, to statement: OpaquePointer, at index: Int32) throws(DatabaseFailure) {
    let code =
      switch value {
      case .integer(let number): sqlite.bind_int64(statement, index, number)
      case .text(let text): sqlite.bind_text(statement, index, text, Int32(text.utf8.count), csqlite_transient())
      case .null: sqlite.bind_null(statement, index)
      }
    guard code == SQLITE_OK else { throw failure }
  }

  private func row(of statement: OpaquePointer) -> [SQLValue] {
    (0..<sqlite.column_count(statement)).map { column in
      switch sqlite.column_type(statement, column) {
      case SQLITE_INTEGER: .integer(sqlite.column_int64(statement, column))
      case SQLITE_NULL: .null
      default: .text(text(of: statement, column))
      }
    }
  }

  /// A column's text. What is no UTF-8 there becomes U+FFFD; it may hold NULs.
  private func text(of statement: OpaquePointer, _ column: Int32) -> String {
    guard let bytes = sqlite.column_text(statement, column) else { return "" }
    let count = Int(sqlite.column_bytes(statement, column))
    return String(decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self)
  }

  private var failure: DatabaseFailure {
    DatabaseFailure(
      code: sqlite.extended_errcode(handle),
      message: sqlite.errmsg(handle).map { String(cString: $0) } ?? "unknown")
  }
}
