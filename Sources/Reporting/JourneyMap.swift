import Casework
import Claims
import Gazetteer
import Geodesy
import Railways

extension MapPicture {
  /// A journey's ways by track, its straight lines, its stops and what happens on the way; nil where no place has a
  /// position.
  init?(_ itinerary: Itinerary, in dossier: Dossier) {
    var routes: [Route] = []
    var marks: [Mark] = []
    for leg in itinerary.legs {
      if let line = RouteReport.geodesicLine(leg.startPlace, leg.endPlace) {
        routes.append(Route(name: "straight line", points: line.points, style: .second))
      }
      guard let way = leg.way, way.followsTrack else { continue }
      let points =
        way.trackPath?.points
        ?? (way.path?.stations ?? []).compactMap { dossier.placeCoordinates[$0.place] }
      if points.count > 1 { routes.append(Route(name: "track", points: points, style: .main)) }
      for change in way.path?.gaugeBreaks ?? [] {
        guard let place = dossier.placeCoordinates[change.place] else { continue }
        let name = dossier.placeNames[change.place] ?? change.place.text
        marks.append(Mark(name: name, place: place, symbol: .gaugeBreak))
      }
    }
    let stops = zip(itinerary.journey.stops, itinerary.places).compactMap { stop, place in
      place.coordinate.map {
        Mark(name: place.name, place: $0, symbol: stop.isBorder ? .border : .stop)
      }
    }
    guard !stops.isEmpty else { return nil }
    self.init(
      title: "\(itinerary.journey.title): the way", routes: routes, marks: stops + marks)
  }
}
