/// The styles of points inside a paragraph, and by what their first and second numbers are found.
extension InlineRuns {
  /// What it points to is made once and never freed, so that handing it on counts no references.
  struct Style: @unchecked Sendable {
    let index: UInt8
    let prefixes: UnsafeBufferPointer<StyleIndex.Pattern>
    let numerals: UnsafeBufferPointer<NumeralSystem>
    let suffixes: UnsafeBufferPointer<StyleIndex.Pattern>
    /// Whether its markers are numbers that sentences hold, too: `2.`, `2、`.
    let isPlain: Bool
    /// The dress that its second and further markers may have, too: `One is to …; the second is …`.
    var changed = UnsafeBufferPointer<Style>(start: nil, count: 0)
  }

  /// Styles, and which of them a first marker can be of by its first scalar.
  struct Styles {
    /// A set of places in the list.
    typealias Places = UInt64

    let list: [Style]
    /// By its index, whether a style is among them.
    private var isHeld = [Bool](repeating: false, count: 256)
    private var ofASCII = [Places](repeating: 0, count: 128)
    private var ofOthers: [(first: UInt32, places: Places)] = []

    static let all = Styles(InlineRuns.styles)
    static let leading = Styles(InlineRuns.leadingStyles)

    init(_ list: [Style]) {
      self.list = list
      for (place, style) in list.enumerated() {
        isHeld[Int(style.index)] = true
        let firsts = style.prefixes.flatMap { prefix in
          prefix.first.map { [$0] } ?? style.numerals.flatMap(\.firsts).compactMap { $0.unicodeScalars.first?.value }
        }
        for first in firsts {
          let bit: Places = 1 << Places(place)
          if first < 128 {
            ofASCII[Int(first)] |= bit
          } else if let known = ofOthers.firstIndex(where: { $0.first == first }) {
            ofOthers[known].places |= bit
          } else {
            ofOthers.append((first, bit))
          }
        }
      }
    }

    func hold(_ style: UInt8) -> Bool { isHeld[Int(style)] }

    /// The places of the styles of which a first marker can begin with a scalar, folded and in lower case.
    @inline(__always)
    func places(openedBy first: UInt32) -> Places {
      if first < 128 { return ofASCII[Int(first)] }
      // Most characters begin no marker of any style.
      guard first < 0x10000, StyleIndex.all.bucketOfScalar[Int(first)] != 0 else { return 0 }
      return ofOthers.first { $0.first == first }?.places ?? 0
    }
  }

  /// Ordinals, and the brackets and circles that sentences hold.
  static let styles = made(["①", "(1)", "（一）", "(a)", "(i)"]) {
    $0.kind == .ordinal && !$0.isAmong([changed.ordinal])
  }.map { style in
    guard NumberingStyle.all[Int(style.index)].isAmong([changed.cardinal]) else { return style }
    var style = style
    style.changed = StyleIndex.keep(made([changed.ordinal]) { _ in false })
    return style
  }

  /// Ordinals that sentences hold as often go on with cardinals alone.
  private static let changed = (cardinal: "One is to", ordinal: "The first is")

  /// Those and plain numbers, which are no sums or dates behind the marker of a point.
  static let leadingStyles = styles + made(plainNames) { _ in false }

  private static let plainNames = ["1.", "1、"]

  private static func made(_ names: [String], or isOne: (NumberingStyle) -> Bool) -> [Style] {
    func scalars(_ texts: [String]) -> [[UInt32]] {
      texts.map { $0.unicodeScalars.map(\.value) }.sorted { $0.count > $1.count }
    }
    func kept(_ texts: [[UInt32]]) -> UnsafeBufferPointer<StyleIndex.Pattern> {
      StyleIndex.keep(texts.map(StyleIndex.keep))
    }
    return NumberingStyle.all.enumerated().filter { $1.isAmong(names) || isOne($1) }.map { index, style in
      Style(
        index: UInt8(index),
        prefixes: kept(scalars(style.prefixes.filter { !$0.hasPrefix("and") && !$0.hasPrefix("but") })),
        numerals: StyleIndex.keep(style.numerals),
        suffixes: kept(scalars(style.suffixes).filter { style.kind != .ordinal || $0 != [0x2E] }),
        isPlain: style.isAmong(plainNames))
    }
  }

  static let joints: [[UInt32]] = ["and", "or", "und", "oder", "et", "ou", "以及", "和"].map {
    $0.unicodeScalars.map(\.value)
  }
}

/// The second markers of runs inside paragraphs, or those that come last whatever their number, from their numbers on.
/// Nothing else tells so soon that there is no run in a paragraph.
struct SecondMarkers: @unchecked Sendable {
  private let scan: MarkScan
  /// By the first character of their numbers. Made once and never freed, so that trying one counts no references.
  private let markers: UnsafeBufferPointer<(first: UInt32, markers: UnsafeBufferPointer<Marker>)>

  private typealias Marker = (number: StyleIndex.Pattern, suffixes: UnsafeBufferPointer<StyleIndex.Pattern>)

  static let all = SecondMarkers(InlineRuns.styles)

  init(_ styles: [InlineRuns.Style]) {
    // Lists, not dictionaries, whose types cost more than finding a place among few.
    var numbers: [(text: String, suffixes: [StyleIndex.Pattern])] = []
    var kinds: [[String]] = []
    for style in styles + styles.flatMap(\.changed) {
      for number in style.numerals.flatMap(\.seconds) {
        if let place = numbers.firstIndex(where: { $0.text == number }) {
          numbers[place].suffixes += style.suffixes
          continue
        }
        numbers.append((number, Array(style.suffixes)))
        for mark in Self.marks(of: number) {
          // By the first byte; capitals and small letters of full width apart, lest brackets resemble them.
          let count = mark.utf8.first == 0xEF ? 2 : 1
          if let kind = kinds.firstIndex(where: { $0[0].utf8.prefix(count).elementsEqual(mark.utf8.prefix(count)) }) {
            kinds[kind].append(mark)
          } else {
            kinds.append([mark])
          }
        }
      }
    }
    scan = MarkScan(kinds: kinds)
    var markers: [(first: UInt32, markers: [Marker])] = []
    for (text, suffixes) in numbers {
      let number = StyleIndex.keep(text.unicodeScalars.map(\.value))
      let marker = (number, StyleIndex.keep(suffixes))
      if let place = markers.firstIndex(where: { $0.first == number[0] }) {
        markers[place].markers.append(marker)
      } else {
        markers.append((number[0], [marker]))
      }
    }
    self.markers = StyleIndex.keep(markers.map { ($0.first, StyleIndex.keep($0.markers)) })
  }

  /// Whether one may stand in `range`.
  func mayStand(in text: FoldedText, _ range: Range<Int>) -> Bool {
    var index = range.lowerBound
    while true {
      index = scan.next(in: text, from: index, before: range.upperBound)
      guard index < range.upperBound else { return false }
      let first = FoldedText.lowercased(text.scalar(at: index, before: range.upperBound).value)
      for group in markers where group.first == first {
        for marker in group.markers {
          guard let end = text.match(pattern: marker.number, at: index, before: range.upperBound) else { continue }
          let next = FoldedText.lowercased(text.scalar(at: end, before: range.upperBound).value)
          for suffix in marker.suffixes where suffix.first.map({ $0 == next || $0 == StyleIndex.anyBlanks }) ?? true {
            if text.match(pattern: suffix, at: end, before: range.upperBound) != nil { return true }
          }
        }
      }
      index += 1
    }
  }

  /// A number by its first three bytes, a shorter one with what may follow: a bracket or a blank. What begins with an
  /// ASCII character may be of full width.
  private static func marks(of number: String) -> [String] {
    guard let first = number.unicodeScalars.first, first.isASCII else { return [number] }
    let behind = [")", "）", "﹚", " ", "\t", "\u{C}", "\u{A0}", "\u{1680}", "\u{2003}", "　"]
    let wide = [String(first), String(first).uppercased()].compactMap { text in
      text.unicodeScalars.first.flatMap { Unicode.Scalar($0.value + 0xFEE0) }.map(String.init)
    }
    return (number.utf8.count < 3 ? behind.map { number + $0 } : [number]) + wide
  }
}

extension NumeralSystem {
  /// How the first number of a run inside a paragraph is written.
  fileprivate var firsts: [String] {
    switch self {
    case .words(let sequence): sequence.words.filter { $0.value == 1 }.map(\.word.description)
    default: write(1).map { [$0] } ?? []
    }
  }

  /// How the second one is written, or one that comes last whatever its number.
  fileprivate var seconds: [String] {
    switch self {
    case .words(let sequence):
      sequence.words.filter { $0.value == 2 || $0.value == WordSequence.closes }.map(\.word.description)
    case .chinese:
      ChineseNumeral.scalars.filter { ChineseNumeral.value(of: $0) == 2 }
        .compactMap { Unicode.Scalar($0).map(String.init) }
    default: write(2).map { [$0] } ?? []
    }
  }
}
