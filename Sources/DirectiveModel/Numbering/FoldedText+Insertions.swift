/// Reading what an inserted unit adds to its number: `3a`, `第三条之一`, `IV-I`.
extension FoldedText {
  /// `3a`, `12A`, `2-1`, `IV-I`, `2-bis`, `Статья 3.1`: moves `end` behind it and returns its number.
  @inline(__always)
  func readInsertion(_ end: inout Int, in row: StyleIndex.Row, before limit: Int) -> Int {
    let (scalar, length) = self.scalar(at: end, before: limit)
    let begins =
      scalar < 0x80 && (scalar | 0x20) &- 0x61 < 26
      || scalar == 0x2D || row.kind == .unit && (scalar == 0x20 || scalar == 0x2E)
    return begins ? readInsertion(scalar, length, &end, in: row, before: limit) : 0
  }

  private func readInsertion(
    _ scalar: UInt32, _ length: Int, _ end: inout Int, in row: StyleIndex.Row, before limit: Int
  ) -> Int {
    if scalar == 0x2D || scalar == 0x20 && row.kind == .unit,
      let match = WordSequence.latinAdverbs.read(self, at: end + length, before: limit)
    {
      end = match.end
      return match.value * 100
    }
    if scalar == 0x2E, row.isNamed, row.numerals.count == 1,
      let match = ArabicNumeral.read(self, at: end + length, before: limit)
    {
      end = match.end
      return match.value * 100
    }
    if scalar == 0x2D, row.kind == .unit,
      let match = ArabicNumeral.read(self, at: end + length, before: limit)
        ?? RomanNumeral.read(self, at: end + length, before: limit, upper: true),
      !Self.isLetter(self.scalar(at: match.end, before: limit).value)
    {
      end = match.end
      return match.value * 100
    }
    let lower = scalar | 0x20
    guard lower >= 0x61, lower <= 0x7A else { return 0 }
    let next = self.scalar(at: end + length, before: limit).value
    guard !Self.isLetter(next), !Self.isDigit(next) else { return 0 }
    end += length
    return Int(lower - 0x60) * 100
  }

  /// `之一`, `の二の三`, `의2`: moves `end` behind it and returns its number.
  func readChineseInsertion(_ end: inout Int, before limit: Int) -> Int {
    var insertion = 0
    var scale = 100
    while true {
      let (scalar, length) = self.scalar(at: end, before: limit)
      guard scalar == 0x4E4B || scalar == 0x306E || scalar == 0x30CE || scalar == 0xC758,
        let match = ChineseNumeral.read(self, at: end + length, before: limit)
          ?? ArabicNumeral.read(self, at: end + length, before: limit),
        match.value > 0
      else { return insertion }
      insertion += match.value * scale
      scale = 1
      end = match.end
    }
  }
}
