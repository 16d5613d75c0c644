import Parallelism

/// Why something could not be decided.
public enum Undecided: Hashable, Sendable {
  /// The search was to end, and was not done.
  case timeUp
  /// As much was worked on it as may be.
  case effortSpent
  /// More readings would have to be tried than are.
  case tooManyReadings
  /// Products of speeds and times leave room in which neither an example nor a contradiction was found.
  case openProducts
  /// An example would have to be more exact than the arithmetic is.
  case tooFine
  /// Not all of some cases were decided.
  case openCases
  /// An example was found and did not pass when it was checked again by name.
  case failedExample
  /// There are more conflicts than are looked for.
  case moreConflicts
}

extension Undecided {
  /// Why a search has to end now; nil where it may go on.
  static var now: Undecided? {
    TimeLimit.isReached ? .timeUp : Effort.isSpent ? .effortSpent : nil
  }
}
