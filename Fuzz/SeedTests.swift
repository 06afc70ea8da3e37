import Foundation
import TestSupport
import Testing

/// What fuzzing begins with, and what it found, read by every test run.
@Suite struct SeedTests {
  private static let folder = Folder.project.appendingPathComponent("Fuzz/Seeds")

  private static func seeds(of target: FuzzTarget) throws -> [URL] {
    try FileManager.default.contentsOfDirectory(
      at: folder.appendingPathComponent(target.rawValue), includingPropertiesForKeys: nil)
  }

  @Test(arguments: FuzzTarget.allCases) func holds(target: FuzzTarget) throws {
    let seeds = try Self.seeds(of: target)
    #expect(seeds.count >= 4)
    for seed in seeds {
      #expect(throws: Never.self, "\(seed.lastPathComponent)") { try target.check(Array(try Data(contentsOf: seed))) }
    }
  }

  /// Each seed cut at every place, and with each byte changed in its turn.
  @Test(arguments: FuzzTarget.allCases) func holdsOfWhatIsNearby(target: FuzzTarget) throws {
    for seed in try Self.seeds(of: target) {
      let bytes = Array(try Data(contentsOf: seed)).prefix(100)
      for place in bytes.indices {
        var changed = Array(bytes)
        changed[place] = [0x00, 0x0A, 0x31, 0xFF][place % 4]
        for input in [Array(bytes[..<place]), changed] {
          #expect(throws: Never.self, "\(seed.lastPathComponent) at \(place)") { try target.check(input) }
        }
      }
    }
  }

  @Test func aBrokenRuleIsSeen() {
    #expect(throws: Violation.self) { try require(false, "it does not hold") }
  }
}
