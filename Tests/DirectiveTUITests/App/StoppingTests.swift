import Glibc
import Synchronization
import Testing

@testable import DirectiveTUI

/// A search takes so long that the reader is shown that it goes on.
@Suite struct StoppingTests {
  /// It takes long to find out that a text of nothing but é does not hold it.
  private let sought = String(repeating: "é", count: 1500) + "z"

  /// A page of points that are found at once, and one that is not.
  private var text: String {
    let points = (1...30).map { "\($0). \(sought)\n" } + ["31. " + String(repeating: "é", count: 500_000) + "\n"]
    return points.joined()
  }

  /// The screens that somebody was shown who stops what takes longer than one notices.
  private final class Reader: Sendable {
    private let shown = Mutex<[String]>([])
    var screens: [String] { shown.withLock { $0 } }

    func isStopped(_ wish: StopWish, _ screen: (() -> Frame)?) -> Bool {
      guard let screen else {
        usleep(100_000)  // so much later the next question comes
        return false
      }
      let text = screen().text
      shown.withLock { $0.append(text) }
      return true
    }
  }

  @Test func showsWhatAFilterKeepsWhileItIsCounted() {
    var session = Session(text)
    session.press("&")
    session.type(sought)
    let reader = Reader()
    session.asksToStop(reader.isStopped)
    let screen = session.screen
    #expect(screen.contains(" 22 é"))
    #expect(reader.screens == [screen])
  }

  @Test func stopsCountingWhatAFilterKeeps() {
    var session = Session(text)
    session.press("&")
    session.type(sought)
    let reader = Reader()
    session.asksToStop(reader.isStopped)
    session.press("<Enter>")
    #expect(reader.screens.count == 1)
    #expect(reader.screens.allSatisfy { $0.contains("searching, ^C stops") && $0.contains(" 22 é") })
    #expect(session.status.contains("Search stopped"))
  }

  @Test func showsANewTextWhileItIsSearched() {
    var session = Session("1. one\n2. \(sought)\n")
    session.press("/")
    session.type(sought)
    session.press("<Enter>")
    let reader = Reader()
    session.asksToStop(reader.isStopped)
    session.adopt(text)
    #expect(reader.screens.count == 1)
    #expect(reader.screens.allSatisfy { $0.contains("searching, ^C stops") && $0.contains(" 22 é") })
    #expect(session.state.search == nil)
  }
}
