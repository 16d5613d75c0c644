/// What the engine declares to be equal.
///
/// A contradiction is one only if bounds cross by more than this; an example may miss a bound by as much.
enum Tolerance {
  /// Seconds.
  static let moment = 1e-3
  /// Of a quantity, or of 1 where it is less.
  static let relative = 1e-9

  /// Of a bound of a quantity.
  static func of(_ value: Double) -> Double {
    value.isFinite ? relative * max(1, abs(value)) : 0
  }
}
