import DirectiveModel
import Glibc

/// A document being read: its bytes are gathered from a file or a pipe, and turned into text by the programs that its
/// format asks for. It never waits: whoever does waits for `watched`, and calls `advance()`.
final class DocumentReading {
  let input: Input
  private let options: Options
  private let file: OpenFile?
  private var child: ChildProcess?
  /// The formats found, from the outside in: gzip, then Word.
  private(set) var formats: [InputFormat] = []
  /// The whole text, when it is there.
  private var wholeText: TextBytes?
  private let started = Clock.now
  private(set) var isFinished = false
  /// Bytes read from the file.
  private(set) var fileSize = 0

  /// How a page was decoded before it was converted.
  private(set) var pageDecoding: Decoding?

  /// What is wrong with the file of corrections; on a screen it is kept here to be shown, and else told.
  private(set) var remarks: [Problem] = []
  var keepsRemarks = false

  struct Options {
    var encoding: TextEncoding?
    /// The format, where the reader knows better.
    var format: InputFormat?
    /// Which numbering is read.
    var outline = OutlineOptions()
    /// Whether the text is needed for no longer than a command takes.
    var isBrief = false
    /// Whether its outline is read, too, whose tables are made while a long file is read.
    var needsOutline = true
    /// Ends a reading that is waited for, and the programs that it runs.
    var stop: StopSignal?

    /// The same for a command, which ends when it has said what it was asked.
    var brief: Self {
      var options = self
      options.isBrief = true
      return options
    }
  }

  /// Opens the input.
  init(_ input: Input, _ options: Options = Options()) throws(Problem) {
    self.input = input
    self.options = options
    let makeTables = { if options.needsOutline { OutlineReader.makeTables() } }
    file = input == .sample ? nil : try OpenFile(input, isBrief: options.isBrief, meanwhile: makeTables)
    if file == nil {
      formats = [.plainText]
      finish(with: TextBytes(Digest.text))
      fileSize = textSize
    }
  }

  deinit { stop() }

  /// The descriptors to wait for.
  var watched: [pollfd] {
    if let child { return child.watched }
    guard let file, !file.isAtEnd else { return [] }
    return [pollfd(fd: file.descriptor, events: Int16(POLLIN), revents: 0)]
  }

  /// When to call `advance()` at the latest, by `Clock`; nil where there is no limit.
  var deadline: Int? { child?.deadline }

  /// What is being done, while it takes long.
  var activity: Phrase {
    guard let program = formats.last?.conversion?.program, child != nil else { return .reading(fileSize) }
    return .converting(program, seconds: (Clock.now - started) / 1000)
  }

  /// Bytes of text that are there.
  var textSize: Int { wholeText?.count ?? (isText ? fileSize : 0) }

  /// The text as far as it is there.
  private var text: TextBytes { wholeText ?? (isText ? file?.bytes : nil) ?? [] }

  /// Whether the file is known to hold text, which has not to be converted.
  private var isText: Bool { formats.last.map { $0.conversion == nil } ?? false }

  /// Whether the text shows while it is read: it comes through a pipe, and nothing has to be converted.
  var grows: Bool { isText && textSize > 0 }

  func advance() throws(Problem) {
    do throws(Problem) {
      if let child {
        guard try child.advance() else { return }
        self.child = nil
        try take(TextBytes(child.received))
      } else if let file, !file.isAtEnd {
        try file.advance()
        fileSize = file.count
        if formats.isEmpty, file.isAtEnd || Self.canTell(file.bytes) {
          formats = [options.format ?? InputFormat.find(file.bytes, fileName: input.path)]
        }
        if file.isAtEnd { try open(file.bytes) }
      }
    } catch {
      throw error.what.isEmpty ? Problem(input.name, error.reason) : error
    }
  }

  /// What stands at the beginning of a long text, to be shown until all of it is read; nil where that takes no time or
  /// where the file has to be converted.
  func beginning() -> Document? {
    guard let bytes = file?.beginning(Self.beginningSize),
      (options.format ?? InputFormat.find(bytes, fileName: input.path)).conversion == nil,
      let source = try? Decoder.source(from: bytes, encoding: options.encoding, isComplete: false)
    else { return nil }
    return Document(source: source, options: options.outline)  // corrections may speak of lines that are not here
  }

  /// Bytes; more than any screen shows.
  private static let beginningSize = 1 << 18

  /// Waits until it is finished.
  func finish() throws(Problem) {
    while !isFinished {
      try advance()
      guard !isFinished else { break }
      if options.stop?.isSent == true {
        stop()
        throw Problem(input.name, .readingStopped)
      }
      var polled = watched + (options.stop.map { [pollfd(fd: $0.descriptor, events: Int16(POLLIN), revents: 0)] } ?? [])
      _ = poll(&polled, nfds_t(polled.count), deadline.map { Int32(clamping: max(0, $0 - Clock.now)) } ?? -1)
    }
  }

  func stop() {
    child?.stop()
    child = nil
    file?.close()
  }

  /// The text as a source.
  func source() throws(Problem) -> Source {
    let converted = formats.contains { $0.conversion != nil && $0.conversion?.unpacks == false }
    // What was seen of the file is of the text as long as that is what the file holds.
    let survey = formats.allSatisfy { $0.conversion == nil } ? file?.survey : nil
    do throws(Unreadable) {
      return try Decoder.source(
        from: text, survey, encoding: converted ? .utf8 : options.encoding,
        isComplete: isFinished)
    } catch {
      throw Problem(input.name, .unreadable(error))
    }
  }

  /// The document: the text, its outline, and what the file of corrections beside it says of that.
  func document() throws(Problem) -> Document { document(of: try source()) }

  /// The document that this input's text is.
  func document(of source: Source) -> Document { Document(source: source, options: outlineOptions(for: source)) }

  /// The same with no more of its outline than tells in which points `matches` are.
  func document(of source: Source, tellingPlacesOf matches: Matches) -> Document {
    Document(source: source, tellingPlacesOf: matches, options: outlineOptions(for: source))
  }

  private func outlineOptions(for source: Source) -> OutlineOptions {
    var outline = options.outline
    if let path = input.path {
      let (lines, problems) = CorrectionsFile(beside: path).corrections(of: source)
      outline.corrections = lines
      if keepsRemarks { remarks = problems } else { problems.forEach(Output.tell) }
    }
    return outline
  }

  /// The document, when all of it is there.
  func finishedDocument() throws(Problem) -> Document { document(of: try finishedSource()) }

  /// What is odd about the document's numbering, when all of it is there.
  func finishedNotes() throws(Problem) -> [Note] {
    let source = try finishedSource()
    return OutlineReader.notes(of: source, options: outlineOptions(for: source))
  }

  /// The text, when all of it is there.
  func finishedSource() throws(Problem) -> Source {
    try finish()
    return try source()
  }

  // MARK: - From bytes to text

  /// Whether the beginning of a file is enough to tell its format. The directory of a ZIP archive stands at its end.
  private static func canTell(_ bytes: TextBytes) -> Bool {
    let marks = InputFormat.marks.filter { zip(bytes, $0).allSatisfy { $0 == $1 } }
    return marks.isEmpty || bytes.count >= 1 << 12 && !ZipDirectory.isArchive(bytes)
  }

  /// How deep files may be packed in each other.
  private static let deepestPacking = 3

  /// Takes the bytes of a file of the last format found.
  private func open(_ bytes: TextBytes) throws(Problem) {
    guard let conversion = formats.last?.conversion else {
      if let why = Self.refusal(of: bytes) { throw Problem("", why) }
      return finish(with: bytes)
    }
    if let archive = ZipDirectory(bytes), archive.unpackedSize > ChildProcess.Limits().size {
      throw Problem("", .unpacksTooLarge(ChildProcess.Limits().size))
    }
    let prepared: [UInt8]
    (prepared, pageDecoding) = try conversion.prepare(bytes, options.encoding)
    child = try ChildProcess(
      conversion.program, conversion.arguments, package: conversion.package, input: prepared)
  }

  private func take(_ output: TextBytes) throws(Problem) {
    guard let conversion = formats.last?.conversion else { return }
    guard conversion.unpacks else {
      return finish(with: TextBytes(try conversion.finish(Array(output))))
    }
    guard formats.count <= Self.deepestPacking else { throw Problem("", .isPackedTooOften) }
    // report.pdf.gz is named as what is in it.
    let packed = formats.last?.endings.first { input.path?.lowercased().hasSuffix(".\($0)") ?? false }
    formats.append(
      InputFormat.find(output, fileName: input.path.map { String($0.dropLast(packed.map { $0.count + 1 } ?? 0)) }))
    try open(output)
  }

  private func finish(with text: TextBytes) {
    wholeText = text
    isFinished = true
  }

  /// Why bytes of a known kind are no document; nil where they may be one.
  private static func refusal(of bytes: TextBytes) -> Phrase? {
    if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) { return .isOldOffice }
    return ZipDirectory.isArchive(bytes) ? .isArchive : nil
  }
}
