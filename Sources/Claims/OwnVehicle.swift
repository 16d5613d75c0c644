public import Datasets
public import Quantities

/// A vehicle that a case brings with it, because the data folder has none like it: a biplane of 1925, a narrow-gauge
/// railcar, a ship.
public struct OwnVehicle: Hashable, Sendable {
  /// What journeys and claims of the case call it.
  public let id: String
  public let name: String
  public let mode: TravelMode
  /// The speed that none of its kind passes, of an aircraft through the air; nil where nobody knows.
  public let greatest: HedgedValue?
  /// How fast it usually goes, of an aircraft in level cruise; nil where nobody knows.
  public let usual: HedgedValue?
  /// How high an aircraft usually cruises.
  public let altitude: HedgedValue?
  /// How far an aircraft flies without landing.
  public let range: HedgedValue?
  /// Where its numbers come from.
  public let source: String
  public let place: FilePosition
}
