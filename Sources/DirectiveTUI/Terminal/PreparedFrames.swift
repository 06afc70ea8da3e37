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

  /// What the terminal is to be sent for a frame, which it is believed to show then; nil where none was made for it.
  mutating func take(_ frame: Frame) -> [UInt8]? {
    guard truth == 0, let index = list.firstIndex(where: { $0.frame == frame }) else { return nil }
    truth = index + 1
    return list[index].bytes
  }

  /// Makes ncurses believe what the terminal shows. Must be called before ncurses is asked to write anything else, and not
  /// sooner: when a frame was sent, the terminal may be waiting for the processor.
  mutating func takeBack() {
    list = []
    if let truth = truth.take() { overwrite(beliefs[truth], cnc_curscr()) }
  }
}
