import Gazetteer
import Quantities
import Railways

extension World {
  /// The shortest way over the railways of the whole world; nil where they have none, or a place is off them.
  func worldWay(through places: [Place]) -> TypedDistance? {
    guard let railways,
      let stops = try? railways.stops(places, within: WorldRailways.usualSnapLimit),
      let course = railways.course(through: stops, in: gazetteer), course.length.meters >= 1
    else { return nil }
    return length(of: course, stops)
  }

  /// The answer to a query over the railways of the whole world.
  func route(
    _ query: RailQuery, through places: [Place], avoiding avoided: [Place],
    over railways: WorldRailways
  ) throws(RailRouteError) -> RailRoute {
    let stops: WorldRailways.Stops
    do {
      stops = try railways.stops(places, within: railways.snapLimit(query))
    } catch {
      throw RailRouteError(error)
    }
    let courses: [RailCourse]
    do {
      courses = try railways.courses(query, through: stops, avoiding: avoided, in: gazetteer)
    } catch {
      throw .request(error)
    }
    guard let best = courses.first, best.length.meters >= 1 else {
      throw .samePlace(places.map(\.name))
    }
    return RailRoute(
      query: query,
      stops: zip(places, stops.snaps).map { place, snap in
        RailRoute.Stop(place: place, distance: snap.distance, nearerExcluded: nil)
      }, ways: courses.map { length(of: $0, stops) }, geodesic: straightLines(through: places))
  }

  /// How long a course is: as it is known, and longer or shorter by what the places at its ends may lie from where
  /// they are taken to be.
  private func length(of course: RailCourse, _ stops: WorldRailways.Stops) -> TypedDistance {
    let ends = [0, stops.places.count - 1].map { index in
      max(stops.places[index].extent, stops.snaps[index].distance)
    }
    let straight = straightLines(through: stops.places)?.interval.lower
    let slack = ends.reduce(.zero, +)
    var way = TypedDistance(
      course: course,
      interval: course.lengthInterval.widened(by: slack, noShorterThan: straight))
    if let ratios = railways?.extremeRatios {
      way.extremes = Interval(
        from: course.length * ratios.lowerBound, to: course.length * ratios.upperBound
      ).widened(by: slack, noShorterThan: straight)
    }
    return way
  }
}

extension RailRequestError {
  /// Whether the kilometrage has the places and no line that joins them.
  var isWithoutPath: Bool {
    if case .railways(.noPath) = self { true } else { false }
  }
}
