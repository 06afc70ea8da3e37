/// What is odd about a number that was taken for a point's all the same. Readings are indices into `Candidates`.
struct NumberingOddity {
  enum Kind {
    /// Numbers are left out between `previous` and `reading`.
    case gap
    /// `reading` bears the number of `previous` once more.
    case repeated
    /// `reading` comes after a larger number, `previous`.
    case late
    /// The list begins with `reading`, which is not its first number.
    case lacksBeginning
  }

  let kind: Kind
  let reading: Int
  let previous: Int

  init(_ kind: Kind, _ reading: Int, after previous: Int = -1) {
    self.kind = kind
    self.reading = reading
    self.previous = previous
  }
}
