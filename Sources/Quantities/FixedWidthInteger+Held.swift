extension FixedWidthInteger {
  /// The whole number nearest to zero of a computed value; the greatest or least there is for one beyond, 0 for NaN.
  ///
  /// For what is computed from data, where `Int(_:)` would end the program.
  @inlinable
  public init(held value: Double) {
    if let whole = Self(exactly: value.rounded(.towardZero)) {
      self = whole
    } else {
      self = value.isNaN ? 0 : value < 0 ? .min : .max
    }
  }
}

extension Int {
  /// In the place of the standard library's, which ends the program for what no whole number can hold.
  @available(*, deprecated, message: "write Int(held:), which ends no program")
  package init(_ value: Double) { self.init(held: value) }
}
