/// A printer, by the `lp` of CUPS.
struct Printer {
  /// Nil for the default printer.
  let name: String?

  /// Prints pages; answers what `lp` said, the number of the request.
  func print(_ pages: PrintedPages, title: String) throws(Problem) -> String {
    var words = ["lp"]
    if let name { words += ["-d", name] }
    words += ["-t", title.visible()]
    let outcome: HelperProcess.Outcome
    do throws(HelperProcess.Failure) {
      outcome = try HelperProcess(arguments: words, input: Array(pages.text.utf8), patience: Self.patience).run()
    } catch {
      switch error {
      case .missing: throw Problem("lp", "cups-client is needed to print (apt-get install cups-client)")
      case .timedOut: throw Problem("lp", "no answer in \(Self.patience / 1000) seconds")
      case .system(let number): throw Problem("lp", .systemError(number))
      }
    }
    guard outcome.status == 0 else { throw Problem("lp", Problem.said(outcome.reason, by: "lp")) }
    return outcome.output.split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
  }

  /// Milliseconds.
  private static let patience = 30_000
}
