import ArgumentParser
import DirectiveModel

/// Completes a place on the command line by the addresses of the document that the line names.
enum PlaceCompletion {
  static let kind = CompletionKind.custom { words, index, _ in places(words, index) }

  /// The addresses one level further than the word at `index` goes, with their headings where the shell shows them.
  private static func places(_ words: [String], _ index: Int) -> [String] {
    // What the library says of the word takes the last one for it, whatever stands behind.
    let prefix = words.indices.contains(index) ? words[index] : ""
    guard let document = document(among: words.enumerated().filter { $0.offset != index }.map(\.element)) else {
      return []
    }
    let depth = prefix.split(separator: ".", omittingEmptySubsequences: false).count
    var addresses = AddressCounter()
    var places: [String] = []
    for (id, point) in document.outline.points.enumerated() {
      guard point.kind == .numbered else {
        let name = document.addressText(of: id)
        if name.hasPrefix(prefix) { places.append(name) }
        continue
      }
      let address = addresses.next(point)
      guard Int(point.depth) <= depth, address.hasPrefix(prefix) else { continue }
      places.append(described(address, document.label(of: id).visible()))
    }
    return places
  }

  private static func described(_ address: String, _ heading: String) -> String {
    switch CompletionShell.requesting {
    case .zsh: "\(address):\(heading)"
    case .fish: "\(address)\t\(heading)"
    default: address
    }
  }

  /// The last word that can be read as a document.
  private static func document(among words: [String]) -> Document? {
    words.reversed().lazy.compactMap { word in
      word.hasPrefix("-") ? nil : try? DocumentReading(Input(word)).finishedDocument()
    }.first
  }
}
