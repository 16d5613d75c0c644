public import Gazetteer
import Quantities

/// What a train runs over: its places, the way between them, and where it stops.
public struct TrainRoute: Sendable {
  /// Where the train stops, in metres from the start, and for what.
  public struct Stop: Sendable {
    public let place: Place
    public let position: Double
    public let call: TrainCall
  }

  public let places: [Place]
  public let way: TypedDistance
  public let profile: LineProfile
  public var stops: [Stop] = []

  public init(places: [Place], way: TypedDistance, profile: LineProfile, stops: [Stop] = []) {
    self.places = places
    self.way = way
    self.profile = profile
    self.stops = stops
  }

  /// In metres.
  var length: Double { way.central.meters }
}
