import Travel
import Casework
import Claims
import Gazetteer
import Geodesy
import Plausibility
import Railways
import Wording
import Quantities

/// A line of a dossier's map: a leg's way by track, or the straight line between its ends.
struct JourneyLine {
  enum Kind { case track, straight }

  let journey: Journey
  let leg: Leg
  let kind: Kind
  let line: Polyline

  /// Whether so many stations of the way have no position that it is drawn far too short.
  var isRough: Bool {
    guard kind == .track, let way = leg.way else { return false }
    return line.length().meters < Self.drawnShare * way.central.meters
  }

  /// Straight between stations, a way is drawn a tenth or two shorter than it is.
  private static let drawnShare = 0.8

  var title: String { "\(leg.title), \(words)" }

  /// What it is.
  var words: Phrase {
    switch kind {
    case .track: isRough ? "roughly drawn" : "route by rail"
    case .straight: "straight line"
    }
  }
}

extension Journey {
  /// Which of its stops an event is of, by the stop's position; nil where it is of none.
  func stopIndex(of event: EventID) -> Int? {
    stops.firstIndex { stop in
      EventKind.allCases.contains { EventID.stop(id, stop.id, $0) == event }
    }
  }
}

extension Dossier {
  /// The members that some conflict holds.
  var disputed: Set<Member.ID> { Set(conflicts.flatMap(\.members)) }

  /// Every line that is known, leg by leg.
  var journeyLines: [JourneyLine] {
    legs.flatMap { account -> [JourneyLine] in
      let leg = account.leg
      var lines: [JourneyLine] = []
      if let course = leg.way?.course, let line = try? Polyline(course.points) {
        lines.append(JourneyLine(journey: account.journey, leg: leg, kind: .track, line: line))
      }
      if let line = Polyline(from: leg.startPlace, straightTo: leg.endPlace) {
        lines.append(JourneyLine(journey: account.journey, leg: leg, kind: .straight, line: line))
      }
      return lines
    }
  }

  /// The stops of all journeys that have a position.
  var placedStops: [(journey: Journey, stop: Stop, place: Place, position: Coordinate)] {
    itineraries.flatMap { itinerary in
      zip(itinerary.journey.stops, itinerary.places).compactMap { stop, place in
        place.coordinate.map { (itinerary.journey, stop, place, $0) }
      }
    }
  }
}
