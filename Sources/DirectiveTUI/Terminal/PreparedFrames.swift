import CNcurses

/// Frames that the terminal may be sent next: what it is to be sent for each, and what ncurses is to believe of the screen
/// then.
struct PreparedFrames {
  private var list: [(frame: Frame, bytes: [UInt8])] = []
  /// What ncurses believed before the frames were made, and what it is to believe after each of them.
  private var beliefs: [UnsafeMutablePointer<WINDOW>] = []
  /// Which of the beliefs is true: 0 where no frame was sent, nil where ncurses believes what is true.
  private var truth: Int?

  /// Adds a frame. `write` has ncurses write it over what the terminal shows; where that is nothing, no frame is kept.
  mutating func add(_ frame: Frame, _ write: () -> [UInt8]) {
    if truth != 0 { takeBack() }
    guard !list.contains(where: { $0.frame == frame }) else { return }
    while beliefs.count < list.count + 2 {
      guard let window = newwin(0, 0, 0, 0) else { return }
      beliefs.append(window)
    }
    if truth == 0 { overwrite(beliefs[0], cnc_curscr()) } else { overwrite(cnc_curscr(), beliefs[0]) }
    truth = 0
    let bytes = write()
    guard !bytes.isEmpty else { return takeBack() }
    list.append((frame, bytes))
    overwrite(cnc_curscr(), beliefs[list.count])
  }

  /// What the terminal is to be sent for a frame; nil where none was made for it.
  func bytes(for frame: Frame) -> [UInt8]? { index(of: frame).map { list[$0].bytes } }

  /// Notes that the terminal was sent a frame.
  mutating func take(_ frame: Frame) {
    if let index = index(of: frame) { truth = index + 1 }
  }

  private func index(of frame: Frame) -> Int? { truth == 0 ? list.firstIndex { $0.frame == frame } : nil }

  /// Makes ncurses believe what the terminal shows. Must be called before ncurses is asked to write anything else, and not
  /// sooner: when a frame was sent, the terminal may be waiting for the processor.
  mutating func takeBack() {
    list = []
    if let truth = truth.take() { overwrite(beliefs[truth], cnc_curscr()) }
  }
}
