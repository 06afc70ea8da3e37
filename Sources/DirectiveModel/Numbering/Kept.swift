/// A value that is made once and never freed, known by where it is: handing it on copies nothing, and of its members only
/// the one that is asked for is read.
@dynamicMemberLookup
struct Kept<Value>: @unchecked Sendable {
  private let value: UnsafePointer<Value>

  init(_ value: Value) {
    let kept = UnsafeMutablePointer<Value>.allocate(capacity: 1)
    kept.initialize(to: value)
    self.value = UnsafePointer(kept)
  }

  subscript<Member>(dynamicMember member: KeyPath<Value, Member>) -> Member {
    @inline(__always) get { value.pointee[keyPath: member] }
  }
}
