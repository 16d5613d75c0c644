import Travel
import Claims
import Gazetteer
import Plausibility
import Quantities
import Railways
import Wording

/// Claims that the network and the journeys decide without the engine.
extension ClaimAccounts {
  func gaugeAccount(
    _ claim: Claim, _ isDifferent: Bool, _ start: Place?, _ end: Place?
  ) -> ClaimAccount {
    guard let start, let end else { return ClaimAccount(claim, .untested, "a place is unknown") }
    let gauges = (world.gauges(at: start), world.gauges(at: end))
    guard !gauges.0.isEmpty, !gauges.1.isEmpty else {
      return ClaimAccount(
        claim, .untested, "the network has no track at one of the places")
    }
    // Where one side has both gauges, either word is right.
    let holds =
      isDifferent ? gauges.0 != gauges.1 : !gauges.0.isDisjoint(with: gauges.1)
    func words(_ gauges: Set<Gauge>) -> Phrase {
      gauges.sorted().map(\.words).joined(separator: " and ")
    }
    return ClaimAccount(
      claim, holds ? .consistent : .contradicted,
      "\(term: start.shortName) has \(words(gauges.0)), \(term: end.shortName) \(words(gauges.1))")
  }

  /// A route holds where the journey, as the case gives it, comes to its places in their order. Where
  /// only another way would, nothing is decided; where none can, it is refuted.
  func routeAccount(_ claim: Claim, _ places: [Place], _ journey: String) -> ClaimAccount {
    guard let itinerary = itineraries.first(where: { $0.journey.id == journey }) else {
      return ClaimAccount(claim, .untested, "the route of its journey is unknown")
    }
    let names = places.map { Phrase(term: $0.name) }.joined(separator: ", then ")
    let title: Phrase = "\"\(itinerary.journey.title)\""
    if itinerary.passed.holds(places) {
      return ClaimAccount(claim, .consistent, "\(title), as the case gives it, comes to \(names)")
    }
    for leg in itinerary.legs {
      for other in leg.alternatives where itinerary.passed(by: other.way, on: leg).holds(places) {
        return ClaimAccount(
          claim, .untested, "\(title) comes to \(names) only on another way, \(other.title)")
      }
    }
    if places.count > 1, itinerary.passed.holds(places.reversed()) {
      return ClaimAccount(claim, .contradicted, "\(title) comes to them in the other order")
    }
    guard itinerary.journey.mode == .rail, let start = itinerary.places.first,
      let end = itinerary.places.last, world.hasTrack(at: places)
    else {
      return ClaimAccount(claim, .untested, "\(title) names no such stop")
    }
    let via = places.map(\.id).filter { $0 != start.id && $0 != end.id }
    let way = world.distance(.track, from: start, to: end, via: via)
    guard let course = way?.course else {
      return ClaimAccount(claim, .contradicted, "no way by rail comes to \(names)")
    }
    let kilometers = Int(held: course.length.kilometers.rounded())
    return ClaimAccount(
      claim, .untested,
      "\(title) as the case gives it does not come to \(names); a way of \(kilometers) km would")
  }
}

/// Something that a journey comes to.
private enum Passed {
  case stop(Place)
  case station(RailCourse.Location)

  func isAt(_ place: Place) -> Bool {
    switch self {
    case .stop(let stop): stop.id == place.id
    case .station(let station): station.isAt(place)
    }
  }
}

extension Itinerary {
  /// Everything the journey comes to, in order.
  fileprivate var passed: [Passed] {
    legs.flatMap { passed(on: $0, by: $0.way) }
  }

  /// The same with another way on one leg.
  fileprivate func passed(by way: TypedDistance, on other: Leg) -> [Passed] {
    legs.flatMap { passed(on: $0, by: $0.end.id == other.end.id ? way : $0.way) }
  }

  private func passed(on leg: Leg, by way: TypedDistance?) -> [Passed] {
    [.stop(leg.startPlace)] + (way?.course?.stations ?? []).map { .station($0) }
      + [.stop(leg.endPlace)]
  }
}

extension [Passed] {
  /// Whether places come in it in their order, with others between.
  fileprivate func holds(_ places: [Place]) -> Bool {
    var rest = places[...]
    for passed in self {
      if let next = rest.first, passed.isAt(next) { rest = rest.dropFirst() }
    }
    return rest.isEmpty
  }
}

extension ClaimAccount {
  /// A claim that was decided by a sentence.
  init(_ claim: Claim, _ verdict: Verdict, _ reason: Phrase) {
    self.init(
      claim: claim, verdict: verdict, implications: [], neededStretch: nil, conflicts: [],
      reason: reason)
  }
}
