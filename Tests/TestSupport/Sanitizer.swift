import Foundation

/// What a test run was built with to find mistakes.
public enum Sanitizer {
  /// It makes of vfork(2) a fork, in which the new process shares no memory.
  public static let ofThreads = dlsym(nil, "__tsan_init") != nil
  public static let isThere = ofThreads || dlsym(nil, "__asan_init") != nil
}
