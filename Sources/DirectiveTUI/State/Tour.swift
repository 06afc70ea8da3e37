import DirectiveModel

/// A walk through the keys: one step asks for something, and the next comes when the reader has done it.
struct Tour: Equatable, Sendable {
  /// How many steps are done.
  var done = 0

  struct Step: Sendable {
    /// What the reader is asked for, with the keys that are in force.
    let asks: @Sendable (KeyBindings) -> Phrase
    /// Whether what was pressed did it.
    let isDone: @Sendable (_ before: State, _ after: State) -> Bool
  }

  /// The step under way; nil when all are done.
  var step: Step? { done < Self.steps.count ? Self.steps[done] : nil }

  /// Goes on where the reader has done what the step asks for.
  func following(from before: State, to after: State) -> Tour {
    guard let step, step.isDone(before, after) else { return self }
    return Tour(done: done + 1)
  }

  /// What is said to the reader, with how far he is.
  func text(_ bindings: KeyBindings) -> Phrase {
    let place = Phrase(verbatim: "\(min(done + 1, Self.steps.count))/\(Self.steps.count) ")
    return step.map { place + $0.asks(bindings) } ?? .tourDone(bindings)
  }

  private static let steps: [Step] = [
    Step {
      Phrase(
        "The outline stands left, its text right. Press \($0["next-row"]) for the next point.",
        "左边是大纲，右边是正文。按 \($0["next-row"]) 到下一个要点。")
    } isDone: {
      $0.chosen < $1.chosen
    },
    Step {
      Phrase(
        "\($0["collapse"]) folds a theme. Press it until the theme is folded.",
        "\($0["collapse"]) 折叠主题。请按到主题折起为止。")
    } isDone: {
      $0.folds.rows.count > $1.folds.rows.count
    },
    Step {
      Phrase("\($0["expand"]) unfolds it. Press \($0["expand"]).", "\($0["expand"]) 展开。请按 \($0["expand"])。")
    } isDone: {
      $0.folds.rows.count < $1.folds.rows.count
    },
    Step {
      Phrase(
        "Every point has an address. Type 2.3 and \($0["open"]): the third point of the second theme.",
        "每个要点都有编号。输入 2.3 再按 \($0["open"])：到第二个主题的第三个要点。")
    } isDone: {
      !$0.typedNumber.isEmpty && $1.typedNumber.isEmpty && $1.document.addressText(of: $1.chosen) == $0.typedNumber
    },
    Step {
      Phrase(
        "The text shows it; \($0["open"]) goes there to read. Press \($0["open"]).",
        "正文显示该要点；\($0["open"]) 进入正文阅读。请按 \($0["open"])。")
    } isDone: {
      $0.focus == .outline && $1.focus == .text
    },
    Step {
      Phrase(
        "In the text, \($0["next-row"]) and \($0["text-page-down"]) go down in it. Press \($0["next-row"]).",
        "在正文中，\($0["next-row"]) 和 \($0["text-page-down"]) 向下移动。请按 \($0["next-row"])。")
    } isDone: {
      $0.text.anchor < $1.text.anchor
    },
    Step {
      Phrase(
        "Press \($0["search"]), type a word such as model, and Enter.", "按 \($0["search"])，输入 model 等词，再按回车。")
    } isDone: {
      guard case .prompt(let prompt) = $0.mode, case .search = prompt.kind, case .browse = $1.mode else { return false }
      return $1.search?.current != nil
    },
    Step {
      Phrase(
        "\($0["next-match"]) goes to the next match, \($0["previous-match"]) to the one before. Press \($0["next-match"]).",
        "\($0["next-match"]) 到下一处，\($0["previous-match"]) 到上一处。请按 \($0["next-match"])。")
    } isDone: {
      $0.search?.current != $1.search?.current
    },
    Step {
      Phrase(
        "\($0["back"]) takes you back to where you were before a jump. Press \($0["back"]).",
        "\($0["back"]) 返回跳转前的位置。请按 \($0["back"])。")
    } isDone: {
      $0.jumps.previous != nil && $0.jumps != $1.jumps
    },
    Step {
      Phrase(
        "\($0["pick"]) picks a heading: press it, type some of its letters, and Enter.",
        "\($0["pick"]) 选取标题：按此键，输入几个字，再按回车。")
    } isDone: {
      if case .picker = $0.mode, case .browse = $1.mode { $0.jumps != $1.jumps } else { false }
    },
    Step {
      Phrase(
        "\($0["switch-pane"]) goes from the text to the outline and back. Press \($0["switch-pane"]).",
        "\($0["switch-pane"]) 在正文与大纲之间切换。请按 \($0["switch-pane"])。")
    } isDone: {
      $0.focus != $1.focus
    },
    Step {
      Phrase(
        "\($0["print"]) prints the chosen point to the terminal when you leave. Press \($0["print"]).",
        "\($0["print"]) 使所选要点在退出时印在终端上。请按 \($0["print"])。")
    } isDone: {
      $0.printouts.count < $1.printouts.count
    },
    Step {
      Phrase(
        "\($0["help"]) shows all keys. Look, and close it with \($0["close"]).",
        "\($0["help"]) 列出全部按键。看过后按 \($0["close"]) 关闭。")
    } isDone: {
      if case .help = $0.mode, case .browse = $1.mode { true } else { false }
    },
  ]
}

extension KeyBindings {
  /// The first key that an action is bound to, or where there is none the action's name as a command.
  fileprivate subscript(name: String) -> String {
    sections.lazy.flatMap(\.rows).first { $0.name == name }?.keys.first ?? "‹\(name)›"
  }
}

extension Phrase {
  fileprivate static func tourDone(_ bindings: KeyBindings) -> Phrase {
    let close = bindings["close"]
    return Phrase(
      "That was the tour. \(close) leaves, and prints what you chose; then: directives FILE.",
      "导览完毕。\(close) 退出，并印出所选要点；之后可用：directives 文件。")
  }
}

extension State {
  /// Takes a key, and goes on with the tour where it did what the tour asks for.
  mutating func press(_ key: Key) -> Effect? {
    guard tour != nil else { return take(key) }
    let before = self
    let effect = take(key)
    tour = tour?.following(from: before, to: self)
    return effect
  }

  /// Begins the tour, or leaves it.
  mutating func toggleTour() {
    tour = tour == nil ? Tour() : nil
  }
}
