public import Chronology
public import Claims
import Flights
public import Gazetteer
public import Geodesy
public import Quantities
import Plausibility
import Railways
import Travel
public import Wording

/// Where the vehicle of a journey can have been, between two of the moments at which it is known where it was.
public struct Reach: Sendable {
  /// What is asked.
  public struct Request: Sendable {
    /// At what moment, or as far as it can have come by then; nil for any time between two known moments.
    public var moment: ClosedRange<Instant>?
    /// Whether any time up to the moment counts, and not that moment alone.
    public var isUntil = false
    /// In place of the speeds that are known of the vehicle.
    public var speed: Speed?
    public var disbelieved: Set<Claim.ID> = []

    public init() {}
  }

  /// How fast it can have gone, and so how far.
  public struct Bound: Sendable {
    public enum Kind: String, CaseIterable, Sendable {
      /// Nothing of its kind passes it: no place outside can have been reached.
      case possible
      /// Few of its kind pass it.
      case usual
      /// Somebody says that it does not pass it.
      case reported
      /// It was asked for.
      case asked
    }

    public let kind: Kind
    public let words: Phrase
    public let speed: Speed
    /// Nil where it cannot have come from the one place to the other.
    public let area: ReachableArea?
    /// Stations of the built-in lines within, for a journey by rail.
    public var stations: [Station] = []
  }

  /// A station within an area.
  public struct Station: Sendable {
    public let place: Place
    /// When it can have come there and gone on, by the length of the track; nil where nothing bounds it.
    public let earliest: Instant?
    public let latest: Instant?

    /// Whether the way by track lets it be there at all.
    public var isReachable: Bool {
      if let earliest, let latest { earliest <= latest } else { true }
    }
  }

  public let journey: Journey
  public let moment: ClosedRange<Instant>?
  public let isUntil: Bool
  /// What is known before and after; one of them at least.
  public let before: Fix?
  public let after: Fix?
  /// The widest first.
  public let bounds: [Bound]
}

extension CaseModel {
  /// Where the vehicle of a journey can have been: one answer for a moment, else one between each two known moments; none
  /// where too little is known.
  public func reaches(of id: String, _ request: Reach.Request) -> [Reach] {
    guard let itinerary = itineraries.first(where: { $0.journey.id == id }) else { return [] }
    let fixes = fixes(of: itinerary, without: request.disbelieved)
    let speeds = speeds(of: itinerary, request)
    return pairs(of: fixes, request).map { before, after in
      Reach(
        journey: itinerary.journey, moment: request.moment, isUntil: request.isUntil,
        before: before, after: after,
        bounds: speeds.map { kind, words, speed in
          let frame = ReachFrame(
            before: before, after: after, moment: request.moment, isUntil: request.isUntil,
            speed: speed)
          let area = frame.area
          var bound = Reach.Bound(kind: kind, words: words, speed: speed, area: area)
          if let area, itinerary.journey.mode == .rail, kind != .possible {
            bound.stations = stations(within: area, frame)
          }
          return bound
        })
    }
  }

  /// The two known moments around each time that is asked about.
  private func pairs(of fixes: [Fix], _ request: Reach.Request) -> [(Fix?, Fix?)] {
    guard let moment = request.moment else {
      return zip(fixes, fixes.dropFirst()).filter { one, other in
        one.place.id != other.place.id && one.earliest != nil && other.latest != nil
      }.map { ($0, $1) }
    }
    let before = fixes.last { ($0.earliest ?? $0.latest).map { $0 <= moment.upperBound } == true }
    let after = fixes.first { fix in
      guard let latest = fix.latest ?? fix.earliest, latest >= moment.lowerBound else {
        return false
      }
      return fix.name != before?.name
    }
    return before == nil && after == nil ? [] : [(before, after)]
  }

  /// The speeds that bound it, the greatest first.
  private func speeds(
    of itinerary: Itinerary, _ request: Reach.Request
  ) -> [(Reach.Bound.Kind, Phrase, Speed)] {
    if let speed = request.speed { return [(.asked, "the speed that was asked for", speed)] }
    let outcome = outcome()
    let journey = itinerary.journey
    var speeds: [(Reach.Bound.Kind, Phrase, Speed)] = []
    for member in outcome.system.members {
      guard case .within(let quantity, let interval)? = member.readings.first?.value,
        let most = interval.upper
      else { continue }
      let kind: Reach.Bound.Kind
      switch (quantity, member.claim) {
      case (.ceiling(journey.id), nil): kind = member.strength == .hard ? .possible : .usual
      case (.claimedCeiling(journey.vehicle, _), _?) where !journey.vehicle.isEmpty:
        kind = .reported
      default: continue
      }
      speeds.append((kind, outcome.titles.words(of: member.id), .metersPerSecond(most)))
    }
    // How fast an aircraft is over the ground its flight says.
    if let flight = itinerary.legs.compactMap(\.flight).first, flight.fastestAirborne > .zero {
      let speed = flight.path.planned.meters / flight.fastestAirborne.inSeconds
      if context.world.isNamedAircraft(journey.vehicle) {
        speeds.append(
          (
            .possible, "\(term: flight.aircraft.name) cannot exceed its top speed",
            .metersPerSecond(speed)
          ))
      }
    }
    return speeds.sorted { $0.2 > $1.2 }
  }

  /// How many stations are asked for their ways.
  private static let stationLimit = 400

  private func stations(within area: ReachableArea, _ frame: ReachFrame) -> [Reach.Station] {
    let world = context.world
    let within = world.gazetteer.places.filter { place in
      world.network.contains(place.id) && place.coordinate.map(area.contains) == true
    }
    return within.prefix(Self.stationLimit).map { station in
      func way(_ fix: Fix?) -> Distance? {
        guard let fix else { return nil }
        let track = world.distance(.track, from: fix.place, to: station)?.judged.lower
        return max(.zero, (track ?? .zero) - fix.radius)
      }
      return frame.station(station, way(frame.before), way(frame.after))
    }
  }
}
