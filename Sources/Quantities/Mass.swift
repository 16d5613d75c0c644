/// A mass in kilograms, never negative in a physical model.
public struct Mass: Hashable, Comparable, Sendable {
  /// The mass in kilograms (SI).
  public let kilograms: Double

  /// The mass in metric tonnes.
  public var tonnes: Double { kilograms / 1_000 }

  private init(kilograms: Double) { self.kilograms = kilograms }

  public static func kilograms(_ value: Double) -> Mass { Mass(kilograms: value) }
  public static func tonnes(_ value: Double) -> Mass { Mass(kilograms: value * 1_000) }

  public static func < (left: Mass, right: Mass) -> Bool { left.kilograms < right.kilograms }
  public static func + (left: Mass, right: Mass) -> Mass {
    Mass(kilograms: left.kilograms + right.kilograms)
  }
}
