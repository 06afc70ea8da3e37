import CSQLite
import Glibc

/// Why nothing can be kept between runs.
enum StateTrouble: Error, Equatable {
  /// The environment names no home.
  case noHome
  case cannotOpen(path: String, why: String)
  /// A later version of the program has written the file.
  case newer(path: String)
  /// The file was damaged, and is kept under this name; a new one is begun.
  case damaged(keptAs: String)
}

/// What is kept between runs, in one SQLite file: places, marks, notes, ticks, what was typed, and which documents.
///
/// `StateStore+Documents` and its neighbours read and write it. Every call is one transaction.
final class StateStore {
  let database: Database
  /// Where a file that was damaged is kept; nil where none was.
  let damagedFile: String?
  /// Whether nothing can be written.
  let isReadOnly: Bool

  private init(_ database: Database, damagedFile: String?, isReadOnly: Bool) {
    self.database = database
    self.damagedFile = damagedFile
    self.isReadOnly = isReadOnly
  }

  /// Opens the file of a folder, and makes it where there is none. A damaged file is moved aside, and a new one begun.
  static func open(_ folder: StateFolder) throws(StateTrouble) -> StateStore {
    if let failure = folder.prepare() {
      guard access(folder.file, R_OK) == 0, ![EISDIR, EINVAL, ELOOP].contains(failure) else {
        throw .cannotOpen(path: folder.path, why: Phrase.systemError(failure).english)
      }
      return try onlyReading(folder)
    }
    guard access(folder.file, W_OK) == 0, access(folder.path, W_OK) == 0 else { return try onlyReading(folder) }
    return try folder.exclusively { () throws(StateTrouble) in try writing(folder) }
  }

  private static func writing(_ folder: StateFolder) throws(StateTrouble) -> StateStore {
    do throws(DatabaseFailure) {
      return StateStore(try current(folder), damagedFile: nil, isReadOnly: false)
    } catch {
      guard error.isDamage else { throw trouble(error, folder) }
      guard let aside = folder.moveAside(at: LocalTime.text(Int64(time(nil)), format: "%Y%m%d-%H%M%S")) else {
        throw .cannotOpen(path: folder.file, why: "is damaged, and cannot be moved aside")
      }
      if let failure = folder.prepare() {
        throw .cannotOpen(path: folder.path, why: Phrase.systemError(failure).english)
      }
      do throws(DatabaseFailure) {
        return StateStore(try current(folder), damagedFile: aside, isReadOnly: false)
      } catch {
        throw trouble(error, folder)
      }
    }
  }

  /// Opens the file of a folder to list what is in it. Nothing is written, but that a file of an earlier version becomes
  /// one of this.
  static func read(_ folder: StateFolder) throws(StateTrouble) -> StateStore {
    if let store = try reading(folder) { return store }
    return try open(folder)
  }

  private static func onlyReading(_ folder: StateFolder) throws(StateTrouble) -> StateStore {
    guard let store = try reading(folder) else {
      throw .cannotOpen(path: folder.file, why: "is of an earlier version, and cannot be written")
    }
    return store
  }

  /// Opens a file as it is, without writing anything; nil where it is of an earlier version.
  ///
  /// What is not yet in the file is in the journal beside it, for which SQLite needs a table of its own there. Without a
  /// journal it is told that nobody writes, and leaves nothing beside the file.
  private static func reading(_ folder: StateFolder) throws(StateTrouble) -> StateStore? {
    let path = folder.fileWithoutLinks.utf8.reduce(into: "") { text, byte in
      let isPlain =
        UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte | 0x20 || UInt8(ascii: "-")...UInt8(ascii: "9") ~= byte
      text += isPlain ? String(Unicode.Scalar(byte)) : "%" + String(byte >> 4, radix: 16) + String(byte & 15, radix: 16)
    }
    let manner = folder.hasJournal ? "mode=ro" : "immutable=1"
    do throws(DatabaseFailure) {
      let database = try Database("file:\(path)?\(manner)", flags: SQLITE_OPEN_READONLY | SQLITE_OPEN_NOFOLLOW)
      return try version(of: database) < Schema.version ? nil : StateStore(database, damagedFile: nil, isReadOnly: true)
    } catch {
      if error.code & 0xFF == SQLITE_CANTOPEN, folder.hasJournal {
        throw .cannotOpen(path: folder.file, why: "has a journal, which cannot be read where nothing can be written")
      }
      throw trouble(error, folder)
    }
  }

  /// The database, sound and of the current version.
  private static func current(_ folder: StateFolder) throws(DatabaseFailure) -> Database {
    let database = try Database(folder.fileWithoutLinks, flags: SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOFOLLOW)
    let version = try version(of: database)
    guard try database.rows("PRAGMA quick_check(1)") == [[.text("ok")]] else {
      throw DatabaseFailure(code: SQLITE_CORRUPT, message: "is damaged")
    }
    try database.rows("PRAGMA journal_mode = WAL")
    try database.execute("PRAGMA foreign_keys = ON")
    if version < Schema.version { try migrate(database) }
    return database
  }

  private static func migrate(_ database: Database) throws(DatabaseFailure) {
    try database.transaction { () throws(DatabaseFailure) in
      for script in Schema.scripts[try version(of: database)...] { try database.execute(script) }
      try database.execute("PRAGMA user_version = \(Schema.version)")
    }
  }

  /// The version of the file's tables. Throws where it is none that this program knows.
  private static func version(of database: Database) throws(DatabaseFailure) -> Int {
    guard case .integer(let version)? = try database.rows("PRAGMA user_version").first?.first else { return 0 }
    guard (0...Int64(Schema.version)).contains(version) else { throw newer }
    return Int(version)
  }

  private static let newer = DatabaseFailure(code: SQLITE_SCHEMA, message: "is of a newer version")

  private static func trouble(_ failure: DatabaseFailure, _ folder: StateFolder) -> StateTrouble {
    failure == newer ? .newer(path: folder.file) : .cannotOpen(path: folder.file, why: failure.message)
  }
}
