/// The tables of the state file, and how a file of an earlier version becomes one of this.
///
/// What a version has brought is never changed afterwards; a new version is a further script at the end. A text that a
/// column `words` holds is words with blanks between them; times are seconds since 1970.
enum Schema {
  /// The version that this program writes; in the file it is `PRAGMA user_version`.
  static var version: Int { scripts.count }

  /// What leads from each version to the next, beginning with an empty file.
  static let scripts = [documentsPlacesAndMarks, notesAndTicks, history, origins]

  private static let documentsPlacesAndMarks = """
    CREATE TABLE documents (
      id INTEGER PRIMARY KEY,
      path TEXT UNIQUE,
      content INTEGER NOT NULL,
      title TEXT NOT NULL,
      opened INTEGER NOT NULL
    );
    CREATE INDEX documents_by_content ON documents (content);
    CREATE TABLE places (
      document INTEGER PRIMARY KEY REFERENCES documents ON DELETE CASCADE,
      address TEXT NOT NULL, hash INTEGER NOT NULL, words TEXT NOT NULL, depth INTEGER NOT NULL,
      height INTEGER NOT NULL
    );
    CREATE TABLE marks (
      document INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
      name TEXT NOT NULL,
      address TEXT NOT NULL, hash INTEGER NOT NULL, words TEXT NOT NULL, depth INTEGER NOT NULL,
      PRIMARY KEY (document, name)
    ) WITHOUT ROWID;
    """

  private static let notesAndTicks = """
    CREATE TABLE notes (
      id INTEGER PRIMARY KEY,
      document INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
      address TEXT NOT NULL, hash INTEGER NOT NULL, words TEXT NOT NULL,
      marker TEXT NOT NULL, heading TEXT NOT NULL, line INTEGER NOT NULL,
      text TEXT NOT NULL,
      written INTEGER NOT NULL
    );
    CREATE INDEX notes_by_document ON notes (document);
    CREATE TABLE ticks (
      id INTEGER PRIMARY KEY,
      document INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
      address TEXT NOT NULL, hash INTEGER NOT NULL, words TEXT NOT NULL,
      state TEXT NOT NULL
    );
    CREATE INDEX ticks_by_document ON ticks (document);
    """

  private static let history = """
    CREATE TABLE history (
      kind TEXT NOT NULL,
      text TEXT NOT NULL,
      used INTEGER NOT NULL,
      PRIMARY KEY (kind, text)
    ) WITHOUT ROWID;
    """

  /// What points were when something was left at them, and what ticks are cited by.
  private static let origins = """
    ALTER TABLE notes ADD COLUMN origin INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE ticks ADD COLUMN origin INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE ticks ADD COLUMN marker TEXT NOT NULL DEFAULT '';
    ALTER TABLE ticks ADD COLUMN heading TEXT NOT NULL DEFAULT '';
    ALTER TABLE ticks ADD COLUMN line INTEGER NOT NULL DEFAULT 0;
    UPDATE notes SET origin = hash;
    UPDATE ticks SET origin = hash;
    """
}
