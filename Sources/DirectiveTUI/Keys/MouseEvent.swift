/// What the mouse did; rows and columns of the screen, from 0.
struct MouseEvent: Equatable, Sendable {
  enum Kind: Equatable, Sendable {
    case press, release, wheelUp, wheelDown
    /// Moved with the button held.
    case drag
  }

  let kind: Kind
  let row: Int
  let column: Int
}
