public import Chronology
import Claims
public import Gazetteer
import Plausibility
public import Quantities
import Travel

/// That the vehicle of a journey was somewhere at some time: at a stop, or where it was seen.
public struct Fix: Sendable {
  public let place: Place
  /// How far from the place's position it may have been.
  public let radius: Distance
  /// Such as `departure khasan`, or the claim of a sighting.
  public let name: String
  /// The first and the last moment at which it can have been, by all that is said; nil where nothing bounds it.
  public let earliest: Instant?
  public let latest: Instant?
}

extension CaseModel {
  /// Where and when the vehicle of a journey was, as far as it is said, in the order of time.
  ///
  /// - Parameter disbelieved: claims that are left out.
  func fixes(of itinerary: Itinerary, without disbelieved: Set<Claim.ID>) -> [Fix] {
    var circumstances = Circumstances()
    circumstances.disbelieved = disbelieved
    let outcome = outcome(under: circumstances)
    let system = outcome.system
    // What is only estimated excludes no place.
    let believed = outcome.stated.filter {
      system.members[$0].claim != nil || system.members[$0].strength == .hard
    }
    let known = events(of: itinerary, in: outcome).compactMap { event, place, radius -> Fix? in
      guard let window = window(of: event, system, believed) else { return nil }
      return Fix(
        place: place, radius: radius, name: event.shortName, earliest: window.earliest,
        latest: window.latest)
    }
    // One that is bounded on one side alone says less than another at its place.
    let whole = Set(known.filter(\.isBounded).map(\.place.id))
    return known.filter { $0.isBounded || !whole.contains($0.place.id) }.sorted {
      $0.order < $1.order
    }
  }

  private func events(
    of itinerary: Itinerary, in outcome: CaseOutcome
  ) -> [(EventID, Place, Distance)] {
    let journey = itinerary.journey
    let stops = zip(journey.stops, itinerary.places).flatMap { stop, place in
      EventKind.allCases.map {
        (EventID.stop(journey.id, stop.id, $0), place, place.extent)
      }
    }
    let seen = outcome.caseFile.claims.compactMap { claim -> (EventID, Place, Distance)? in
      guard case .sighting(let sighting) = claim.subject, sighting.journey == journey.id,
        let place = context.finder.found(sighting.position)
      else { return nil }
      return (.sighting(claim.id), place, place.extent + .meters(sighting.radius))
    }
    return stops + seen
  }

  /// When an event was: by everything together, or where that is contradictory by what is said of it alone.
  private func window(
    of event: EventID, _ system: ConstraintSystem, _ believed: [Int]
  ) -> (earliest: Instant?, latest: Instant?)? {
    let own = believed.flatMap { system.members[$0].readings }.compactMap { reading in
      if case .elapsed(.epoch, event, let interval) = reading.value { interval } else { nil }
    }
    let open = Constraint.moment(event, ClaimedInterval(lower: nil, upper: nil, shape: .twoSided))
    var (low, high) = (-Double.infinity, Double.infinity)
    if let all = system.bounds(of: open, given: believed)?.bounds {
      (low, high) = (all.low, all.high)
    } else if !own.isEmpty {
      low = own.map { $0.lower ?? -.infinity }.min() ?? low
      high = own.map { $0.upper ?? .infinity }.max() ?? high
    }
    guard low.isFinite || high.isFinite else { return nil }
    return (
      low.isFinite ? Instant(secondsSinceEpoch: low) : nil,
      high.isFinite ? Instant(secondsSinceEpoch: high) : nil
    )
  }
}

extension Fix {
  fileprivate var isBounded: Bool { earliest != nil && latest != nil }

  fileprivate var order: Instant {
    switch (earliest, latest) {
    case (let one?, let two?): one.advanced(bySeconds: two.seconds(since: one) / 2)
    case (let one?, nil): one
    case (nil, let two?): two
    case (nil, nil): Instant(secondsSinceEpoch: 0)
    }
  }
}

extension EventID {
  fileprivate var shortName: String {
    switch self {
    case .stop(_, let stop, let kind): "\(kind.rawValue) \(stop)"
    case .sighting(let claim): claim.text
    case .named(let name): name
    case .epoch, .origin, .measure: text
    }
  }
}
