/// A place in a document's text that cites a point of the same document.
public struct Reference: Equatable, Sendable {
  /// The bytes that cite: `第十二条第二款`, `section 2.3`.
  public let range: Range<Int>
  /// The id of the point cited.
  public let target: Int
  /// The bytes cited: the point with all inside it, or one of its paragraphs that carry no number (`第二款`).
  public let text: Range<Int>
  /// How many more points have the number cited, and are as near to what cites: it is not said which is meant.
  public var others = 0
}

/// A citation as it is written, not yet looked up.
struct Citation {
  /// A part, and where in the cited document to look for it: from the outermost one.
  struct Step: Equatable {
    let unit: ReferenceUnit
    let number: ReferenceNumber
  }

  var range: Range<Int>
  var steps: [Step]
  /// 前条, 次条, 前款: how many articles or paragraphs away from the one that cites; 0 where numbers say it.
  var distance = 0
  /// What the distance counts.
  var distanceUnit = ReferenceUnit.article
  /// Whether it cites another work.
  var isExternal = false

  /// Which of the inner steps a bracket behind `and` stands in place of: (2) that of `Article 5(1)(a)` which is in digits.
  func place(of number: ReferenceNumber) -> Int? {
    let like = steps.indices.dropFirst().filter { steps[$0].number.isInDigits == number.isInDigits }
    return like.last { steps[$0].number.mayCount == number.mayCount } ?? like.last
  }
}
