import Testing

@testable import DirectiveModel

/// Sections numbered by a bare number.
@Suite struct BareNumberTests {
  @Test func standAboveTheirFirstDecimal() {
    #expect(
      outlineText("Rules\n\n5 Tests\n\nText.\n\n5.1 Scope\n\nText.\n\n5.2 Terms\n\nText.\n")
        == "5 Tests\n  5.1 Scope\n  5.2 Terms")
    #expect(
      outlineText("Rules\n\n1 Oil\n\n1.1 Water\n\n1.2 Wood\n\n1.2.1 Straw\n")
        == "1 Oil\n  1.1 Water\n  1.2 Wood\n    1.2.1 Straw")
    #expect(outlineText("规程\n\n4 要求\n\n4.1 目的\n\n甲。\n\n4.2 范围\n\n乙。\n") == "4 要求\n  4.1 目的\n  4.2 范围")
  }

  @Test func standAboveDecimalsInConsecutiveLines() {
    #expect(
      outlineText("7 Scope\n7.1 Oil\n7.2 Water\n8 Tests\n8.1 Wood\n9 Marking\n")
        == "7 Scope\n  7.1 Oil\n  7.2 Water\n8 Tests\n  8.1 Wood\n9 Marking")
    #expect(
      outlineText("4. Introduction\n4.1. Oil\n4.2. Water\n5. Tests\n5.1. Wood\n")
        == "4. Introduction\n  4.1. Oil\n  4.2. Water\n5. Tests\n  5.1. Wood")
  }

  @Test func standAboveDecimalsBeforeLowercase() {
    #expect(
      outlineText(
        "1. The buyer shall\n1.1 pay the price\n1.2 take the goods\n1.3 sign for them\n2. The seller shall rest\n")
        == "1. The buyer shall\n  1.1 pay the price\n  1.2 take the goods\n  1.3 sign for them\n2. The seller shall rest"
    )
    #expect(outlineText("1. Oil\n\n1.1 million came.\n\n2. Water\n\n2.2 barrels left.") == "1. Oil\n2. Water")
  }

  @Test func countManySectionsBeforeADecimal() {
    let sections = (1...120).map { "\($0) Heading \($0)\nText of it.\n\n" }.joined()
    let text = sections + (1...3).map { "120.\($0) Sub \($0)\n\n" }.joined()
    #expect(outlineText(text).split(separator: "\n").count == 123)
  }

  @Test func numberSectionsWithoutDecimals() {
    #expect(
      outlineText("Report\n\n1 Intro\n\nSome text.\n\n2 Body\n\nMore text.\n\n3 End\n\nThe last.\n")
        == "1 Intro\n2 Body\n3 End")
  }

  @Test func numberSectionsThatTheContentsList() {
    let text = """
      规程

      目录

      1 范围 ........ 1
      2 要求 ........ 3

      1 范围

      本规程适用于各类粮仓。

      2 要求

      粮仓应当干燥。
      """
    #expect(outlineText(text) == "1 范围\n2 要求")
    #expect(OutlineReader.notes(of: Source(text)).isEmpty)
  }

  @Test(arguments: [
    "1 January\n\nIt rained.\n\n2 January\n\nIt snowed.\n\n3 January\n\nIt froze.\n",
    "1 Report on Parks\n\nThey are green.\n\n2 Report on Parks\n\nThey are wide.\n\n3 Report on Parks\n\nThey are old.\n",
    "1 apple\n\nred ones\n\n2 pears\n\ngreen ones\n\n3 plums\n\nblue ones\n",
    "Granted: 1) for oil;\n2) separate wood;\n3) for straw.\n\n5 Tests\n\n3.1 barrels left.\n",
    "2021. It rained.\n\n2022. It snowed.\n\n2023. It froze.\n",
    "5 Tests were made.\n\nOne was not.\n\n5.1 million came.\n",
  ])
  func areNoSectionsInProse(text: String) {
    #expect(outlineText("Notes\n\n" + text).isEmpty)
  }
}
