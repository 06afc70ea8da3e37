import DirectiveModel

/// The notes and ticks that were kept of a document, at the points where they belong now.
struct PlacedAnnotations {
  /// By the points' ids, with the numbers of their rows.
  private(set) var notes: [Int: (text: String, rows: [Int64])] = [:]
  private(set) var ticks: [Int: (tick: Tick, rows: [Int64])] = [:]
  /// Those whose points have changed or stand elsewhere, with the points as they are now.
  private(set) var movedNotes: [KeptNote] = []
  private(set) var movedTicks: [KeptTick] = []
  /// Those whose points are not found.
  private(set) var lostNotes: [KeptNote] = []
  private(set) var lostTicks: [KeptTick] = []

  /// A point that is only like the one that was noted gets its note as long as that one is not there, and no longer. Notes
  /// of one point, which several programs may have written, become one.
  init(_ notes: [KeptNote], _ ticks: [KeptTick], in document: Document, _ finder: inout FingerprintFinder) {
    let places = finder.places(of: notes.map(\.point.attachment) + ticks.map(\.point.attachment))
    for (note, place) in zip(notes, places) {
      guard let place else {
        lostNotes.append(note)
        continue
      }
      let before = self.notes[place.id]
      self.notes[place.id] = (before.map { $0.text + "; " + note.text } ?? note.text, (before?.rows ?? []) + [note.row])
      var now = note
      now.point = Self.point(note.point, now: place, in: document)
      if now != note { movedNotes.append(now) }
    }
    for (tick, place) in zip(ticks, places.dropFirst(notes.count)) {
      guard let place else {
        lostTicks.append(tick)
        continue
      }
      self.ticks[place.id] = (tick.tick, (self.ticks[place.id]?.rows ?? []) + [tick.row])
      var now = tick
      now.point = Self.point(tick.point, now: place, in: document)
      if now != tick { movedTicks.append(now) }
    }
  }

  private static func point(
    _ kept: KeptPoint, now place: (id: Int, change: FingerprintFinder.Change), in document: Document
  ) -> KeptPoint {
    place.change == .alike ? kept : KeptPoint(place.id, in: document, origin: kept.attachment.origin)
  }
}
