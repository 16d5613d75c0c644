import Travel
import Casework
import Claims
import Gazetteer
import Geodesy
import Railways
import Wording

extension MapPicture {
  /// A journey's ways by track, its straight lines, its stops and what happens on the way; nil where no place has a
  /// position.
  init?(_ itinerary: Itinerary, _ teller: CaseTeller, isSmall: Bool = false) {
    let dossier = teller.dossier
    func named(_ place: Place) -> String { teller.say(Phrase(term: place.shortName)) }
    let routes = dossier.journeyLines.filter { $0.journey.id == itinerary.journey.id }.map { line in
      Route(
        name: teller.say(line.words), points: line.line.points,
        style: line.kind == .straight ? .second : line.isRough ? .third : .main)
    }
    func mark(_ location: RailCourse.Location, _ symbol: Symbol) -> Mark? {
      location.coordinate.map {
        // What has no name but its coordinate needs none on a map.
        Mark(name: teller.say(Phrase(term: location.name)), place: $0, symbol: symbol)
      }
    }
    let courses = itinerary.legs.compactMap { $0.way?.course }
    let changes =
      courses.flatMap(\.gaugeBreaks).compactMap { mark($0.location, .gaugeBreak) }
      + courses.flatMap(\.borders).compactMap { mark($0.location, .border) }
    let stops = zip(itinerary.journey.stops, itinerary.places).compactMap { stop, place in
      place.coordinate.map {
        Mark(name: named(place), place: $0, symbol: stop.isBorder ? .border : .stop)
      }
    }
    guard !stops.isEmpty else { return nil }
    // A journey there and back comes to a place twice.
    let marks = (stops + changes).reduce(into: [Mark]()) { marks, mark in
      if !marks.contains(where: { $0.place == mark.place && $0.symbol == mark.symbol }) {
        marks.append(mark)
      }
    }
    self.init(
      title: teller.say(isSmall ? "Where it went" : "\(itinerary.journey.title): where it went"),
      routes: routes, marks: marks, basemap: teller.style.basemap, language: teller.language)
    self.isSmall = isSmall
  }
}
