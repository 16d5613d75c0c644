/// What a change of the clocks makes of a reading that they showed twice, or never.
public enum ClockChange: Hashable, Sendable {
  /// Shown twice, and meant before the clocks were put back.
  case beforePutBack
  /// Shown twice, and meant after they were put back.
  case afterPutBack
  /// Never shown, for the clocks were put forward past it: read as by clocks that were not.
  case skipped
}
