/// What is added to the running time of a train, as shares.
public struct TravelAllowance: Hashable, Sendable {
  /// Of the running time: timetables add 3 to 12 % (UIC leaflet 451-1 asks for 3 to 7; the greater value is
  /// estimated).
  public var running = 0.03...0.12

  public init() {}
}
