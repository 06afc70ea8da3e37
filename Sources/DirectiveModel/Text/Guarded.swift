/// A value that several threads use, one at a time.
///
/// As Swift's `Mutex`, of which the thread sanitizer knows nothing, so that it takes each use of the value for a race.
package final class Guarded<Value>: @unchecked Sendable {
  private let lock = Condition()
  private var value: Value

  package init(_ value: Value) { self.value = value }

  package func withLock<Result>(_ body: (inout Value) -> Result) -> Result { lock.locked { body(&value) } }
}
