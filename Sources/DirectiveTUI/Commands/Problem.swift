/// What went wrong, as a fact: what was being dealt with, and why it failed.
///
/// It is told as `directives: what: why` on standard error, and the program ends with `status`.
struct Problem: Error, Equatable {
  let what: String
  let reason: Phrase
  let status: Int32

  init(_ what: String, _ reason: Phrase, status: Int32 = ExitStatus.trouble) {
    self.what = what
    self.reason = reason
    self.status = status
  }

  /// One that is told in English alone, as scripts are spoken to.
  init(_ what: String, _ why: String, status: Int32 = ExitStatus.trouble) {
    self.init(what, Phrase(verbatim: why), status: status)
  }

  /// What a program said of its failure, without its own name before it, which is told besides.
  static func said(_ line: String, by program: String) -> String {
    var line = line[...]
    while line.hasPrefix(program + ": ") { line = line.dropFirst(program.count + 2) }
    return String(line)
  }

  var why: String { reason.english }
  var description: String { phrase.english }

  /// The same for a reader, in every language.
  var phrase: Phrase { what.isEmpty ? reason : .failed(what, reason) }
}

/// Exit statuses, as grep has them.
enum ExitStatus {
  static let found: Int32 = 0
  static let notFound: Int32 = 1
  static let trouble: Int32 = 2
}
