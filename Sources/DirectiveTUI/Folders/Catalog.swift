import DirectiveModel

/// The folders and documents of a list, as a tree, and what is known of each.
///
/// A folder stands before what is in it. What turns out to be no document stays in `entries`, so that indices hold, but
/// is not shown.
struct Catalog: Sendable {
  struct Entry: Sendable {
    let name: String
    let path: String
    /// 1 for what lies in the folder itself.
    let depth: Int
    let isFolder: Bool
    /// When the file was written; nil where it is not known.
    var version: FileVersion?
    /// nil until it is read.
    var summary: DocumentSummary?
    /// The document, once it is unfolded.
    var document: Document?
    /// What was searched for in it; nil where nothing was found.
    var passages: [Passage]?

    /// What the list calls it.
    var title: String { summary?.title ?? name }
  }

  private(set) var entries: [Entry] = []
  /// What was searched for; once it is found, only what holds it is shown.
  var sought: String?

  /// Takes the paths of files in a folder, in the order of a walk.
  init(_ paths: [String], in folder: String) {
    let prefix = folder == "." ? "" : folder.hasSuffix("/") ? folder : folder + "/"
    var open: [Substring] = []
    for path in paths {
      let parts = path.dropFirst(path.hasPrefix(prefix) ? prefix.count : 0).split(separator: "/")
      let around = parts.dropLast()
      while !around.starts(with: open) { open.removeLast() }
      for folder in around.dropFirst(open.count) {
        open.append(folder)
        entries.append(
          Entry(
            name: folder + "/", path: prefix + open.joined(separator: "/"), depth: open.count, isFolder: true))
      }
      entries.append(
        Entry(
          name: String(parts.last ?? ""), path: path, depth: parts.count, isFolder: false, version: FileVersion(path)))
    }
  }

  /// Takes files from anywhere, named by their paths.
  init(_ paths: [String]) {
    entries = paths.map { Entry(name: $0, path: $0, depth: 1, isFolder: false, version: FileVersion($0)) }
  }

  subscript(index: Int) -> Entry {
    get { entries[index] }
    _modify { yield &entries[index] }
  }

  /// The indices of what may be a document.
  var documents: [Int] { entries.indices.filter { !entries[$0].isFolder && entries[$0].summary?.isNoDocument != true } }

  /// Takes over what is known of documents that are in an older list, too. Answers which are to be read: what is new,
  /// and what has changed since.
  mutating func takeOver(_ old: Catalog) -> [Int] {
    sought = old.sought
    let known = Dictionary(old.entries.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    var unread: [Int] = []
    for index in entries.indices where !entries[index].isFolder {
      let before = known[entries[index].path]
      entries[index].summary = before?.summary
      entries[index].document = before?.document
      entries[index].passages = before?.passages
      if before?.summary == nil || before?.version != entries[index].version { unread.append(index) }
    }
    return unread
  }

  /// Forgets what was searched for.
  mutating func forgetSearch() {
    sought = nil
    for index in entries.indices where entries[index].passages != nil { entries[index].passages = nil }
  }
}

/// What stands at each row of a list: `Catalog` made into a document.
struct CatalogPage: Sendable {
  enum Place: Hashable, Sendable {
    case entry
    /// A point of the document, by its id there.
    case point(Int)
    /// A match, by the byte where it begins.
    case passage(Int)
  }

  struct Row: Hashable, Sendable {
    let path: String
    let place: Place
  }

  let catalog: Catalog
  let document: Document
  /// By point id, the index of its entry.
  let entries: [Int]
  let places: [Place]
  /// The matches shown, as bytes of `document`.
  let matches: [Match]

  init(_ catalog: Catalog, remark: (Catalog.Entry) -> String) {
    self.catalog = catalog
    var tree = DocumentTree()
    var entries: [Int] = []
    var places: [Place] = []
    var matches: [Match] = []
    let isShown = Self.shown(catalog)
    for (index, entry) in catalog.entries.enumerated() where isShown[index] {
      tree.add(entry.title, remark(entry), depth: entry.depth)
      places.append(.entry)
      if catalog.sought != nil {
        for passage in entry.passages ?? [] {
          let start = tree.add(passage.text, depth: entry.depth + 1)
          matches.append(Match(start + passage.match.lowerBound..<start + passage.match.upperBound))
          places.append(.passage(passage.offset))
        }
      } else if let document = entry.document {
        tree.add(document, depth: entry.depth + 1)
        places += document.outline.points.indices.map { .point($0) }
      }
      entries += Array(repeating: index, count: tree.nextID - entries.count)
    }
    document = tree.document
    self.entries = entries
    self.places = places
    self.matches = matches
  }

  /// By entry, whether it is shown: a document, or a folder that holds one; after a search only what holds a match.
  private static func shown(_ catalog: Catalog) -> [Bool] {
    let isFound = catalog.entries.contains { $0.passages != nil }
    var shown = catalog.entries.map { entry in
      !entry.isFolder && entry.summary?.isNoDocument != true && (!isFound || entry.passages != nil)
    }
    var holds: Set<Int> = []  // the depths of folders that hold something shown, seen from behind
    for index in shown.indices.reversed() {
      let entry = catalog.entries[index]
      if entry.isFolder { shown[index] = holds.remove(entry.depth) != nil }
      if shown[index], entry.depth > 1 { holds.insert(entry.depth - 1) }
    }
    return shown
  }

  func row(of id: Int) -> Row { Row(path: entry(of: id).path, place: places[id]) }

  func entry(of id: Int) -> Catalog.Entry { catalog[entries[id]] }

  /// Whether a document stands on that row that can be unfolded, but is not read yet.
  func isUnopened(_ id: Int) -> Bool {
    let entry = entry(of: id)
    return places[id] == .entry && !entry.isFolder && entry.document == nil && catalog.sought == nil
      && entry.summary?.trouble == nil
  }
}
