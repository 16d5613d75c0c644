import Claims
import Plausibility
import Wording

/// A member of the system as it is assembled: with what it says in words, which the engine does not need.
struct Testimony {
  let id: Member.ID
  let origin: Origin
  let strength: Strength
  let words: Phrase
  let readings: [Reading]
  /// What it means only where it is read loosely.
  var looseReadings: [Reading] = []
  var grade: SourceGrade?

  /// One meaning of it.
  struct Reading {
    /// What tells it from the other readings, such as "in Vladivostok time"; blank where there is one.
    let label: Phrase
    let value: Constraint
    var others: [Constraint] = []
    /// Whether the words are seldom meant so, as 10:40 for 22:40.
    var isUnlikely = false

    /// The same without its words.
    var meant: Plausibility.Reading { Plausibility.Reading(value: value, others: others) }
  }
}

extension Testimony {
  /// A member with one meaning.
  init(id: Member.ID, origin: Origin, strength: Strength, words: Phrase, value: Constraint) {
    self.init(
      id: id, origin: origin, strength: strength, words: words,
      readings: [Reading(label: "", value: value)])
  }
}

extension Assembly {
  /// Takes a member into the system, and keeps its words beside it.
  mutating func add(_ testimony: Testimony) {
    members.append(
      Member(
        id: testimony.id, origin: testimony.origin, strength: testimony.strength,
        readings: testimony.readings.map(\.meant),
        looseReadings: testimony.looseReadings.map(\.meant), grade: testimony.grade))
    titles.statements[testimony.id] = Titles.Statement(
      words: testimony.words,
      readings: (testimony.readings + testimony.looseReadings).map(\.label),
      unlikely: Set(testimony.readings.indices.filter { testimony.readings[$0].isUnlikely }))
  }
}
