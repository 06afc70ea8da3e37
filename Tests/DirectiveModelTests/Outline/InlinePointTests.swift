import Testing

@testable import DirectiveModel

/// Points inside a paragraph.
@Suite struct InlinePointTests {
  private func points(_ text: String) -> [String] {
    let document = Document(source: Source(text))
    return document.outline.points.indices.filter { document.outline.points[$0].kind == .numbered }.map { id in
      "\(document.outline.address(of: id)?.description ?? "") \(document.marker(of: id)) \(document.heading(of: id))"
    }
  }

  @Test(arguments: [
    (
      "一、总则\n\n二、任务。主要有：一是修船；二是修路，三是修桥。\n",
      ["1 一、 总则", "2 二、 任务", "2.1 一是 修船", "2.2 二是 修路", "2.3 三是 修桥"]
    ),
    (
      "1. Oil\n\n2. Water\n\nWe ask two things. First, buy it; and second, keep it. Both are cheap.\n",
      ["1 1. Oil", "2 2. Water", "2.1 First, buy it", "2.2 second, keep it"]
    ),
    (
      "1. The Board shall: (a) meet; (b) vote; and (c) report.\n\n2. Water\n",
      ["1 1. The Board shall", "1.1 (a) meet", "1.2 (b) vote", "1.3 (c) report", "2 2. Water"]
    ),
    ("We ask two things. First, buy oil. Second, keep it.\n", ["1 First, buy oil", "2 Second, keep it"]),
    ("一、总则\n\n二、首先，要快；其次，要好；最后，要省。", ["1 一、 总则", "2 二、 ", "2.1 首先， 要快", "2.2 其次， 要好", "2.3 最后， 要省"]),
    (
      "一、任务\n\n（1）修船；（2）修路；（3）修桥。\n\n二、要求\n（一）要快。（二）要好。\n",
      ["1 一、 任务", "1.1 （1） 修船", "1.2 （2） 修路", "1.3 （3） 修桥", "2 二、 要求", "2.1 （一） 要快", "2.2 （二） 要好"]
    ),
    (
      "Firstly, oil is dear; secondly, water is cheap; and finally, wood is light.\n",
      ["1 Firstly, oil is dear", "2 secondly, water is cheap", "3 finally, wood is light"]
    ),
    ("一、任务\n\n1．修船3.5米；2．修路1、2号；3．修桥。\n", ["1 一、 任务", "1.1 1． 修船3.5米", "1.2 2． 修路1、2号", "1.3 3． 修桥"]),
    ("一、任务\n\n1、涉及1、2、3号楼，2.4吨\n", ["1 一、 任务", "1.1 1、 涉及1、2、3号楼，2.4吨"]),
    ("1. Oil\n\n(a) buy; and (b) sell.\n", ["1 1. Oil", "1.1 (a) buy", "1.2 (b) sell"]),
    ("一、任务\n\n（一）修船；（二）修路。\n\n（二）修桥。\n", ["1 一、 任务", "1.1 （一） 修船；（二）修路", "1.2 （二） 修桥"]),
    ("一、总则\n\n二、检查：①门；②窗；③灯。", ["1 一、 总则", "2 二、 检查", "2.1 ① 门", "2.2 ② 窗", "2.3 ③ 灯"]),
  ])
  func finds(text: String, points expected: [String]) {
    #expect(points(text) == expected)
  }

  @Test(arguments: [
    "1. Oil under paragraphs (1) and (2) of the act\n\n2. Water",
    "1. We came first, they came second, and that was that\n\n2. Water",
    "一、一是一，二是二\n\n二、水", "一、检查内容为①门、②窗、③灯。\n\n二、水", "一、一是修船。\n\n二、水",
    "1. First, oil.\n\n2. Water; second, wood.",
    "1. Of the two oils the first is thin, the second is thick\n\n2. Water",
  ])
  func findsNone(text: String) {
    #expect(points(text).count == 2)
  }

  /// Of every style, in either width, and with blanks inside brackets.
  @Test(arguments: [
    ("First, oil; ", "second, wood"), ("ＦＩＲＳＴ， oil; ", "ＳＥＣＯＮＤ， wood"), ("Firstly, oil; ", "and secondly, wood"),
    ("In the first place, oil; ", "in the second place, wood"), ("One is to buy; ", "Two is to sell"),
    ("One is to buy; ", "the second is to sell"), ("One is the price. ", "The second is the weight"),
    ("第一，修船；", "第二，修路"), ("一是修船；", "二是修路"), ("一是修船；", "两是修路"), ("一要修船；", "贰要修路"), ("其一，修船；", "其二，修路"),
    ("首先，修船；", "其次，修路"), ("首先，修船；", "最后，修路"), ("首先，修船；", "最後，修路"), ("Erstens, das Öl; ", "zweitens, das Holz"),
    ("Premièrement, l'eau; ", "deuxièmement, l'huile"), ("Premièrement, l'eau; ", "secondement, l'huile"),
    ("Primero, el agua; ", "segundo, el vino"), ("Primera, el agua; ", "segunda, el vino"),
    ("(1) oil; ", "(2) wood"), ("(01) oil; ", "(02) wood"), ("( 1 ) oil; ", "( 2 ) wood"), ("（１）修船；", "（２）修路"),
    ("(1）修船；", "(2）修路"), ("﹙1﹚修船；", "﹙2﹚修路"), ("(a) oil; ", "(b) wood"), ("（ａ）修船；", "（ｂ）修路"),
    ("(i) oil; ", "(ii) wood"),
    ("（ｉ）修船；", "（ｉｉ）修路"), ("（一）修船；", "（二）修路"), ("①修船；", "②修路"),
  ])
  func findsARunOfTwo(first: String, second: String) {
    #expect(points("1. Oil\n\n2. We ask this: \(first)\(second) and more.\n").count == 4)
    let isRuledOut = Source("We ask this: \(second) and more.\n").withLines { text, _ in
      !SecondMarkers.all.mayStand(in: text, 0..<text.count)
    }
    #expect(isRuledOut == false)
  }

  @Test func leavesARunAboveOtherPointsInItsParagraph() {
    #expect(points("1. Oil: first, buy it; second, keep it.\n\n(a) thick\n\n(b) thin\n\n2. Water").count == 4)
  }

  @Test func losesAndDoublesNothing() {
    let text = "讲话\n\n一、任务：一是修船；二是修路。\n\n二、水\n\n同志们，完了。\n"
    let document = Document(source: Source(text))
    let texts = document.outline.points.indices.map { document.source.string(document.ownText(of: $0)) }
    #expect(texts.joined() == text)
    #expect(document.outline.points.last?.kind == .closing)
  }
}
