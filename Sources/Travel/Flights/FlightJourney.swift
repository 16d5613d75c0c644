public import Chronology
import Datasets
public import Flights
public import Gazetteer
import Geodesy
import Quantities
public import Wording

/// What is asked of a flight.
public struct FlightRequest: Sendable {
  public var places: [Place]
  /// One for the whole way or one for each leg; the usual ones of the season where there are none.
  public var winds: [Wind] = []
  /// Metres.
  public var altitude: ClosedRange<Double>?
  /// Areas to keep out of.
  public var avoided: [Airspace] = []
  /// The day, for the season's winds.
  public var date: CivilDate?
  /// When it begins, by the clocks of the first place.
  public var departure: ClockTime?
  /// Whether that is when the wheels leave the ground and not when the aircraft leaves its stand.
  public var departsAtTakeOff = false

  public init(places: [Place]) { self.places = places }
}

/// How long a flight takes, part by part, and what the clocks say at both ends.
public struct FlightJourney: Sendable {
  /// One thing that takes time, in seconds.
  public struct Entry: Sendable {
    public let title: String
    public let time: ClosedRange<Double>
    public let typical: Double
    public let basis: Phrase
  }

  /// When something happens, by one place's clocks.
  public struct Moment: Sendable {
    public let title: String
    public let earliest: Instant
    public let typical: Instant
    public let latest: Instant
    public let zone: Zone
  }

  public let request: FlightRequest
  public let flight: Flight
  public let ledger: [Entry]
  /// Off-block, take-off, landing and on-block, where the departure was told.
  public let moments: [Moment]
}

/// Why a flight cannot be worked out.
public enum FlightJourneyError: Error, Sendable, CustomStringConvertible {
  case unknownAircraft(String, known: [String], similar: [String] = [])
  case noPosition(String)
  case samePlace(String)
  case noZone(String)
  /// A time that the clocks of a place never showed on a day, because they were put forward.
  case noSuchTime(String, String)
  case winds(given: Int, legs: Int)
  case flight(FlightsError)

  public var description: String {
    switch self {
    case .unknownAircraft(let name, let known, let similar):
      similar.isEmpty
        ? "no aircraft is called '\(name)'; there are \(known.count), among them "
          + known.prefix(16).joined(separator: ", ")
        : "no aircraft is called '\(name)'; did you mean \(similar.joined(separator: ", or "))?"
    case .noPosition(let name):
      "'\(name)' is no spot with a sourced position; the way to it is unknown"
    case .samePlace(let name):
      "the flight begins where it ends, at '\(name)', and passes no other place: its length is open"
    case .noZone(let name): "the time zone of '\(name)' is unknown; its local time cannot be given"
    case .noSuchTime(let time, let place):
      "no clock in \(place) showed \(time): the clocks were put forward"
    case .winds(let given, let legs):
      "\(given) winds for \(legs == 1 ? "one leg" : "\(legs) legs"); give one for the whole way or one for each leg"
    case .flight(let error): error.description
    }
  }
}

extension World {
  /// The flight of an aircraft.
  ///
  /// - Throws: `FlightJourneyError`.
  public func flight(
    by aircraft: Aircraft, _ request: FlightRequest
  ) throws(FlightJourneyError) -> FlightJourney {
    var points: [Coordinate] = []
    for place in request.places {
      guard let point = place.coordinate, place.outline == nil else {
        throw .noPosition(place.name)
      }
      points.append(point)
    }
    guard let first = points.first, let last = points.last, points.contains(where: { $0 != first })
    else {
      throw .samePlace(request.places.first?.name ?? "")
    }
    guard request.winds.count <= 1 || request.winds.count == points.count - 1 else {
      throw .winds(given: request.winds.count, legs: points.count - 1)
    }
    let usual = Wind.usual(winds, operations, dayOfYear: request.date?.dayOfYear)
    let flight: Flight
    do {
      let (way, legWinds) = try way(through: points, request)
      flight = try aircraft.flight(
        over: FlightPath(
          from: first, to: last, via: Array(way.dropFirst().dropLast()),
          detour: operations.detour, terminal: operations.terminal), operations,
        winds: legWinds.isEmpty ? [usual] : legWinds, altitude: request.altitude)
    } catch {
      throw .flight(error)
    }
    return FlightJourney(
      request: request, flight: flight, ledger: flight.ledger,
      moments: try moments(of: flight, request))
  }

  /// The way with what it goes around, and the wind on each of its legs.
  private func way(
    through points: [Coordinate], _ request: FlightRequest
  ) throws(FlightsError) -> (points: [Coordinate], winds: [Wind]) {
    guard !request.avoided.isEmpty else { return (points, request.winds) }
    let detour = try AirspaceDetour(around: request.avoided)
    var way = [points[0]]
    var winds: [Wind] = []
    for (leg, (from, to)) in zip(points, points.dropFirst()).enumerated() {
      let turns = try detour.waypoints(from: from, to: to)
      way += turns + [to]
      if request.winds.count > 1 {
        winds += Array(repeating: request.winds[leg], count: turns.count + 1)
      }
    }
    return (way, request.winds.count > 1 ? winds : request.winds)
  }

  /// The clocks at both ends, from when the flight begins.
  private func moments(
    of flight: Flight, _ request: FlightRequest
  ) throws(FlightJourneyError) -> [FlightJourney.Moment] {
    guard let date = request.date, let clock = request.departure, let from = request.places.first,
      let to = request.places.last
    else { return [] }
    var zones: [Zone] = []
    for place in [from, to] {
      guard let name = place.zones.first, let zone = try? Zone(name) else {
        throw .noZone(place.name)
      }
      zones.append(zone)
    }
    let told = zones[0].instant(of: date, at: clock)
    // Local mean time has seconds that no clock time names.
    let shown = zones[0].local(told)
    guard shown.date == date, abs(shown.secondOfDay - Double(clock.minuteOfDay * 60)) < 120 else {
      throw .noSuchTime("\(clock) on \(date)", from.name)
    }
    let (out, inward) = (flight.operations.taxiOut, flight.operations.taxiIn)
    // Seconds from the told moment: least, typical, most.
    let taxi = (
      out.lowerBound * 60, flight.operations.typicalTaxiOut * 60, out.upperBound * 60
    )
    let offBlock = request.departsAtTakeOff ? (-taxi.2, -taxi.1, -taxi.0) : (0, 0, 0)
    let takeOff = request.departsAtTakeOff ? (0, 0, 0) : taxi
    let landing = (
      takeOff.0 + flight.airborne.lowerBound, takeOff.1 + flight.typical.time,
      takeOff.2 + flight.airborne.upperBound
    )
    let onBlock = (
      landing.0 + inward.lowerBound * 60, landing.1 + flight.operations.typicalTaxiIn * 60,
      landing.2 + inward.upperBound * 60
    )
    return [
      ("off-block", offBlock, 0), ("take-off", takeOff, 0), ("landing", landing, 1),
      ("on-block", onBlock, 1),
    ].map { title, times, end in
      FlightJourney.Moment(
        title: title, earliest: told.advanced(bySeconds: times.0),
        typical: told.advanced(bySeconds: times.1), latest: told.advanced(bySeconds: times.2),
        zone: zones[end])
    }
  }
}

extension Flight {
  /// Where the block time goes.
  public var ledger: [FlightJourney.Entry] {
    func ground(
      _ title: String, _ range: ClosedRange<Double>, _ typical: Double, _ key: String
    ) -> FlightJourney.Entry {
      FlightJourney.Entry(
        title: title, time: range.lowerBound * 60...range.upperBound * 60,
        typical: typical * 60,
        basis: operations.sources.first { $0.field == key }.map { Phrase(term: $0.words) } ?? "")
    }
    func air(
      _ phase: FlightCurve.Phase, _ basis: Phrase
    ) -> FlightJourney.Entry {
      let times = [fastest, typical, slowest].map { $0.time(in: phase) }
      return FlightJourney.Entry(
        title: phase.rawValue, time: (times.min() ?? 0)...(times.max() ?? 0), typical: times[1],
        basis: basis)
    }
    return [
      ground("taxi out", operations.taxiOut, operations.typicalTaxiOut, "taxi_out_min"),
      air(.climb, "to \(Int(held: (typical.cruiseAltitude / 100).rounded()) * 100) m"),
      air(.cruise, "along the flown way, with the wind"),
      air(.descent, "at the type's usual rates"),
      ground("taxi in", operations.taxiIn, operations.typicalTaxiIn, "taxi_in_min"),
    ]
  }
}
