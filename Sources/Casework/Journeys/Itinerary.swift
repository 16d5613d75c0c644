public import Travel
public import Claims
public import Flights
public import Gazetteer
public import Quantities
import Railways
public import Wording

/// A journey with its places found and its ways measured.
public struct Itinerary: Sendable {
  public let journey: Journey
  /// The places of the stops, in order.
  public let places: [Place]
  public let legs: [Leg]
}

/// The way from one stop of a journey to the next.
public struct Leg: Sendable {
  public let start: Stop
  public let end: Stop
  public let startPlace: Place
  public let endPlace: Place
  public let mode: TravelMode
  /// The straight line; nil where a place has no sourced position.
  public let geodesic: TypedDistance?
  /// The way that was taken for granted; nil where none is known.
  public let way: TypedDistance?
  /// Other ways, with their titles.
  public let alternatives: [(title: String, way: TypedDistance)]
  /// For a flight, how long it takes.
  public let flight: Flight?
  /// The same around the airspace that may have been closed to it; nil where none lies across.
  var flightAround: (flight: Flight, closures: [AirspaceClosure])?
  /// For a way by rail, how long its train needs; nil without a way or where the train cannot go it.
  public let run: TrainJourney?
  /// Why there is no way by the network, blank where there is one or none was sought.
  public let wayProblem: Phrase
  /// Whether its vehicle, as it is supposed to be, cannot go this way at all.
  var isOutOfReach = false

  /// Such as `pyongyang to khasan`.
  public var title: String { named.english }

  /// The same for any language.
  public var named: Phrase { "\(term: startPlace.shortName) to \(term: endPlace.shortName)" }
}
