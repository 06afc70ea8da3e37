/// What is said of notes, ticks, and what is kept between runs.
extension Phrase {
  static func noteLabel(_ place: String) -> Phrase { Phrase("Note on \(place): ", "\(place) 的笔记：") }
  static func noted(at place: String) -> Phrase { Phrase("Noted at \(place)", "已在 \(place) 记下笔记") }
  static var forThisReading: Phrase { Phrase(", for this reading only", "，仅在本次阅读中有效") }
  static func noFurtherNote(after: Bool) -> Phrase {
    Phrase("No note \(after ? "after" : "before") this point", "此要点之\(after ? "后" : "前")再无笔记")
  }
  static var noNotes: Phrase { Phrase("No notes yet: a writes one", "尚无笔记：按 a 写一条") }
  static var notesLabel: Phrase { Phrase("notes ", "笔记 ") }
  static var noteGivenUp: Phrase { Phrase("Not noted; ↑ brings it back in the next note", "未记下；写下一条笔记时按 ↑ 可取回") }
  static func noteChanged(at place: String) -> Phrase { Phrase("Note at \(place) changed", "已修改 \(place) 的笔记") }
  static func noteRemoved(from place: String) -> Phrase { Phrase("Note at \(place) removed", "已删除 \(place) 的笔记") }

  static func tick(_ tick: Tick) -> Phrase {
    switch tick {
    case .read: Phrase("read", "已读")
    case .toDiscuss: Phrase("to discuss", "待讨论")
    case .done: Phrase("done", "已完成")
    }
  }
  static func ticked(_ place: String, _ tick: Tick?) -> Phrase {
    Phrase(verbatim: "\(place): ") + (tick.map(Phrase.tick) ?? Phrase("not ticked", "未标记"))
  }

  static func whereLeft(_ place: String) -> Phrase {
    Phrase("\(place), where you left off; Backspace: the beginning", "上次读到 \(place)；退格键回到开头")
  }
  static func lost(_ count: Int) -> Phrase {
    Phrase(
      count == 1
        ? "A note, tick or mark has lost its point: the document has changed"
        : "\(count) notes, ticks or marks have lost their points: the document has changed",
      "\(count) 处笔记或标记找不到对应的要点：文档已改变")
  }

  static func stateTrouble(_ trouble: StateTrouble) -> Phrase {
    switch trouble {
    case .noHome: nothingKept + Phrase("HOME is not set", "未设置 HOME")
    case .cannotOpen(let path, let why): nothingKept + Phrase(verbatim: "\(path): \(why)")
    case .newer(let path): nothingKept + Phrase("\(path) is of a newer version", "\(path) 由更新的版本写成")
    case .damaged(let path): Phrase("What was kept was damaged, and is now \(path)", "保存的内容已损坏，现存为 \(path)")
    }
  }
  static var recentOfThisSitting: Phrase {
    Phrase("With --no-state: what was opened in this sitting", "使用 --no-state：本次打开过的文件")
  }
  private static var nothingKept: Phrase { Phrase("Nothing is kept of this reading: ", "本次阅读不保存任何内容：") }

  static func notKept(_ problem: Problem) -> Phrase {
    Phrase("Not kept: \(problem.description)", "未能保存：\(problem.description)")
  }
}
