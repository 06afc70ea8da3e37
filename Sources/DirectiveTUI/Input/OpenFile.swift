import Glibc

/// A file or pipe that is being read, from its beginning to its end.
final class OpenFile {
  /// -1 when it has been read to its end.
  private(set) var descriptor: Int32
  private(set) var bytes: [UInt8] = []
  /// Whether it is a regular file, which can be read at once and again.
  let isRegular: Bool
  private let name: String
  /// Bytes; a hint.
  private let size: Int

  init(_ input: Input) throws(Problem) {
    name = input.name
    var status = stat()
    switch input {
    case .file(let path):
      guard stat(path, &status) == 0 else { throw Problem(name, SystemError.text(errno)) }
      switch status.st_mode & S_IFMT {
      case S_IFREG, S_IFIFO, S_IFSOCK: break
      case S_IFDIR: throw Problem(name, "is a folder")
      default: throw Problem(name, "is a device")
      }
      let isPipe = status.st_mode & S_IFMT == S_IFIFO
      descriptor = isPipe ? NamedPipe.open(path) : open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY)
    default:
      // The terminal takes the place of standard input when the browser opens.
      descriptor = fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, 3)
    }
    guard descriptor >= 0, fstat(descriptor, &status) == 0 else { throw Problem(name, SystemError.text(errno)) }
    isRegular = status.st_mode & S_IFMT == S_IFREG
    size = isRegular ? Int(status.st_size) : 0
  }

  deinit { close() }

  var isAtEnd: Bool { descriptor < 0 }

  /// Reads what is there without waiting, but not more than is read in about 10 ms; of a regular file everything.
  func advance() throws(Problem) {
    let started = Clock.now
    var capacity = max(1 << 16, size + 1 - bytes.count)
    while !isAtEnd {
      if !isRegular {
        var polled = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        guard poll(&polled, 1, 0) > 0, Clock.now < started + 10 else { return }
      }
      var count = 0
      let chunk = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, filled in
        count = Glibc.read(descriptor, buffer.baseAddress, capacity)
        filled = max(0, count)
      }
      if count < 0 {
        if errno == EINTR { continue }
        throw Problem(name, SystemError.text(errno))
      }
      if count == 0 { return close() }
      if bytes.isEmpty { bytes = chunk } else { bytes += chunk }
      guard bytes.count < Int(UInt32.max) else { throw Problem(name, "is larger than 4 GiB") }
      capacity = 1 << 16
    }
  }

  func close() {
    if descriptor >= 0 { Glibc.close(descriptor) }
    descriptor = -1
  }
}
