import DirectiveModel

/// All that a screen depends on.
struct State: Sendable {
  /// What was worked out from another one is given up.
  var document: Document {
    didSet {
      pageLines = PageLines(document)
      paragraphs = Paragraphs(document.source, pages: pageLines)
      laidOutRows = LaidOutRows()
      references = nil
      reference = nil
      if weights != nil { weights = Weights(document) }
    }
  }
  /// The file's name as it is shown.
  let name: String
  /// What kind of file it is, as a person calls it.
  var fileFormat = ""
  /// What goes on while the document is read or converted; nil when it is there.
  var activity: Phrase?
  var shelf = Shelf()
  /// What the rows stand for, where the document is a list of documents; nil for any other.
  var page: CatalogPage?
  var size: Size
  /// Whether the locale has lines and signs beyond ASCII.
  var hasUnicode = true
  var settings: Settings {
    didSet { if settings.wraps != oldValue.wraps { showSideways(text.anchor) } }
  }
  var bindings: KeyBindings
  private(set) var paragraphs: Paragraphs
  /// Page numbers and running heads.
  private(set) var pageLines: PageLines
  private(set) var laidOutRows = LaidOutRows()

  var focus = Pane.outline
  var showsOutline = true
  var folds: Folds
  /// The id of the chosen point.
  var chosen = 0
  /// The id of the point whose row stands at the top of the outline's pane.
  var outlineTop = 0
  /// What the text pane shows.
  var text = TextPosition()
  /// Where the text was read before the outline showed other points; nil while the text that is read is shown.
  var readingPlace: ReadingPlace?
  /// Whether the other point was asked for, so that Esc returns before anything else.
  var isPeeking = false
  var jumps = JumpList()

  var mode = Mode.browse
  /// Digits and full stops typed so far: a count or an address.
  var typedNumber = ""
  /// The keys of an unfinished sequence.
  var pendingKeys: [Key] = []
  /// What was done last by keys.
  var done: Action?
  var annotations = Annotations()
  /// Whether notes, ticks and marks outlast the reading.
  var isKept = true
  /// What the letter of a mark is awaited for.
  var awaitsMark: MarkUse?
  var history = History()
  /// What a mouse button is held on.
  var held: MouseHold?
  var search: Search?
  var filter: Filter?
  var message: Message?
  /// What was said before, the newest last.
  var said: [Phrase] = []
  /// Whether to stop a search that takes long; nil where nobody is there to ask.
  var asksToStop: StopQuestion?
  /// What the text cites; nil until it is looked up.
  var references: References?
  /// The reference stepped to.
  var reference: Reference?
  /// How much of the text each point is, while that is shown.
  var weights: Weights?
  /// What is printed on leaving, in the order asked for.
  var printouts: [Printout] = []
  /// The walk through the keys, while it is on.
  var tour: Tour?

  init(
    document: Document, name: String, size: Size, settings: Settings = Settings(),
    bindings: KeyBindings = KeyBindings(),
    levels: Int? = nil
  ) {
    self.document = document
    self.name = name
    self.size = size
    self.settings = settings
    self.bindings = bindings
    pageLines = PageLines(document)
    paragraphs = Paragraphs(document.source, pages: pageLines)
    folds = Folds(document.outline, showing: levels ?? .max)
    if levels == nil, folds.hasRows(beyond: Self.unfoldedRows) { folds.showLevels(1) }
    text.anchor = textStart(of: chosen)
  }

  /// Takes another version of the document, of which nothing is chosen yet.
  mutating func replaceDocument(_ new: Document, folds: Folds?) {
    document = new
    self.folds = folds ?? Folds(new.outline, showing: self.folds.initialLevels)
    if folds == nil, self.folds.hasRows(beyond: Self.unfoldedRows) { self.folds.showLevels(1) }
    (chosen, outlineTop) = (0, 0)
    text.anchor = textStart(of: 0)
  }

  /// An outline of more points than this opens with its themes alone.
  static let unfoldedRows = 500

  var outline: Outline { document.outline }

  /// Says something of what a key has done, before what was said of it already.
  mutating func say(_ phrase: Phrase) {
    message = Message(message.map { phrase + Phrase("; ", "；") + $0.phrase } ?? phrase)
  }

  /// Keeps what is said no longer, for looking it up.
  mutating func remember(_ phrase: Phrase) {
    guard said.last != phrase else { return }
    if said.count == Self.mostSaid { said.removeFirst() }
    said.append(phrase)
  }

  private static let mostSaid = 200

  /// The language that the reader is spoken to in.
  var language: Language { settings.language }
}

/// Where the text is read: the row that holds `anchor` stands `height` rows below the top of its pane, as far as the
/// ends of the document allow. Only the reader moves it, so a resize keeps the same sentence in place.
struct TextPosition: Equatable, Sendable {
  /// A byte offset into the document.
  var anchor = 0
  var height = 0
  /// Where rows are not wrapped: how many columns of them lie to the left of the pane.
  var left = 0
}

enum Mode: Sendable {
  case browse
  case prompt(Prompt)
  case picker(Picker)
  case help(Help)
  /// A question that y answers with an effect.
  case confirm(Phrase, Effect)
  case present(Presentation)
  case peek(Peek)
}

/// What the status line says until the next key.
struct Message: Equatable, Sendable {
  let phrase: Phrase
  let isFailure: Bool

  init(_ phrase: Phrase, isFailure: Bool = false) {
    self.phrase = phrase
    self.isFailure = isFailure
  }
}
