import Chronology
import Claims
import Gazetteer
import Plausibility

extension Titles {
  /// Names for everything that a case's system speaks of.
  init(
    caseFile: CaseFile, itineraries: [Itinerary], finder: PlaceFinder,
    quantities: [QuantityID: String]
  ) {
    var events: [EventID: Event] = [:]
    for itinerary in itineraries {
      for (stop, place) in zip(itinerary.journey.stops, itinerary.places) {
        let others = itinerary.zones(at: stop.id).dropFirst().compactMap { try? Zone($0) }
        for kind in EventKind.allCases {
          events[.stop(itinerary.journey.id, stop.id, kind)] = Event(
            words: "\(kind.words) \(place.name)", zone: Self.zone(of: place), otherZones: others)
        }
      }
    }
    for claim in caseFile.claims {
      guard case .sighting(let sighting) = claim.subject else { continue }
      let place = finder.found(sighting.position)
      events[.seen(claim)] = Event(
        words: "the sighting at \(place?.name ?? sighting.position)",
        zone: sighting.zones.lazy.compactMap { try? Zone($0) }.first
          ?? place.map(Self.zone) ?? .utc, otherZones: [])
    }
    for event in caseFile.events {
      events[EventReference.named(event.id).eventID] = Event(
        words: event.title, zone: finder.found(event.name).map(Self.zone) ?? .utc,
        otherZones: [])
    }
    self.events = events
    self.quantities = quantities
  }

  private static func zone(of place: Place) -> Zone {
    place.zones.lazy.compactMap { try? Zone($0) }.first ?? .utc
  }
}

extension EventKind {
  /// The kind as it is said before a place.
  fileprivate var words: String {
    switch self {
    case .arrival: "the arrival at"
    case .departure: "the departure from"
    case .passing: "passing"
    case .offBlock: "leaving the stand at"
    case .takeOff: "the take-off from"
    case .landing: "the landing at"
    case .onBlock: "reaching the stand at"
    }
  }
}
