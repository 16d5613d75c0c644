/// How a source qualifies a number.
public enum Hedge: String, CaseIterable, Hashable, Sendable {
  case exactly
  /// No qualifying word.
  case bare
  /// about, around, some, roughly, approximately
  case about
  /// nearly, almost, just under
  case nearly
  /// just over, a little over
  case justOver
  /// more than, over, at least
  case atLeast
  /// at most, no more than, never exceeded: a limit that is stated as one
  case atMost
  /// up to, maximum, top: how much it can be
  case upTo
  /// n to m, between n and m
  case range
  case couple
  case few
  case several
  /// near, close to, with no number: within the profile's distance
  case near
  /// A plural with no number: "hours"
  case plural
}
