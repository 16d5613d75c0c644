public import Gazetteer
import Quantities

extension RailNetwork {
  /// The shortest course through stations in order by kilometres, with the gauge as part of the state.
  ///
  /// A gauge changes only at a station with a break site, or, where none is recorded, at a station
  /// where track of both gauges meets: such a break is marked `unrecorded` and taken only where it saves
  /// more than 1,000 km or there is no other way. A reversal counts as `ReversalCost.length`; among courses of equal
  /// length the one with recorded and preferred sites wins.
  /// - Parameters:
  ///   - stops: the start, stations to be passed, the end; the train may turn round at each.
  ///   - gazetteer: names and positions of stations.
  /// - Throws: `RailwaysError.offNetwork`, `.noPath`.
  public func course(
    through stops: [Place.ID], in gazetteer: Gazetteer
  ) throws(RailwaysError) -> RailCourse {
    let steps = try steps(through: stops, PathLimits())
    return PostCourse(network: self, steps: steps, gazetteer: gazetteer).course
  }

  /// The shortest course through stations in order, cut into legs; the gauge runs on from leg to leg.
  ///
  /// - Parameters:
  ///   - start: where the first leg begins.
  ///   - legs: of each leg the stations to be passed and its end.
  ///   - gazetteer: names and positions of stations.
  /// - Throws: `RailwaysError.offNetwork`, `.noPath`.
  public func courses(
    from start: Place.ID, legs: [[Place.ID]], in gazetteer: Gazetteer
  ) throws(RailwaysError) -> [RailCourse] {
    let steps = try steps(through: [start] + legs.flatMap(\.self), PathLimits())
    var stage = 0
    return legs.map { leg in
      let own = stage + 1..<stage + leg.count + 1
      stage += leg.count
      return PostCourse(
        network: self, steps: steps.filter { own.contains($0.stage) }, gazetteer: gazetteer
      ).course
    }
  }

  /// Courses that really differ, the best first: of each, more than a fifth runs on track that no earlier one uses,
  /// and none is longer than twice the best.
  ///
  /// - Parameters:
  ///   - query: the conditions.
  ///   - stops: the stations that its stops stand for.
  ///   - avoided: the stations that its avoided places stand for.
  ///   - gazetteer: names and positions of stations.
  /// - Throws: `RailRequestError` for conditions that the kilometrage cannot hold, for places off its lines, and
  ///   where no course joins them.
  public func courses(
    _ query: RailQuery, through stops: [Place.ID], avoiding avoided: [Place.ID],
    in gazetteer: Gazetteer
  ) throws(RailRequestError) -> [RailCourse] {
    let unheld = query.ofMappedTrack
    guard unheld.isEmpty else { throw .condition(.unheld(unheld)) }
    var limits = try limits(query, avoiding: avoided)
    var found: [RailCourse] = []
    var used: Set<Int> = []
    for _ in 0..<(query.alternatives == 1 ? 1 : 4 * query.alternatives)
    where found.count < query.alternatives {
      let steps: [SearchStep]
      do { steps = try self.steps(through: stops, limits) } catch {
        if found.isEmpty { throw .railways(error.under(query, isFree: joins(stops))) }
        break
      }
      let course = PostCourse(network: self, steps: steps, gazetteer: gazetteer).course
      if let best = found.first, course.length > best.length * 2 { break }
      let known = steps.reduce(0) { $0 + (used.contains($1.edge.track) ? $1.edge.length : 0) }
      if found.isEmpty || known < 0.8 * course.length.meters { found.append(course) }
      used.formUnion(steps.map(\.edge.track))
      for number in steps.flatMap({ [2 * $0.edge.track, 2 * $0.edge.track + 1] }) {
        limits.penalties[number] = (limits.penalties[number] ?? 1) * 1.5
      }
    }
    return found
  }

  private func limits(
    _ query: RailQuery, avoiding places: [Place.ID]
  ) throws(RailRequestError) -> PathLimits {
    var limits = PathLimits()
    if let gauge = query.gauge {
      limits.gauges = gauges.indices.filter { gauges[$0] == gauge }
      limits.isBoundToGauge = true
    }
    limits.recordedBreaksOnly = query.recordedBreaksOnly
    for avoided in query.avoided {
      do { try avoided.check() } catch { throw .condition(error) }
      if case .place = avoided { continue }
      let closed = closed(by: avoided)
      guard !closed.isEmpty else { throw .condition(.noSuchTrack(avoided)) }
      limits.closed.formUnion(closed)
    }
    var shut: Set<Int> = []
    for place in places {
      guard let node = nodes[place] else { throw .railways(.offNetwork(place)) }
      shut.insert(node)
    }
    for edge in edges.joined() {
      let isDark =
        query.needsElectrification && ["", "none"].contains(section(of: edge).electrification)
      if isDark || shut.contains(edge.from) || shut.contains(edge.to) {
        limits.closed.insert(edge.number)
      }
    }
    return limits
  }

  private func closed(by avoided: RailAvoidance) -> [Int] {
    edges.joined().filter { edge in
      if case .country(let code) = avoided { return section(of: edge).country == code }
      let line = lines[edge.line]
      return avoided.matches(line: line.name, number: line.id)
    }.map(\.number)
  }

  private func section(of edge: Edge) -> LineSection { lines[edge.line].sections[edge.section] }

  private func steps(
    through stops: [Place.ID], _ limits: PathLimits
  ) throws(RailwaysError) -> [SearchStep] {
    var indices: [Int] = []
    for stop in stops {
      guard let node = nodes[stop] else { throw .offNetwork(stop) }
      indices.append(node)
    }
    guard let first = indices.first, let last = indices.last else { return [] }
    let own = Set(edges[first].flatMap(\.gauges)).sorted()
    let starts = limits.gauges.map { wanted in own.filter(wanted.contains) } ?? own
    var search = PathSearch(network: self, stops: indices, limits: limits)
    guard let steps = search.shortest(from: first, on: starts) else {
      let gap = zip(indices, indices.dropFirst()).first { !isJoined($0, $1) } ?? (first, last)
      throw .noPath(
        from: places[gap.0], to: places[gap.1], reason: "their tracks are not joined in the data")
    }
    return steps
  }

  /// Whether track joins stations, whatever its gauge.
  private func joins(_ stops: [Place.ID]) -> Bool {
    let indices = stops.compactMap { nodes[$0] }
    return indices.count == stops.count
      && zip(indices, indices.dropFirst()).allSatisfy { isJoined($0, $1) }
  }

  private func isJoined(_ start: Int, _ end: Int) -> Bool {
    var seen: Set<Int> = [start]
    var queue = [start]
    while let node = queue.popLast() {
      for edge in edges[node] where seen.insert(edge.to).inserted { queue.append(edge.to) }
    }
    return seen.contains(end)
  }
}

extension RailNetwork.Edge {
  /// The stretch of track that it goes along, in either direction.
  fileprivate var track: Int { number / 2 }
}

extension RailwaysError {
  /// The same, with what narrowed the search as the reason where the track itself is joined.
  fileprivate func under(_ query: RailQuery, isFree: Bool) -> RailwaysError {
    guard isFree, case .noPath(let start, let end, _) = self, !query.restrictions.isEmpty else {
      return self
    }
    return .noPath(
      from: start, to: end,
      reason: "the tracks are joined, but not under these conditions: "
        + query.restrictions.joined(separator: ", "))
  }
}

extension ConditionError {
  /// An avoidance that is about no track of the store that is asked.
  static func noSuchTrack(_ avoided: RailAvoidance) -> ConditionError {
    ConditionError(.avoidance, "'\(avoided)'", "the network has no such track")
  }
}
