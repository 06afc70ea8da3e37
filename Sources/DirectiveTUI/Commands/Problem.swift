/// What went wrong, as a fact: what was being dealt with, and why it failed.
///
/// It is told as `directives: what: why` on standard error, and the program ends with `status`.
struct Problem: Error, Equatable {
  let what: String
  let why: String
  let status: Int32

  init(_ what: String, _ why: String, status: Int32 = ExitStatus.trouble) {
    self.what = what
    self.why = why
    self.status = status
  }

  var description: String { what.isEmpty ? why : "\(what): \(why)" }
}

/// Exit statuses, as grep has them.
enum ExitStatus {
  static let found: Int32 = 0
  static let notFound: Int32 = 1
  static let trouble: Int32 = 2
}
