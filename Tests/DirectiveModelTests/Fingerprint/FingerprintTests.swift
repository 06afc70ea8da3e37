import DirectiveModel
import Testing

/// Points that are found again after their document has changed.
@Suite struct FingerprintTests {
  private static let text = """
    Notice

    1. Open the reading room longer

    (a) Open on Sundays, from nine until the last reader leaves.

    (b) Train more volunteers for the evening hours.

    2. Care for the books

    (a) Repair what is torn before it is lent again.

    (b) 爱护图书，保持清洁，损坏的书刊要及时修补。

    """

  private let before = document(text)

  private static func document(_ text: String) -> Document { Document(source: Source(text)) }

  /// Where the point that stood at `address` stands after `change`, and what is said of it.
  private func found(
    _ address: String, after change: (String) -> String
  ) throws -> (address: String, change: FingerprintFinder.Change)? {
    let after = Self.document(change(Self.text))
    var finder = FingerprintFinder(after)
    let fingerprint = before.fingerprint(of: try #require(before.point(addressed: address)))
    return finder.find(fingerprint).map { (after.addressText(of: $0.id), $0.change) }
  }

  @Test(arguments: ["1", "1.1", "1.2", "2", "2.1", "2.2", "preamble"]) func staysWhereItIs(address: String) throws {
    #expect(try found(address) { $0 }! == (address, .none))
  }

  @Test func isFoundWhereAPointCameBeforeIt() throws {
    let found = try found("2.1") {
      $0.replacing("(a) Repair", with: "(a) Count all books twice a year.\n\n(b) Repair").replacing(
        "(b) 爱", with: "(c) 爱")
    }
    #expect(found! == ("2.2", .moved))
  }

  @Test func isFoundInAnotherTheme() throws {
    let found = try found("2.1") {
      let moved = "(a) Repair what is torn before it is lent again.\n\n"
      return $0.replacing(moved, with: "").replacing("2. Care", with: "(c)" + moved.dropFirst(3) + "2. Care")
        .replacing("(b) 爱", with: "(a) 爱")
    }
    #expect(found! == ("1.3", .moved))
  }

  @Test func isFoundThoughItIsWrappedOtherwise() throws {
    #expect(try found("2.1") { $0.replacing("before it is", with: "before\n  it   is") }! == ("2.1", .none))
  }

  @Test(arguments: [
    ("1.1", "from nine until", "from ten in the morning until"), ("2.2", "及时修补", "马上修补"),
    ("1.2", "Train more volunteers", "Find and train more volunteers"),
  ])
  func isFoundThoughItIsEdited(address: String, old: String, new: String) throws {
    #expect(try found(address) { $0.replacing(old, with: new) }! == (address, .edited))
  }

  @Test func isFoundThoughItIsEditedAndMoved() throws {
    let found = try found("1.1") {
      $0.replacing("(a) Open on Sundays, from nine", with: "(a) Something new.\n\n(b) Open on all Sundays, from ten")
        .replacing("(b) Train", with: "(c) Train")
    }
    #expect(found! == ("1.2", .alike))
  }

  @Test func isNotFoundWhereItIsGone() throws {
    let found = try found("1.1") {
      $0.replacing(
        "Open on Sundays, from nine until the last reader leaves.", with: "Nothing of the kind remains here.")
    }
    #expect(found == nil)
  }

  @Test func standsNearestOfSeveralAlike() throws {
    let text = "1. One\n(a) Repealed\n(b) Repealed\n2. Two\n(a) Repealed\n"
    let before = Self.document(text)
    let after = Self.document(text.replacing("(a) Repealed\n(b) Repealed", with: "(a) Anew\n(b) Repealed"))
    var finder = FingerprintFinder(after)
    let fingerprint = before.fingerprint(of: try #require(before.point(addressed: "1.1")))
    let found = finder.find(fingerprint)
    let (id, change) = try #require(found)
    #expect(after.addressText(of: id) == "1.2")
    #expect(change == .moved)
  }

  @Test func knowsPlacesInAPointByTheTextBeforeThem() throws {
    let id = try #require(before.point(addressed: "2.1"))
    let lent = before.source.bytes.firstRange(of: Array("lent".utf8))
    let word = try #require(lent?.lowerBound)
    let depth = before.depth(of: word, in: id)
    #expect(before.offset(atDepth: depth, in: id) == word)
    let wrapped = Self.document(Self.text.replacing("(a) Repair what is", with: "(a)  Repair\n what\n is"))
    let again = wrapped.offset(atDepth: depth, in: try #require(wrapped.point(addressed: "2.1")))
    #expect(wrapped.source.string(again..<again + 4) == "lent")
    #expect(before.offset(atDepth: .max, in: id) < before.ownText(of: id).upperBound)
    #expect(before.offset(atDepth: -1, in: id) >= before.ownText(of: id).lowerBound)
  }

  /// Each word of each fingerprint took a pass through the document.
  @Test func looksForAllWordsAtOnce() throws {
    func text(_ word: String, _ points: Int) -> String {
      (1...points).map { "\($0). \(word)\($0) \(word)s \(word)ing\n" }.joined()
    }
    let before = Self.document(text("repair", 300) + "301. Lend whole shelves\n")
    let after = Self.document(text("count", 3000).replacing("2000. ", with: "2000. lend overwhole shelves "))
    var finder = FingerprintFinder(after)
    let attachments = before.outline.points.indices.map { id in
      let seen = before.fingerprint(of: id)
      return Attachment(seen: seen, origin: seen.hash)
    }
    let places = finder.places(of: attachments)
    #expect(places.dropLast().allSatisfy { $0 == nil })
    let (id, change) = try #require(places.last ?? nil)
    #expect(after.addressText(of: id) == "2000" && change == .alike)
  }

  @Test(arguments: ["", "0", "1.99999999999999999999", "9.9", "1.1.1.1", "\u{1B}[2J", "preamble.1"])
  func bearsAddressesThatAreNone(address: String) {
    var finder = FingerprintFinder(before)
    #expect(finder.find(Fingerprint(address: address, hash: 1, words: [])) == nil)
    #expect(finder.find(Fingerprint(address: address, hash: 1, words: ["", "\0"])) == nil)
  }

  @Test func keepsItsHash() throws {
    // As written into state files by the first version.
    #expect(Self.document("1. Open the doors\n").fingerprint(of: 0).hash == 0x2EBA_B820_6171_0BB1)
  }

  @Test func tellsContentsApart() {
    let texts = ["", "a", "a\0", "12345678", "12345678a", "1234567", "123456789012345", "爱护图书"]
    #expect(Set(texts.map { Source($0).contentHash }).count == texts.count)
  }
}
