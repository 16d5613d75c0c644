public import Gazetteer
public import Quantities
public import Railways
public import Reporting
public import Travel

/// The course between places.
public struct RouteQuestion: Sendable {
  public enum Mode: String, CaseIterable, Sendable { case rail, air }

  /// By which places, and for a course by rail under which conditions.
  public var query: RailQuery
  public var mode = Mode.rail
  /// Whether every section of the course is listed.
  public var explain = false

  public init(_ query: RailQuery) { self.query = query }

  /// - Parameters:
  ///   - world: the gazetteer and the built-in kilometrage.
  ///   - network: the imported network to go by; nil for the built-in kilometrage, or by air.
  /// - Throws: `QuestionError`.
  public func answer(
    in world: World, on network: TrackNetwork? = nil
  ) throws(QuestionError) -> RouteAnswer {
    guard mode == .rail else { return try byAir(world, isOnNetwork: network != nil) }
    let route: RailRoute
    do { route = try world.route(query, on: network) } catch { throw refusal(error, world) }
    let report = RailCourseReport(
      route, explains: explain,
      attributions: world.attributions(
        of: route.places, usesKilometrage: route.courses.first?.source.detail == nil))
    return RouteAnswer(
      report: report, places: route.places, lengths: route.ways.map(\.central))
  }

  private func byAir(
    _ world: World, isOnNetwork: Bool
  ) throws(QuestionError) -> RouteAnswer {
    let given = query.conditions + (isOnNetwork ? [.network] : [])
    guard given.isEmpty else {
      throw QuestionError(
        naming: ConditionError("\(ConditionText(given, "")) goes with rail only"))
    }
    let stops = try world.places(query.stops, by: .air)
    guard let way = world.straightLines(through: stops) else {
      throw QuestionError("a place has no sourced position; the geodesic is unknown")
    }
    let report = AirCourseReport(
      places: stops, way: way, attributions: world.attributions(of: stops))
    return RouteAnswer(report: report, places: stops, lengths: [way.central])
  }

  /// What to tell of a course that was not found; a place off the kilometrage is told its nearest station.
  private func refusal(_ error: RailRouteError, _ world: World) -> QuestionError {
    guard case .request(.railways(let wrong)) = error else { return QuestionError(naming: error) }
    guard case .offNetwork(let id) = wrong, let place = world.gazetteer[id: id],
      let near = world.nearestStation(to: place)
    else { return QuestionError(naming: error) }
    return QuestionError(
      "'\(place.name)' is not a station of the network; the nearest is \(near.place.name) "
        + "(\(near.place.id)), \(Numbers.distance(near.distance.meters)) away")
  }
}

/// The courses that were found.
public struct RouteAnswer: Sendable {
  public let report: any CourseReport
  public let places: [Place]
  /// Of each course, the best first.
  public let lengths: [Distance]
}

extension RouteAnswer {
  /// The courses as a document.
  ///
  /// - Parameters:
  ///   - file: the format that is wanted.
  ///   - motion: when the course is gone, looked at only for a format that needs it.
  /// - Throws: `QuestionError` for a motion that is missing or cannot be.
  public func document(
    as file: FileFormat, moving motion: MotionTexts
  ) throws(QuestionError) -> CourseDocument {
    guard file == .movingFeatures else { return CourseDocument(report) }
    return CourseDocument(report, motion: try motion.motion(from: places.first))
  }
}
