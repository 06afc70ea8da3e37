import CGnu
import DirectiveModel
import Glibc

/// A file or pipe that is being read, from its beginning to its end.
final class OpenFile {
  /// -1 when it has been read to its end.
  private(set) var descriptor: Int32
  private(set) var bytes: [UInt8] = []
  /// What was seen of the bytes while they were read; nil of a file that is short, or that was read piece by piece.
  private(set) var survey: TextSurvey?
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
      guard stat(path, &status) == 0 else { throw Problem(name, .systemError(errno)) }
      switch status.st_mode & S_IFMT {
      case S_IFREG, S_IFIFO, S_IFSOCK: break
      case S_IFDIR: throw Problem(name, .isFolder)
      default: throw Problem(name, .isDevice)
      }
      let isPipe = status.st_mode & S_IFMT == S_IFIFO
      descriptor = isPipe ? NamedPipe.open(path) : open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY)
    default:
      // The terminal takes the place of standard input when the browser opens.
      descriptor = fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, 3)
    }
    guard descriptor >= 0, fstat(descriptor, &status) == 0 else { throw Problem(name, .systemError(errno)) }
    isRegular = status.st_mode & S_IFMT == S_IFREG
    size = isRegular ? Int(status.st_size) : 0
  }

  deinit { close() }

  var isAtEnd: Bool { descriptor < 0 }

  /// Reads what is there without waiting, but not more than is read in about 10 ms; of a regular file everything.
  func advance() throws(Problem) {
    let started = Clock.now
    if isRegular, bytes.isEmpty, size >= Self.longFile { readInParts() }
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
        throw Problem(name, .systemError(errno))
      }
      if count == 0 { return close() }
      if bytes.isEmpty { bytes = chunk } else { bytes += chunk }
      guard bytes.count < Int(UInt32.max) else { throw Problem(name, .tooLarge) }
      capacity = 1 << 16
    }
  }

  /// The first `count` bytes of a long file that is not read yet; nil of another, which is read at once.
  func beginning(_ count: Int) -> [UInt8]? {
    guard isRegular, bytes.isEmpty, size >= Self.longFile else { return nil }
    let beginning = [UInt8](unsafeUninitializedCapacity: count) { [descriptor] buffer, filled in
      filled = max(0, pread(descriptor, buffer.baseAddress, count, lseek(descriptor, 0, SEEK_CUR)))
    }
    return beginning.count == count ? beginning : nil
  }

  /// Bytes from which on a file is read by several threads.
  private static let longFile = 1 << 23

  /// Reads a long file at once, and looks at it meanwhile: most of the time goes into copying it and into fresh memory,
  /// of which the system hands out a page at a time unless asked for large ones. A file that cannot be read so, because
  /// it has been cut for example, is left to `read(2)`, which says why.
  private func readInParts() {
    let start = lseek(descriptor, 0, SEEK_CUR)
    guard start >= 0, size < Int(UInt32.max) else { return }
    cgnu_use_large_pages(2 * size)
    bytes = [UInt8](unsafeUninitializedCapacity: size + 1) { buffer, filled in
      let whole = UnsafeMutableBufferPointer(rebasing: buffer[..<size])
      survey = TextSurvey(filling: whole, part: Self.longFile / 2) { block in
        var at = block.lowerBound
        while at < block.upperBound {
          let count = pread(descriptor, whole.baseAddress?.advanced(by: at), block.upperBound - at, start + off_t(at))
          if count < 0, errno == EINTR { continue }
          guard count > 0 else { return false }
          at += count
        }
        return true
      }
      filled = survey == nil ? 0 : size
    }
    lseek(descriptor, start + off_t(bytes.count), SEEK_SET)
  }

  func close() {
    if descriptor >= 0 { Glibc.close(descriptor) }
    descriptor = -1
  }
}
