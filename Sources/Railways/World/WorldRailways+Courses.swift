public import Gazetteer
import Geodesy
public import Quantities

extension WorldRailways {
  /// Places in order, put on the graph's track.
  public struct Stops: Sendable {
    public let places: [Place]
    public let snaps: [GraphSnap]
  }

  /// How far from track a place may be under some conditions.
  public func snapLimit(_ query: RailQuery) -> Distance {
    query.snapLimit ?? Self.usualSnapLimit
  }

  /// Puts places on track.
  ///
  /// - Throws: `TrackError` for the first that is off it, with the distance to the nearest.
  public func stops(_ places: [Place], within limit: Distance) throws(TrackError) -> Stops {
    var snaps: [GraphSnap] = []
    for place in places { snaps.append(try graph.snap(place, within: limit)) }
    return Stops(places: places, snaps: snaps)
  }

  /// The shortest course through places; nil where no track joins them.
  public func course(through stops: Stops, in gazetteer: Gazetteer) -> RailCourse? {
    course(stops, gazetteer) { graph.path(from: $0, to: $1) }
  }

  /// Courses that really differ, the best first, under the conditions of a query.
  ///
  /// - Parameters:
  ///   - query: the conditions; its stops are not looked at.
  ///   - stops: the places on track.
  ///   - avoided: places whose track must not be used.
  ///   - gazetteer: positions of the places where the gauge is changed.
  /// - Throws: `RailRequestError` for conditions that the graph cannot hold, and where no course joins the places.
  public func courses(
    _ query: RailQuery, through stops: Stops, avoiding avoided: [Place], in gazetteer: Gazetteer
  ) throws(RailRequestError) -> [RailCourse] {
    do { try check(query) } catch { throw .condition(error) }
    if query.alternatives == 1, query.avoided.isEmpty, query.gauge == nil {
      guard let course = course(through: stops, in: gazetteer) else {
        throw noPath(stops, [])
      }
      return [course]
    }
    var search = GraphSearch(graph)
    close(query, avoided, in: &search)
    return try alternatives(query, stops, gazetteer, &search)
  }

  private func alternatives(
    _ query: RailQuery, _ stops: Stops, _ gazetteer: Gazetteer, _ search: inout GraphSearch
  ) throws(RailRequestError) -> [RailCourse] {
    var found: [(course: RailCourse, edges: Set<Int>)] = []
    for _ in 0..<(query.alternatives == 1 ? 1 : 4 * query.alternatives)
    where found.count < query.alternatives {
      var steps: [GraphPath.Step] = []
      let course = course(stops, gazetteer) { start, end in
        let path = search.path(from: start, to: end)
        steps += path?.steps ?? []
        return path
      }
      guard let course else { break }
      if let best = found.first?.course, course.length > best.length * 2 { break }
      let isNew = found.allSatisfy { known in
        let same = steps.reduce(0) { $0 + (known.edges.contains($1.edge) ? $1.length : 0) }
        return same < 0.8 * course.length.meters
      }
      if isNew { found.append((course, Set(steps.map(\.edge)))) }
      for step in steps { search.factors[step.edge] *= 1.5 }
    }
    guard !found.isEmpty else { throw noPath(stops, query.restrictions) }
    return found.map(\.course)
  }

  private func course(
    _ stops: Stops, _ gazetteer: Gazetteer, _ path: (GraphSnap, GraphSnap) -> GraphPath?
  ) -> RailCourse? {
    var course = GraphCourse(self, gazetteer: gazetteer)
    guard var start = stops.snaps.first else { return nil }
    for index in stops.snaps.indices.dropFirst() {
      guard let leg = path(start, stops.snaps[index]) else { return nil }
      let (from, to) = (stops.places[index - 1], stops.places[index])
      course.add(
        leg, from: from, to: to,
        ratio: ratio(of: leg, from: (from, start), to: (to, stops.snaps[index])))
      // The next leg goes on from the track on which this one ends.
      let candidates = stops.snaps[index].candidates
      start =
        candidates.indices.contains(leg.ends.end)
        ? GraphSnap([candidates[leg.ends.end]]) : stops.snaps[index]
    }
    return course.course
  }

  // MARK: Conditions

  private func check(_ query: RailQuery) throws(ConditionError) {
    let given: [(RailCondition, Bool)] = [
      (.objective, query.objective != .shortest), (.trainSpeed, query.trainSpeed != nil),
      (.furtherKinds, !query.furtherKinds.isEmpty),
      (.electrification, query.needsElectrification),
      (.recordedBreaks, query.recordedBreaksOnly),
    ]
    let unheld = given.filter(\.1).map(\.0)
    guard unheld.isEmpty else { throw .unheld(unheld) }
    for avoided in query.avoided {
      try avoided.check()
      if case .line = avoided { throw .unheld([.avoidance]) }
      if case .country(let code) = avoided, !graph.countryCodes.contains(code) {
        throw .noSuchTrack(avoided)
      }
    }
  }

  private func close(_ query: RailQuery, _ places: [Place], in search: inout GraphSearch) {
    let codes = Set(
      query.avoided.compactMap { if case .country(let code) = $0 { code } else { nil } })
    for edge in 0..<graph.edgeCount {
      let country = graph.country(ofEdge: edge)
      let isOther = query.gauge.map { wanted in
        gauges[country].map { $0 != wanted && !$0.runsThrough.contains(wanted) } ?? false
      }
      if codes.contains(country) || isOther == true { search.factors[edge] = .infinity }
    }
    for place in places {
      guard let coordinate = place.coordinate else { continue }
      let reach = max(place.extent, RailQuery.usualSnapLimit)
      for near in graph.near(coordinate, within: reach.meters) where near.distance <= reach.meters {
        search.factors[near.position.edge] = .infinity
      }
    }
  }

  private func noPath(_ stops: Stops, _ restrictions: [String]) -> RailRequestError {
    let gap =
      zip(stops.places, stops.places.dropFirst()).enumerated().first { index, _ in
        graph.path(from: stops.snaps[index], to: stops.snaps[index + 1]) == nil
      }?.element
    let (start, end) = gap ?? (stops.places[0], stops.places[stops.places.count - 1])
    let reason: ConditionText =
      gap == nil && !restrictions.isEmpty
      ? "the tracks are joined, but not under these conditions: \(restrictions.joined(separator: ", "))"
      : "no track joins them in the built-in railways of the world"
    return .track(.noPath(from: start.name, to: end.name, reason: reason))
  }
}

extension RailGraph {
  /// The countries that have track.
  var countryCodes: Set<String> {
    Set(
      (0..<countries.count).compactMap { place in
        countries.value(place).map { String(decoding: [$0.x, $0.y], as: UTF8.self) }
      })
  }
}
