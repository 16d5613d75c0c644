import Chronology
import Claims
import Gazetteer
import Plausibility
import Wording

extension Titles {
  /// The same with names for the events of a case.
  func addingEvents(of context: CaseContext) -> Titles {
    let (caseFile, finder) = (context.caseFile, context.finder)
    var titles = self
    for itinerary in context.itineraries {
      for (stop, place) in zip(itinerary.journey.stops, itinerary.places) {
        let others = itinerary.zones(at: stop.id).dropFirst().compactMap { try? Zone($0) }
        for kind in EventKind.allCases {
          titles.events[.stop(itinerary.journey.id, stop.id, kind)] = Event(
            words: place.isUnlocated ? kind.bareWords : kind.words(place.shortName),
            zone: Self.zone(of: place), otherZones: others)
        }
      }
    }
    for claim in caseFile.claims {
      guard case .sighting(let sighting) = claim.subject else { continue }
      let place = finder.found(sighting.position)
      titles.events[.sighting(claim.id)] = Event(
        words: "the sighting at \(term: place?.name ?? sighting.position)",
        zone: sighting.zones.lazy.compactMap { try? Zone($0) }.first
          ?? place.map(Self.zone) ?? .utc, otherZones: [])
    }
    for event in caseFile.events {
      titles.events[.named(event.id)] = Event(
        words: "\(event.title)", zone: finder.found(event.name).map(Self.zone) ?? .utc,
        otherZones: [])
    }
    return titles
  }

  private static func zone(of place: Place) -> Zone {
    place.zones.lazy.compactMap { try? Zone($0) }.first ?? .utc
  }
}

extension EventKind {
  /// The kind where nobody says of which place.
  fileprivate var bareWords: Phrase {
    switch self {
    case .departure, .offBlock, .takeOff: "the start"
    case .arrival, .landing, .onBlock: "the end"
    case .passing: "passing by"
    }
  }

  /// The kind as it is said of a place.
  fileprivate func words(_ place: String) -> Phrase {
    switch self {
    case .arrival: "the arrival at \(term: place)"
    case .departure: "the departure from \(term: place)"
    case .passing: "passing \(term: place)"
    case .offBlock: "leaving the stand at \(term: place)"
    case .takeOff: "the take-off from \(term: place)"
    case .landing: "the landing at \(term: place)"
    case .onBlock: "reaching the stand at \(term: place)"
    }
  }
}

extension Place {
  /// Whether a case has it without saying where it is.
  fileprivate var isUnlocated: Bool { kind == .point && coordinate == nil && outline == nil }
}
