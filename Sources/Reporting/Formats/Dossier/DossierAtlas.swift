import Travel
public import Casework
import Claims
import Gazetteer
import Geodesy
import Quantities
import Wording

extension Dossier {
  /// The journeys for navigation programs.
  public var gpx: String { GPX(atlas: atlas).text }

  /// The journeys for globes.
  public var kml: String { KML(atlas: atlas).text }

  private var atlas: Atlas {
    let stops = placedStops.map { stop in
      Atlas.Stop(
        name: stop.place.name, description: "\(stop.journey.title): \(stop.stop.id)",
        position: stop.position)
    }
    let routes = itineraries.map { itinerary in
      Atlas.Route(
        name: itinerary.journey.title,
        stops: itinerary.places.compactMap { place in
          place.coordinate.map { Atlas.Stop(name: place.name, description: "", position: $0) }
        })
    }
    return Atlas(
      title: caseFile.title, description: "Case \(caseFile.id), SHA-256 \(caseFile.digest)",
      stops: stops, routes: routes, lines: journeyLines.map(line))
  }

  private func line(_ line: JourneyLine) -> Atlas.Line {
    let isTrack = line.kind == .track
    let length = (isTrack ? line.leg.way : line.leg.geodesic)?.central
    let basis = isTrack ? line.leg.way?.basis.english ?? "" : "WGS 84 geodesic"
    let told = length.map { "\(Numbers.distance($0.meters)), \(basis)" } ?? basis
    return Atlas.Line(
      name: line.title, description: told, kind: isTrack ? .way : .straight, line: line.line)
  }
}
