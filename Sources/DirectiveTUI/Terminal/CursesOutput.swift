import CGnu
import CNcurses
import Glibc

/// Where ncurses writes: to the terminal, or for a moment into memory.
///
/// It has a descriptor of its own. Standard output is the terminal at any time, for the guard, which a crash may call in
/// that moment, and for what is sent past ncurses.
struct CursesOutput {
  /// For newterm(3x).
  let stream: UnsafeMutablePointer<FILE>
  private let descriptor: Int32
  private let memory: Int32

  init?() {
    descriptor = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, STDERR_FILENO + 1)
    let memory = memfd_create("frame", CGNU_MFD_CLOEXEC)
    self.memory = memory >= 0 ? memory : open("/dev/null", O_RDWR | O_CLOEXEC)
    guard descriptor >= 0, self.memory >= 0, let stream = fdopen(descriptor, "w") else { return nil }
    self.stream = stream
  }

  /// Has the terminal's driver pass on what is written as it is. It has nothing left to change there once ncurses ends no
  /// lines by it, and would go through each byte to find that out.
  static func passThrough() {
    var modes = termios()
    guard tcgetattr(STDOUT_FILENO, &modes) == 0 else { return }
    modes.c_oflag &= ~tcflag_t(OPOST)
    tcsetattr(STDOUT_FILENO, TCSANOW, &modes)
    def_prog_mode()
  }

  func close() {
    fclose(stream)
    Glibc.close(memory)
  }

  /// What ncurses writes while `body` runs, none of which reaches the terminal; nothing where no file in memory can be had,
  /// as under a strict policy of the system.
  @discardableResult
  func kept(_ body: () -> Void) -> [UInt8] {
    dup3(memory, descriptor, O_CLOEXEC)
    body()
    dup3(STDOUT_FILENO, descriptor, O_CLOEXEC)
    let count = Int(lseek(memory, 0, SEEK_CUR))
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { bytes, length in
      length = max(0, pread(memory, bytes.baseAddress, count, 0))
    }
    lseek(memory, 0, SEEK_SET)
    return bytes
  }
}
