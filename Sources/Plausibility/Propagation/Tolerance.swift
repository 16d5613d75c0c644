/// What the engine declares to be equal, and how far out it looks.
///
/// A contradiction is one only if bounds cross by more than the first two; an example may miss a bound by the next
/// two, which are more, since it meets many bounds at once. Checked again by name, moments have been through
/// seconds since 1970 and miss a little more.
enum Tolerance {
  /// Seconds.
  static let moment = 1e-3
  /// Of a quantity, or of 1 where it is less.
  static let relative = 1e-9
  /// What an example may miss: seconds.
  static let exampleMoment = 2e-3
  /// Of a quantity, or of 1 where it is less.
  static let exampleRelative = 1e-6
  /// Seconds by which a witness may miss what it says by name.
  static let witnessMoment = 2.5e-3

  /// Beyond some 3,000 years from the case, sums and differences no longer resolve a millisecond: nothing is looked for
  /// there. Seconds.
  static let farthestMoment = 1e11
  /// The same of quantities, SI.
  static let greatest = 1e15

  /// Of a bound of a quantity.
  static func of(_ value: Double) -> Double {
    value.isFinite ? relative * max(1, abs(value)) : 0
  }

  /// Whether a quantity of an example is at most another.
  static func isClose(_ one: Double, atMost other: Double) -> Bool {
    one <= other + exampleRelative * max(1, abs(one), abs(other))
  }
}
