import DirectiveModel
import Foundation
import TestSupport
import Testing

@testable import DirectiveTUI

@Suite struct GatheredBytesTests {
  private func add(_ text: String, to gathered: inout GatheredBytes) {
    let added = gathered.append(atMost: 1 << 10) { place in
      for (index, byte) in text.utf8.enumerated() { place[index] = byte }
      return text.utf8.count
    }
    #expect(added == text.utf8.count)
  }

  @Test func keepsWhatWasHandedOutAsItWas() {
    var gathered = GatheredBytes()
    #expect(gathered.bytes.isEmpty)
    var (text, held) = ("", [(String, TextBytes)]())
    for number in 0..<300 {
      let piece = "\(number). point\n"
      add(piece, to: &gathered)
      text += piece
      held.append((text, gathered.bytes))
    }
    #expect(held.allSatisfy { $0.1 == TextBytes($0.0) })
  }

  @Test func copiesNoMoreThanItHasToWhileSomebodyHoldsWhatCame() {
    var gathered = GatheredBytes()
    var held: [TextBytes] = []
    var places: Set<UInt> = []
    for _ in 0..<2000 {
      add(String(repeating: "a", count: 1 << 10), to: &gathered)
      held.append(gathered.bytes)
      places.insert(gathered.bytes.withUnsafeBytes { UInt(bitPattern: $0.baseAddress) })
    }
    #expect(places.count <= 12)
  }

  @Test func leavesItAsItIsWhereNothingComes() {
    var gathered = GatheredBytes()
    add("one", to: &gathered)
    #expect(gathered.append(atMost: 10) { _ in -1 } == -1)
    #expect(gathered.append(atMost: 10) { _ in 0 } == 0)
    #expect(gathered.bytes == TextBytes("one"))
  }
}
