import DirectiveModel

/// Reads a folder line by line: a numbered list of its documents, each of which is read as a document is.
final class LinearFolder: LinearReading {
  private let name: String
  private let options: DocumentReading.Options
  private let language: Language
  private let keeper: (Input) -> Keeper?
  private var documents: [(path: String, summary: DocumentSummary)] = []
  /// How many of them have been listed.
  private var listed = 0
  /// The characters of a path that all paths begin with: the folder.
  private var shared: Int { name == "." ? 0 : name.hasSuffix("/") ? name.count : name.count + 1 }
  /// The document being read; nil while the list is.
  private var reader: LinearReader?

  /// Documents that are listed at once, and matches that are told.
  private static let most = (listed: 50, told: 200)

  /// Reads what the list tells of each document of a folder.
  init(
    _ folder: String, _ options: DocumentReading.Options, _ language: Language, keeper: @escaping (Input) -> Keeper?
  ) throws(Problem) {
    self.keeper = keeper
    name = folder
    self.options = options
    self.language = language
    try FolderTable(folder, options).read { (path, summary) in
      documents.append((path, summary))
    } trouble: { problem in
      Output.tell(problem, in: language)
    }
  }

  var greeting: String { Phrase.linearFolder(name, documents.count)(in: language) + "\n" }

  var prompt: String { reader?.prompt ?? "\(name)> " }

  func perform(_ typed: String) -> String? {
    guard reader == nil else {
      if let answer = reader?.perform(typed) { return answer }
      reader = nil
      return greeting
    }
    let line = Whitespace.collapse(typed)
    let words = line.split(separator: " ", maxSplits: 1).map(String.init)
    switch words.first {
    case "q", "quit", "exit", ":q": return nil
    case "h", "help": return Self.help(in: language)
    case nil, "next": return list(from: listed < documents.count ? listed : 0)
    case "list", "l": return list(from: words.count > 1 ? max(1, Int(words[1]) ?? 1) - 1 : 0)
    default: break
    }
    if line.hasPrefix("/") { return search(String(line.dropFirst())) }
    if let number = Int(line), (1...documents.count).contains(number) { return open(number - 1) }
    let found = documents.indices.filter { mention(of: $0).lowercased().contains(line.lowercased()) }
    switch found.count {
    case 0: return Phrase.noDocument(line)(in: language) + "\n"
    case 1: return open(found[0])
    default: return found.prefix(Self.most.listed).map(entry).joined()
    }
  }

  private func mention(of index: Int) -> String {
    "\(documents[index].path.dropFirst(shared)) \(documents[index].summary.title ?? "")"
  }

  private func entry(_ index: Int) -> String {
    let (path, summary) = documents[index]
    let points = Phrase.points(summary.points)(in: language)
    let told = [String(path.dropFirst(shared)), summary.title, summary.date, summary.trouble ?? points]
    return "\(index + 1) \(told.compactMap { $0 }.joined(separator: "; "))\n"
  }

  private func list(from first: Int) -> String {
    let shown = (min(first, documents.count - 1)..<documents.count).prefix(Self.most.listed)
    listed = shown.upperBound
    let left = documents.count - listed
    return shown.map(entry).joined() + (left > 0 ? Phrase.linearMore(left)(in: language) + "\n" : "")
  }

  private func open(_ index: Int) -> String {
    let path = documents[index].path
    do throws(Problem) {
      let document = try DocumentReading(.file(path), options).finishedDocument()
      let opened = LinearReader(
        document: document, name: path, language: language, path: path, keeper: keeper(.file(path)))
      reader = opened
      return opened.greeting
    } catch {
      return Phrase.cannotRead(error)(in: language) + "\n"
    }
  }

  private func search(_ text: String) -> String {
    let (pattern, paths, options) = (Pattern(text), documents.map(\.path), self.options)
    guard !text.isEmpty else { return Phrase.noMatch(for: text)(in: language) + "\n" }
    var lines: [String] = []
    var (found, holders) = (0, 0)
    Crew(count: paths.count) { Finding(pattern, at: paths[$0], options) }.inOrder { index, finding in
      found += finding.passages.count
      holders += finding.passages.isEmpty ? 0 : 1
      for passage in finding.passages where lines.count < Self.most.told {
        lines.append("\(index + 1): \(passage.text)\n")
      }
    }
    guard found > 0 else { return Phrase.noMatch(for: text)(in: language) + "\n" }
    return Phrase.foundInAll(text, found, in: holders)(in: language) + "\n" + lines.joined()
  }
}
