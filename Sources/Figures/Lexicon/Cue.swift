/// What words beside a figure say of how it is meant.
@usableFromInline
package enum Cue: String, CaseIterable, Hashable, Sendable {
  /// A halt or a wait: its time is the stop's.
  case stop
  /// All of a journey: "in all", "door to door".
  case whole
  /// A verb that goes over a length: "covered", "clocked up".
  case covers
  /// Time under way, stops left out: "in the air", "at the wheel".
  case moving
  /// What is done in a day.
  case daily
  /// The opposite direction.
  case back
  /// Before a vehicle or a journey: it is another one.
  case other
  /// How it used to be, and records.
  case history
  /// What is done as a rule, at other times than those told.
  case usual
  /// What did not happen.
  case hypothesis
  /// What is left, or comes on top: it begins where the text is.
  case remaining
  /// What a law or a sign allows.
  case limit
  /// How far a place lies from another, a detour, a width: no length of a journey.
  case offset
  /// Before a figure: it is a part of the one told before: "of which", "including".
  case part
  /// Likewise behind it: "of it".
  case partBehind = "part_behind"
  /// What is of clocks: time zones, time differences.
  case zones
  /// Behind a difference of clocks and before a place: it is later, or earlier, than there: "ahead of", "behind".
  case clocksAhead = "clocks_ahead"
  case clocksBehind = "clocks_behind"
}
