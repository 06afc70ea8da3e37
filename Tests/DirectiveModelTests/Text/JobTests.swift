import DirectiveModel
import Glibc
import Testing

@Suite struct JobTests {
  /// A thread leaves signals to the one that waits for them, but for those that its own work raises.
  @Test(arguments: [(SIGINT, true), (SIGTERM, true), (SIGWINCH, true), (SIGPIPE, false), (SIGSEGV, false)])
  func leavesSignals(_ number: Int32, isLeft: Bool) {
    nonisolated(unsafe) var left = sigset_t()
    let job = Job { pthread_sigmask(SIG_BLOCK, nil, &left) }
    #expect(job.start())
    job.wait()
    #expect((sigismember(&left, number) == 1) == isLeft)
  }
}
