public import Gazetteer
import Geodesy
public import Quantities
public import Railways

extension World {
  /// The length of the shortest course through places over a network of track.
  ///
  /// - Throws: `RailRouteError` for places off the track and where no course joins them.
  public func track(
    through places: [Place], on network: TrackNetwork, within limit: Distance
  ) throws(RailRouteError) -> TypedDistance {
    var query = PlacedQuery(stops: [])
    var snaps: [TrackSnap] = []
    do {
      for place in places {
        snaps.append(try network.snap(place, within: limit, kinds: query.conditions.kinds))
      }
    } catch {
      throw RailRouteError(error)
    }
    query.stops = snaps.map(\.positions)
    query.breaks = self.network.breakSites(on: network, gazetteer: gazetteer)
    guard let course = network.course(query) else {
      throw RailRouteError(noPath(query, places, on: network))
    }
    return length(of: course, Array(zip(places, snaps)))
  }

  /// The answer to a query over a network of track.
  func route(
    _ query: RailQuery, along network: TrackNetwork
  ) throws(RailRouteError) -> RailRoute {
    let stops = try stops(query, on: network)
    for ((one, start), (other, end)) in zip(stops, stops.dropFirst())
    where start.positions == end.positions {
      throw .samePlace([one.name, other.name])
    }
    var placed = PlacedQuery(query, stops: stops.map(\.snap.positions))
    // Bound to its gauge, the train goes on no other.
    if query.gauge == nil {
      placed.breaks = self.network.breakSites(on: network, gazetteer: gazetteer)
    }
    placed.closed = try closed(query, on: network)
    let places = stops.map(\.place)
    let courses = network.courses(placed)
    guard let best = courses.first else {
      throw RailRouteError(noPath(placed, places, on: network))
    }
    guard best.length.meters >= 1 else { throw .samePlace(places.map(\.name)) }
    return RailRoute(
      query: query,
      stops: stops.indices.map { index in
        let (place, snap) = stops[index]
        return RailRoute.Stop(
          place: place,
          distance: snap.distance(of: index == 0, index == stops.count - 1, best),
          nearerExcluded: snap.nearerExcluded)
      }, ways: courses.map { length(of: $0, stops) }, geodesic: straightLines(through: places))
  }

  /// How long a course is: as it is known, and longer or shorter by what the places at its ends may lie from where
  /// they are taken to be; not less than the straight line, where they lie beyond the ends of the track.
  private func length(
    of course: RailCourse, _ stops: [(place: Place, snap: TrackSnap)]
  ) -> TypedDistance {
    let straight = straightLines(through: stops.map(\.place))?.interval.lower
    return TypedDistance(
      course: course,
      interval: course.lengthInterval.widened(
        by: course.slack(stops), noShorterThan: straight))
  }

  private func closed(
    _ query: RailQuery, on network: TrackNetwork
  ) throws(RailRouteError) -> Set<Int> {
    var edges: Set<Int> = []
    for avoided in query.avoided {
      if case .place(let name) = avoided {
        let snap = try snap(try places(name, on: network), on: network, query)
        edges.formUnion(snap.positions.map(\.edge))
        continue
      }
      do { edges.formUnion(try network.edges(avoiding: avoided)) } catch {
        throw RailRouteError(error)
      }
    }
    return edges
  }

  /// Why there is no way: the reason is found by asking again with less.
  private func noPath(
    _ query: PlacedQuery, _ places: [Place], on network: TrackNetwork
  ) -> TrackError {
    var conditions = RailQuery()
    conditions.furtherKinds = query.conditions.furtherKinds
    let isJoined = network.course(PlacedQuery(conditions, stops: query.stops)) != nil
    let isDark =
      query.conditions.needsElectrification
      && network.edges { $0.electrification != .unknown }.isEmpty
    let reason: ConditionText
    if !isJoined {
      reason =
        """
        their tracks are not joined in '\(network.meta.name)'; import it again with \(RailCondition.joinedEnds) where \
        lines stop short of one another
        """
    } else if isDark {
      reason = "the network does not know which track is electrified"
    } else {
      let words = query.conditions.restrictions.joined(separator: ", ")
      reason = "the tracks are joined, but not under these conditions: \(words)"
    }
    return .noPath(from: places.first?.name ?? "", to: places.last?.name ?? "", reason: reason)
  }
}

extension TrackSnap {
  /// How far the place is from the track that a course takes for it.
  fileprivate func distance(of isStart: Bool, _ isEnd: Bool, _ course: RailCourse) -> Distance {
    let taken = course.positions
    return distance(of: isStart ? taken?.start : isEnd ? taken?.end : nil)
  }
}

extension RailCourse {
  /// How far off its ends may be: the extents of their places, or how far these are from the track taken for them.
  fileprivate func slack(_ stops: [(place: Place, snap: TrackSnap)]) -> Distance {
    guard let first = stops.first, let last = stops.last else { return .zero }
    return max(first.place.extent, first.snap.distance(of: positions?.start))
      + max(last.place.extent, last.snap.distance(of: positions?.end))
  }
}

extension Interval<Distance> {
  /// The interval longer and shorter by a distance; the straight line is the least in any case.
  func widened(
    by slack: Distance, noShorterThan straight: Distance?
  ) -> Interval<Distance> {
    let least = lower.map { max(straight ?? .zero, $0 - slack) }
    return Interval(from: least, to: upper.map { max(least ?? .zero, $0 + slack) })
  }
}
