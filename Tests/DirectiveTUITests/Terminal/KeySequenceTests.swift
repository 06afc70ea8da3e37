import Testing

@testable import DirectiveTUI

@Suite struct KeySequenceTests {
  @Test(arguments: [
    ("[1~", Key.home), ("[4~", .end), ("[7~", .home), ("[8~", .end), ("[H", .home), ("OF", .end), ("[A", .up),
    ("OB", .down), ("OP", .function(1)), ("[11~", .function(1)), ("[14~", .function(4)), ("[15~", .function(5)),
    ("[24~", .function(12)), ("[[E", .function(5)), ("[5~", .pageUp), ("[Z", .backTab), ("OM", .enter),
  ]) func knows(sequence: String, key: Key) {
    #expect(KeySequence.key(sequence) == key)
  }

  @Test(arguments: [
    ("[1;5A", Key.up), ("[1;2B", .down), ("[1;3D", .altLeft), ("[1;3C", .altRight), ("[1;3A", .up),
    ("[6;5~", .pageDown), ("[1;2P", .function(1)),
  ]) func leavesModifiersOut(sequence: String, key: Key) {
    #expect(KeySequence.key(sequence) == key)
  }

  @Test(arguments: ["[I", "[99~", "[?1;2c", "Ox", "[", "[12;", "[>0;1c"]) func knowsNo(sequence: String) {
    #expect(KeySequence.key(sequence) == nil)
  }

  @Test(arguments: ["[", "O", "[1", "[1;5", "[[", "[?62", "O1"]) func waitsForTheRestOf(sequence: String) {
    #expect(!KeySequence.isComplete(sequence))
  }

  @Test(arguments: ["[A", "[1~", "[[A", "OP", "[1;5A"]) func isDoneWith(sequence: String) {
    #expect(KeySequence.isComplete(sequence))
  }
}
