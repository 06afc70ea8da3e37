import CPCRE2

/// A regular expression in Perl's syntax, with limits: what it may cost is bounded, whatever pattern and text are.
///
/// PCRE2 with its just-in-time compiler. `.` matches no line end, `^` and `$` match at every line.
final class RegularExpression: @unchecked Sendable {  // a compiled pattern is never changed, and so may be shared
  private let code: OpaquePointer
  private let isForDamagedText: Bool
  /// Whether it is machine code.
  private let isCompiled: Bool

  /// Steps of backtracking that one match may take. A pattern that reaches it is given up for the whole text.
  private static let matchLimit: UInt32 = 200_000
  /// Bytes of the stack that compiled matching may use.
  private static let stackLimit = 1 << 20
  /// Bytes looked through between two questions whether to go on: even where each costs the most, not for long.
  private static let slice = 1 << 12
  private static let noLimit = -1  // PCRE2_UNSET, a macro of a cast

  /// Nil where the pattern is no regular expression. For a text with bytes that are no UTF-8, `forDamagedText` skips
  /// those; it is slower. A pattern that is used once on a short text is better not compiled to machine code, which takes
  /// longer than matching it.
  init?(_ pattern: String, ignoresCase: Bool, forDamagedText: Bool = false, compiled: Bool = true) {
    var options = CPCRE2_UTF | CPCRE2_UCP | CPCRE2_MULTILINE | CPCRE2_NEVER_BACKSLASH_C
    options |= CPCRE2_USE_OFFSET_LIMIT
    if ignoresCase { options |= CPCRE2_CASELESS }
    if forDamagedText { options |= CPCRE2_MATCH_INVALID_UTF }
    var error: Int32 = 0
    var offset = 0
    let bytes = Array(pattern.utf8)
    guard let code = pcre2_compile_8(bytes, bytes.count, options, &error, &offset, nil) else { return nil }
    isCompiled = compiled && pcre2_jit_compile_8(code, CPCRE2_JIT_COMPLETE) == 0  // else matching is interpreted
    self.code = code
    isForDamagedText = forDamagedText
  }

  deinit { pcre2_code_free_8(code) }

  /// Calls `found` with each match that begins in one of `parts` and is not empty, in order; none reaches behind `limit`.
  /// It answers where to look on, nil for no further. False where the pattern was given up because it costs too much, or
  /// the search because of `interruption`.
  func findMatches(
    in bytes: UnsafeBufferPointer<UInt8>, beginningIn parts: [Range<Int>], before limit: Int,
    unless interruption: Interruption? = nil, found: (Range<Int>) -> Int?
  ) -> Bool {
    guard let data = pcre2_match_data_create_8(1, nil), let context = pcre2_match_context_create_8(nil) else {
      return false
    }
    // It is mapped anew for each call, which costs far more than a short text does; interpreted matching needs none.
    let stack = isCompiled ? pcre2_jit_stack_create_8(1 << 15, Self.stackLimit, nil) : nil
    defer {
      pcre2_jit_stack_free_8(stack)
      pcre2_match_context_free_8(context)
      pcre2_match_data_free_8(data)
    }
    pcre2_set_match_limit_8(context, Self.matchLimit)
    if let stack { pcre2_jit_stack_assign_8(context, nil, UnsafeMutableRawPointer(stack)) }
    let options = CPCRE2_NOTEMPTY | (isForDamagedText ? 0 : CPCRE2_NO_UTF_CHECK)
    var isMatched = true
    let isLookedThrough = Interruption.goThrough(parts, of: bytes, asking: interruption, every: Self.slice) { part in
      pcre2_set_offset_limit_8(context, part.upperBound < limit ? part.upperBound - 1 : Self.noLimit)
      var from = part.lowerBound
      while from < part.upperBound {
        let status = pcre2_match_8(code, bytes.baseAddress, limit, from, options, data, context)
        if status == PCRE2_ERROR_NOMATCH { break }
        guard status >= 0, let offsets = pcre2_get_ovector_pointer_8(data) else {
          isMatched = false
          return nil
        }
        let match = Int(offsets[0])..<Int(offsets[1])
        isMatched = !match.isEmpty && match.lowerBound >= from  // \K can move the beginning
        guard isMatched, let next = found(match) else { return nil }
        from = next
      }
      return from
    }
    return isMatched && isLookedThrough
  }
}
