/// What holds a train back on straight level track: a + b·v + c·v², in newtons with v in metres a second (Davis 1926;
/// Strahl and Sauthoff are of the same form: Wende, Fahrdynamik des Schienenverkehrs, 2003, p. 151 and 153).
public struct RunningResistance: Hashable, Sendable {
  public let constant: Double
  public let linear: Double
  public let quadratic: Double

  public init(constant: Double, linear: Double, quadratic: Double) {
    self.constant = constant
    self.linear = linear
    self.quadratic = quadratic
  }

  /// A formula of specific resistance, w = a + b·v + c·v² in newtons a kilonewton of weight (‰) with v in km/h, for
  /// a mass in kilograms.
  public init(perMille constant: Double, _ linear: Double, _ quadratic: Double, mass: Double) {
    let weight = mass * standardGravity / 1_000
    self.init(
      constant: constant * weight, linear: linear * weight * 3.6,
      quadratic: quadratic * weight * 3.6 * 3.6)
  }

  /// Newtons at a speed in metres a second.
  @inline(__always)
  public func force(at speed: Double) -> Double {
    constant + speed * (linear + speed * quadratic)
  }

  public static func + (left: RunningResistance, right: RunningResistance) -> RunningResistance {
    RunningResistance(
      constant: left.constant + right.constant, linear: left.linear + right.linear,
      quadratic: left.quadratic + right.quadratic)
  }
}
