/// What is to be said of one claim.
public enum Verdict: String, CaseIterable, Sendable {
  /// Facts alone, published or physical, refute every reading of it.
  case contradicted
  /// It cannot stand beside other claims, however widely their words are read.
  case disputed
  /// Only a bound that fewer than one in a thousand of its kind pass is against it.
  case unlikely
  /// Only if its words are read more widely than the profile does, within its limits.
  case loose
  /// Its words speak of a route, and only the straight line fits.
  case crowFlies = "crow-flies"
  case consistent
  /// Nothing bears on it, or not everything was looked at.
  case untested
}

extension Verdict {
  /// Whether it is not as the claim says, whatever the words allow.
  public var isAgainst: Bool { self == .contradicted || self == .disputed }
}
