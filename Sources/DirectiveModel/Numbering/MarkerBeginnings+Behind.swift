extension MarkerBeginnings {
  /// A set of characters, and whether the end of the line is in it, too.
  struct Characters {
    /// Those of ASCII, a bit for each.
    private(set) var ascii: (low: UInt64, high: UInt64) = (0, 0)
    /// Others; there may be more.
    private(set) var wide: [UInt32] = []
    /// Whether all others are in the set.
    private(set) var hasAllWide = false
    private(set) var hasEnd = false

    init() {}

    init(_ scalars: [UInt32]) { add(scalars) }

    static let end = {
      var set = Self()
      set.hasEnd = true
      return set
    }()
    static let wideOrEnd = {
      var set = end
      set.hasAllWide = true
      return set
    }()
    static let anything = all(but: "")

    static func all(but excluded: String) -> Self {
      var set = wideOrEnd
      let excluded = Self(excluded.unicodeScalars.map(\.value))
      set.ascii = (~excluded.ascii.low, ~excluded.ascii.high)
      return set
    }

    static func + (one: Self, other: Self) -> Self {
      var sum = one
      sum.add(other)
      return sum
    }

    mutating func add(_ scalars: [UInt32]) {
      for scalar in scalars {
        if scalar < 0x40 {
          ascii.low |= 1 << scalar
        } else if scalar < 0x80 {
          ascii.high |= 1 << (scalar - 0x40)
        } else {
          wide.append(scalar)
        }
      }
    }

    mutating func add(_ other: Self) {
      ascii = (ascii.low | other.ascii.low, ascii.high | other.ascii.high)
      wide += other.wide
      hasAllWide = hasAllWide || other.hasAllWide
      hasEnd = hasEnd || other.hasEnd
    }

    func contains(ascii scalar: UInt32) -> Bool {
      (scalar < 0x40 ? ascii.low >> scalar : ascii.high >> (scalar - 0x40)) & 1 == 1
    }
  }

  /// What can stand behind a marker's first character, or behind the number that it begins.
  struct Behind {
    /// Where a character stands: blanks and stops are places to stand behind.
    enum Place: Int, CaseIterable { case atOnce, behindBlanks, behindStop, behindStopAndBlanks }

    private var sets: [Characters]

    init() { self.init(everywhere: Characters()) }

    private init(everywhere set: Characters) { sets = Place.allCases.map { _ in set } }

    static let anything = Behind(everywhere: .anything)

    subscript(_ place: Place) -> Characters {
      get { sets[place.rawValue] }
      set { sets[place.rawValue] = newValue }
    }

    /// Adds what a pattern begins with; `following` adds what stands behind it, where that is seen.
    mutating func add(
      _ pattern: Slice<StyleIndex.Pattern>, at place: Place = .atOnce,
      then following: (inout Behind, Place) -> Void
    ) {
      guard let first = pattern.first else { return following(&self, place) }
      let rest = pattern.dropFirst()
      if first == StyleIndex.blanks || first == StyleIndex.anyBlanks {
        if first == StyleIndex.anyBlanks { add(rest, at: place, then: following) }
        switch place {
        case .atOnce: add(rest, at: .behindBlanks, then: following)
        case .behindStop: add(rest, at: .behindStopAndBlanks, then: following)
        case .behindBlanks, .behindStopAndBlanks:
          if first == StyleIndex.blanks { add(rest, at: place, then: following) }
        }
      } else if place == .atOnce, first == 0x2E {
        add(rest, at: .behindStop, then: following)
      } else {
        self[place].add(MarkerBeginnings.characters(matching: first))
        if first == 0x2D { self[place].add([MarkerBeginnings.dashBeforeDigit]) }
      }
    }

    /// Adds what stands right at `place`, and what does there behind blanks.
    mutating func add(_ place: Place, _ next: Characters, spaced: Characters) {
      self[place].add(next)
      switch place {
      case .atOnce:
        self[.behindBlanks].add(spaced)
        if next.contains(ascii: 0x2E) { (self[.behindStop], self[.behindStopAndBlanks]) = (.anything, .anything) }
      case .behindStop: self[.behindStopAndBlanks].add(spaced)
      case .behindBlanks, .behindStopAndBlanks: self[place] = .anything
      }
    }
  }
}
