/// What is to be said of one claim.
public enum Verdict: String, CaseIterable, Sendable {
  case fits
  /// Only if its words are read more widely than the profile does, within its limits.
  case stretched
  case contradicted
  case undecided
}
