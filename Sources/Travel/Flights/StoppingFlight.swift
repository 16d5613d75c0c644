public import Flights
import Gazetteer

/// A flight that lands on the way: its legs, and what the aircraft stands between them.
///
/// Time in the air, block time and elapsed time are three things: the sums of the legs' time aloft, of their time from
/// stand to stand, and the time from the first stand to the last with the stays between.
public struct StoppingFlight: Sendable {
  public let legs: [FlightJourney]
  /// Seconds on the ground at each stop between legs; nil where nobody says how long.
  public let stays: [ClosedRange<Double>?]

  /// The time aloft of all legs.
  public var airborneTimes: FlightTimes { sum(legs.map(\.flight.airborneTimes)) }
  /// From stand to stand of all legs, without the stays.
  public var blockTimes: FlightTimes { sum(legs.map(\.flight.blockTimes)) }

  /// From leaving the first stand to standing at the last; nil where it is unknown how long a stay was, for which only
  /// the least is known: `blockTimes`.
  public var elapsedTimes: FlightTimes? {
    let known = stays.compactMap { $0 }
    guard known.count == stays.count else { return nil }
    return known.reduce(blockTimes) { $0.adding($1) }
  }

  private func sum(_ times: [FlightTimes]) -> FlightTimes {
    times.reduce(.none) { $0 + $1 }
  }
}

extension World {
  /// A flight with stops.
  ///
  /// - Parameters:
  ///   - aircraft: that flies all legs.
  ///   - request: its places are where the aircraft lands, in order, which may be where it began.
  ///   - stays: seconds on the ground at each stop between; nil where unknown; as many as there are stops.
  /// - Throws: `FlightJourneyError`.
  public func flight(
    by aircraft: Aircraft, _ request: FlightRequest, landingFor stays: [ClosedRange<Double>?]
  ) throws(FlightJourneyError) -> StoppingFlight {
    precondition(stays.count == max(0, request.places.count - 2), "one stay for each stop")
    let winds = request.winds
    var legs: [FlightJourney] = []
    for (index, (from, to)) in zip(request.places, request.places.dropFirst()).enumerated() {
      var leg = request
      leg.places = [from, to]
      leg.winds = winds.count > 1 ? [winds[min(index, winds.count - 1)]] : winds
      if index > 0 { leg.departure = nil }
      legs.append(try flight(by: aircraft, leg))
    }
    return StoppingFlight(legs: legs, stays: stays)
  }
}
