import Testing

@testable import DirectiveModel

@Suite struct DocumentTreeTests {
  private let law = Document(source: Source("Law\n\nArticle 1 Books.\n\n(a) lent\n\n(b) returned\n\nArticle 2 Rooms."))

  private var tree: Document {
    var tree = DocumentTree()
    tree.add("Folder", depth: 1)
    tree.add("Law", "law.txt  2021", depth: 2)
    tree.add(law, depth: 3)
    tree.add("Other", "other.txt", depth: 2)
    return tree.document
  }

  @Test func keepsThePointsOfADocumentBelowItsEntry() {
    let tree = tree
    let entry = tree.outline.children(of: 0)
    #expect(entry.map { tree.heading(of: $0) } == ["Law", "Other"])
    #expect(tree.outline.path(to: 4).map { tree.heading(of: $0) } == ["Folder", "Law", "Books", "lent"])
    #expect(tree.source.string(tree.ownText(of: 1)) == "Law\nlaw.txt  2021\n\n")
    #expect(tree.source.string(tree.text(of: 6)).hasPrefix("Article 2 Rooms."))
  }

  @Test func countsAddressesInTheDocument() {
    #expect(
      tree.outline.points.indices.map { tree.outline.address(of: $0)?.description } == [
        nil, nil, nil, "1", "1.1", "1.2", "2", nil,
      ])
    #expect(
      tree.outline.points.indices.map { tree.outline.writtenAddress(of: $0) } == [
        nil, nil, nil, "1", "1.1", "1.2", "2", nil,
      ])
  }

  @Test func holdsItsWholeText() {
    let tree = tree
    let text = tree.outline.points.indices.map { tree.source.string(tree.ownText(of: $0)) }.joined()
    #expect(text == tree.source.string(0..<tree.source.bytes.count))
  }
}
