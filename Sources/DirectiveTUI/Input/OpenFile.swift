import CGnu
import DirectiveModel
import Glibc

/// A file or pipe that is being read, from its beginning to its end.
final class OpenFile {
  /// -1 when it has been read to its end.
  private(set) var descriptor: Int32
  /// What was read at once; nil while it is read piece by piece.
  private var whole: TextBytes?
  private var pieces = GatheredBytes()
  /// What was seen of the bytes while they were read; nil of a file that is short, or that was read piece by piece.
  private(set) var survey: TextSurvey?
  /// Whether it is a regular file, which can be read at once and again.
  let isRegular: Bool
  private let name: String
  /// Bytes from where it stood to its end; a hint.
  private let size: Int
  private let isBrief: Bool
  private let meanwhile: () -> Void

  /// Opens the input, `isBrief` where the bytes are needed for no longer than a command takes. A file that is too large
  /// is not read at all. While a long file is read by several threads, one of them does what there is to be done
  /// `meanwhile`.
  init(_ input: Input, isBrief: Bool = false, meanwhile: @escaping () -> Void = {}) throws(Problem) {
    name = input.name
    self.isBrief = isBrief
    self.meanwhile = meanwhile
    var status = stat()
    var start = 0
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
      start = max(0, lseek(descriptor, 0, SEEK_CUR))
    }
    guard descriptor >= 0, fstat(descriptor, &status) == 0 else { throw Problem(name, .systemError(errno)) }
    isRegular = status.st_mode & S_IFMT == S_IFREG
    size = isRegular ? Int(status.st_size) - start : 0
    guard size < Self.limit else { throw Problem(name, .tooLarge) }
  }

  deinit { close() }

  var isAtEnd: Bool { descriptor < 0 }

  /// What was read so far.
  var bytes: TextBytes { whole ?? pieces.bytes }

  /// How many bytes that are.
  var count: Int { whole?.count ?? pieces.count }

  /// Reads what is there without waiting, but not more than is read in about 10 ms; of a regular file everything.
  func advance() throws(Problem) {
    let started = Clock.now
    if isUnreadLongFile { readInParts() }
    var capacity = min(max(1 << 16, size + 1 - count), Self.longFile)
    while !isAtEnd {
      if !isRegular {
        var polled = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        guard poll(&polled, 1, 0) > 0, Clock.now < started + 10 else { return }
      }
      let added = pieces.append(atMost: capacity) { Glibc.read(descriptor, $0, capacity) }
      if added < 0 {
        if errno == EINTR { continue }
        throw Problem(name, .systemError(errno))
      }
      // Of a regular file there is no more where there was less than asked for, if its size says so, too.
      if added == 0 || isRegular && added < capacity && count == size { return close() }
      if let whole {  // the file has grown meanwhile
        let late = pieces.bytes
        pieces = GatheredBytes()
        guard pieces.append(whole), pieces.append(late) else { throw Problem(name, .systemError(ENOMEM)) }
        self.whole = nil
      }
      guard self.count < Self.limit else { throw Problem(name, .tooLarge) }
      capacity = 1 << 16
    }
  }

  /// The first `count` bytes of a long file that is not read yet; nil of another, which is read at once.
  func beginning(_ count: Int) -> TextBytes? {
    guard isUnreadLongFile else { return nil }
    let beginning = [UInt8](unsafeUninitializedCapacity: count) { [descriptor] buffer, filled in
      filled = max(0, pread(descriptor, buffer.baseAddress, count, lseek(descriptor, 0, SEEK_CUR)))
    }
    return beginning.count == count ? TextBytes(beginning) : nil
  }

  /// Bytes from which on no text is read.
  private static let limit = Int(UInt32.max)

  /// Bytes from which on a file is read by several threads.
  private static let longFile = 1 << 23

  private var isUnreadLongFile: Bool { isRegular && count == 0 && size >= Self.longFile }

  /// Reads a long file at once, and looks at it meanwhile: most of the time goes into copying it and into fresh memory,
  /// of which the system hands out a page at a time unless asked for large ones; for a command it is not copied where
  /// nobody writes to it. A file that cannot be read so, because it has been cut for example, is left to `read(2)`,
  /// which says why.
  private func readInParts() {
    let start = Int(lseek(descriptor, 0, SEEK_CUR))
    if isBrief, start == 0 { takeSnapshot() }
    if whole == nil { copyInParts(from: start) }
    lseek(descriptor, start + count, SEEK_SET)
  }

  private func takeSnapshot() {
    guard let snapshot = FileSnapshot(of: descriptor, size: size) else { return }
    cgnu_share_heap(size)
    survey = look(at: snapshot.buffer) { _ in true }
    if survey != nil { whole = TextBytes(snapshot.buffer, keptBy: snapshot) }
  }

  private func copyInParts(from start: Int) {
    cgnu_use_large_pages(2 * size)
    let bytes = [UInt8](unsafeUninitializedCapacity: size + 1) { buffer, filled in
      survey = look(at: UnsafeBufferPointer(rebasing: buffer[..<size])) { read($0, to: buffer, from: start) }
      filled = survey == nil ? 0 : size
    }
    if survey != nil { whole = TextBytes(bytes) }
  }

  /// Looks at a text while `read` brings it into memory; whoever begins with it does what there is to be done meanwhile.
  private func look(at bytes: UnsafeBufferPointer<UInt8>, _ read: (Range<Int>) -> Bool) -> TextSurvey? {
    TextSurvey(reading: bytes) { block in
      if block.lowerBound == 0 { meanwhile() }
      return read(block)
    }
  }

  /// Reads a block of the file, which begins at `start`, to where it belongs; false where it is not there.
  private func read(_ block: Range<Int>, to buffer: UnsafeMutableBufferPointer<UInt8>, from start: Int) -> Bool {
    var at = block.lowerBound
    while at < block.upperBound {
      let place = buffer.baseAddress?.advanced(by: at)
      let count = pread(descriptor, place, block.upperBound - at, start + at)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return false }
      at += count
    }
    return true
  }

  func close() {
    if descriptor >= 0 { Glibc.close(descriptor) }
    descriptor = -1
  }
}
