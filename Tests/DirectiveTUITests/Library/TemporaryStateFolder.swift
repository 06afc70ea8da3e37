import Foundation
import TestSupport

@testable import DirectiveTUI

/// Calls `body` with a folder for the state that is not there yet, inside one that is removed afterwards.
func withStateFolder(_ body: (StateFolder) throws -> Void) throws {
  try Folder.temporary { try body(StateFolder($0.appendingPathComponent("state/directives").path)) }
}
