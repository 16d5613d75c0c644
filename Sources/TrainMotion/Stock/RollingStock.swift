/// A train as the laws of motion see it. SI throughout.
public struct RollingStock: Hashable, Sendable {
  /// Kilograms, with what it carries.
  public let mass: Double
  /// How much heavier it is to speed up than its mass, for the wheels that turn; 1 or a little more.
  public let rotatingMassFactor: Double
  /// Metres.
  public let length: Double
  /// The greatest speed that its vehicles are allowed, in metres a second.
  public let ceiling: Double
  public let resistance: RunningResistance
  public let effort: EffortCurve
  /// Service braking in metres a second squared, a positive number; what the brakes give on any gradient.
  public let braking: Double

  /// - Throws: `MotionError.stock` for what no train is: nothing of it may be negative or endless, and only the
  ///   length may be zero.
  public init(
    mass: Double, rotatingMassFactor: Double, length: Double, ceiling: Double,
    resistance: RunningResistance, effort: EffortCurve, braking: Double
  ) throws(MotionError) {
    func check(_ value: Double, _ range: ClosedRange<Double>, _ what: String) throws(MotionError) {
      guard range.contains(value) else {
        throw .stock(
          "\(what) is \(value); it must be within \(range.lowerBound) and \(range.upperBound)")
      }
    }
    try check(mass, 100...1e9, "the mass in kg")
    try check(rotatingMassFactor, 1...2, "the factor of rotating mass")
    try check(length, 0...20_000, "the length in m")
    try check(ceiling, 0.1...300, "the greatest speed in m/s")
    try check(braking, 0.01...10, "the braking in m/s²")
    try check(resistance.constant, 0...1e9, "the constant resistance in N")
    try check(resistance.linear, 0...1e9, "the linear resistance")
    try check(resistance.quadratic, 0...1e9, "the quadratic resistance")
    self.mass = mass
    self.rotatingMassFactor = rotatingMassFactor
    self.length = length
    self.ceiling = ceiling
    self.resistance = resistance
    self.effort = effort
    self.braking = braking
  }

  /// The same, allowed a greater speed in metres a second; itself where it is allowed as much or no train could be.
  func reaching(_ speed: Double) -> RollingStock {
    speed > ceiling ? held(to: speed) : self
  }

  /// The same with another greatest speed in metres a second; itself where no train could have that.
  func held(to speed: Double) -> RollingStock {
    let other = try? RollingStock(
      mass: mass, rotatingMassFactor: rotatingMassFactor, length: length, ceiling: speed,
      resistance: resistance, effort: effort, braking: braking)
    return other ?? self
  }
}
