import Glibc

/// Moments as people write them.
enum LocalTime {
  /// A moment (seconds since 1970) in a format of strftime(3), in local time.
  static func text(_ moment: Int64, format: String = "%Y-%m-%d %H:%M") -> String {
    var seconds = time_t(moment)
    var date = tm()
    localtime_r(&seconds, &date)
    var buffer = [CChar](repeating: 0, count: 64)
    let count = strftime(&buffer, buffer.count, format, &date)
    return String(decoding: buffer.prefix(count).map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}
