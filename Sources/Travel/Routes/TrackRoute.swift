public import Gazetteer
import Geodesy
public import Quantities
public import Railways
import Claims
import Wording

/// What is asked of a network of track, in the words of whoever asks.
public struct TrackRouteRequest: Sendable {
  /// Names, identifiers or coordinates, in order.
  public var stops: [String]
  /// Places, `country:XX` or `line:NAME` that the way must not use.
  public var avoided: [String] = []
  public var gauge: Gauge?
  public var objective = TrackQuery.Objective.shortest
  /// The train's own greatest speed in km/h, for the fastest way.
  public var trainSpeed: Double?
  public var needsElectrification = false
  public var allowsUnrecordedBreaks = true
  /// Kinds of track besides main railways, such as trams.
  public var furtherKinds: Set<TrackAttributes.Kind> = []
  /// How many ways that really differ.
  public var alternatives = 1
  /// How far from track a place may be.
  public var snapLimit = TrackRouteRequest.usualSnapLimit

  public static let usualSnapLimit = Distance.kilometers(2)

  public init(stops: [String]) { self.stops = stops }
}

/// Ways over a network of track between places.
public struct TrackRoute: Sendable {
  public let request: TrackRouteRequest
  public let network: TrackNetwork
  public let places: [Place]
  /// How each place was put on track.
  public let snaps: [TrackSnap]
  /// The best first; at least one, and fewer than asked where no more really differ.
  public let paths: [TrackPath]
  public let geodesic: TypedDistance?

  /// How long a way may be: as it is known, and longer or shorter by what the places at its ends may lie from
  /// where they are taken to be.
  public func lengthInterval(of path: TrackPath) -> Interval<Distance> {
    path.lengthInterval.widened(
      by: path.slack(Array(zip(places, snaps))), noShorterThan: geodesic?.interval.lower)
  }

  /// The length of a way; not less than the least it can be, where the places lie beyond the ends of the track.
  public func length(of path: TrackPath) -> Distance {
    max(path.length, lengthInterval(of: path).lower ?? .zero)
  }

}

extension TrackPath {
  /// How far off its ends may be: the extents of their places, or how far these are from the track taken for them.
  fileprivate func slack(_ stops: [(place: Place, snap: TrackSnap)]) -> Distance {
    guard let first = stops.first, let last = stops.last else { return .zero }
    return max(first.place.extent, first.snap.distance(of: ends?.start))
      + max(last.place.extent, last.snap.distance(of: ends?.end))
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

extension TrackPath {
  /// The length as an interval: what is published as it is, what is drawn widened by what drawings of its
  /// kind were measured to be off.
  public var lengthInterval: Interval<Distance> {
    var (low, high) = (0.0, 0.0)
    for section in sections {
      let error: ClosedRange<Double> =
        section.attributes.basis == .geometry ? section.attributes.detail.lengthError : -0.01...0.01
      low += section.length.meters / (1 + error.upperBound)
      high += section.length.meters / (1 + error.lowerBound)
    }
    return Interval(from: .meters(low), to: .meters(high))
  }
}

/// Why a request over a network of track cannot be answered.
public enum TrackRouteError: Error, Sendable, CustomStringConvertible {
  case place(PlaceNameError)
  case track(TrackError)
  case request(String)

  public var description: String {
    switch self {
    case .place(let error): error.description
    case .track(let error): error.description
    case .request(let message): message
    }
  }
}

extension World {
  /// The answer to a request over a network of track.
  ///
  /// - Throws: `TrackRouteError` for names that stand for no place or several, for places off the track, and
  ///   where no way joins them.
  public func route(
    _ request: TrackRouteRequest, on network: TrackNetwork
  ) throws(TrackRouteError) -> TrackRoute {
    let kinds = TrackQuery.mainlineKinds.union(request.furtherKinds)
    var places: [Place] = []
    var snaps: [TrackSnap] = []
    for text in request.stops {
      if let (place, position) = try lineStop(text, on: network) {
        places.append(place)
        snaps.append(TrackSnap(at: position))
        continue
      }
      let found = try self.places(text, on: network)
      snaps.append(try snap(found, on: network, within: request.snapLimit, kinds))
      places += found.prefix(1)
    }
    for ((one, other), (start, end)) in zip(
      zip(snaps, snaps.dropFirst()), zip(places, places.dropFirst()))
    where one.positions == other.positions {
      throw .request("'\(start.name)' and '\(end.name)' are the same place on track")
    }
    var query = TrackQuery(stops: snaps.map(\.positions))
    query.kinds = kinds
    query.gauge = request.gauge
    query.objective = request.objective
    query.trainSpeed = request.trainSpeed
    query.needsElectrification = request.needsElectrification
    query.allowsUnrecordedBreaks = request.allowsUnrecordedBreaks
    if request.gauge == nil {
      query.breaks = self.network.breakSites(on: network, gazetteer: gazetteer)
    } else {
      // Bound to its gauge, the train goes on no other.
      query.allowsUnrecordedBreaks = false
    }
    query.avoided = try avoided(request, on: network, kinds)
    let paths = network.paths(query, count: max(1, request.alternatives))
    guard let best = paths.first else { throw .track(noPath(query, places, on: network)) }
    guard best.length.meters >= 1 else {
      throw .request(
        "\(places.map { "'\($0.name)'" }.joined(separator: " and ")) are the same place on track")
    }
    return TrackRoute(
      request: request, network: network, places: places, snaps: snaps, paths: paths,
      geodesic: straightLines(through: places))
  }

  /// Puts places that bear one name on track together; one that is off it does not matter where another is
  /// on it.
  private func snap(
    _ places: [Place], on network: TrackNetwork, within limit: Distance,
    _ kinds: TrackNetwork.Kinds
  ) throws(TrackRouteError) -> TrackSnap {
    var snaps: [TrackSnap] = []
    var failure: TrackError?
    for place in places {
      do { snaps.append(try network.snap(place, within: limit, kinds: kinds)) } catch {
        failure = failure ?? error
      }
    }
    if let snap = TrackSnap(of: snaps) { return snap }
    throw failure.map { .track($0) } ?? .request("there is no place to put on track")
  }

  /// A stop that is given by line and kilometre; nil for other texts.
  private func lineStop(
    _ text: String, on network: TrackNetwork
  ) throws(TrackRouteError) -> (Place, TrackPosition)? {
    guard let wanted = LinePosition(text) else { return nil }
    let position: TrackPosition
    do { position = try network.position(of: wanted) } catch {
      // A halt may be called "… km 5", where no line is called so.
      if case .noMilestones(_, _, least: nil, most: nil) = error,
        !network.places(named: text).isEmpty
      {
        return nil
      }
      throw .track(error)
    }
    let place = Place(
      id: Place.ID(text), name: text, kind: .point, country: "", zones: [],
      coordinate: network.coordinate(of: position), isEstimated: true, extent: .meters(100),
      names: [], codes: [], city: "", source: "between kilometre posts of \(network.meta.name)")
    return (place, position)
  }

  /// The length of the shortest way through places over a network of track.
  ///
  /// - Throws: `TrackRouteError` for places off the track and where no way joins them.
  public func track(
    through places: [Place], on network: TrackNetwork, within limit: Distance
  ) throws(TrackRouteError) -> TypedDistance {
    var query = TrackQuery(stops: [])
    var ends: [(place: Place, snap: TrackSnap)] = []
    do {
      for place in places {
        ends.append((place, try network.snap(place, within: limit, kinds: query.kinds)))
      }
    } catch {
      throw .track(error)
    }
    query.stops = ends.map(\.snap.positions)
    query.breaks = self.network.breakSites(on: network, gazetteer: gazetteer)
    guard let path = network.path(query) else {
      throw .track(noPath(query, places, on: network))
    }
    let lines: Phrase =
      path.lineNames.isEmpty ? "" : " by \(path.lineNames.joined(separator: ", "))"
    let interval = path.lengthInterval.widened(
      by: path.slack(ends), noShorterThan: straightLines(through: places)?.interval.lower)
    return TypedDistance(
      kind: .track, interval: interval, central: max(path.length, interval.lower ?? .zero),
      basis: """
        the shortest way, measured along the network '\(network.meta.name)' (\(term: network.detail.rawValue))\(lines)
        """,
      isHard: network.detail != .generalized, trackPath: path)
  }

  /// The places a name stands for: the network's own stations of that name where they are close to one
  /// another, else the gazetteer's.
  private func places(
    _ text: String, on network: TrackNetwork
  ) throws(TrackRouteError) -> [Place] {
    if let place = gazetteer[id: Place.ID(text)] { return [place] }
    let own = network.places(named: text)
    if let first = own.first?.coordinate {
      let isOne = own.allSatisfy { place in
        place.coordinate.map { Ellipsoid.wgs84.distance(from: first, to: $0).kilometers < 2 }
          ?? false
      }
      guard isOne else { throw .place(.ambiguous(text, Array(own.prefix(10)))) }
      // A built-in place of the name may be wider than the network's point, as a city is.
      if let place = try? gazetteer.only(text), let coordinate = place.coordinate,
        Ellipsoid.wgs84.distance(from: first, to: coordinate) <= max(place.extent, .kilometers(2))
      {
        return [place] + own
      }
      return own
    }
    do { return [try gazetteer.only(text)] } catch { throw .place(error) }
  }

  private func avoided(
    _ request: TrackRouteRequest, on network: TrackNetwork, _ kinds: TrackNetwork.Kinds
  ) throws(TrackRouteError) -> Set<Int> {
    var edges: Set<Int> = []
    for text in request.avoided {
      let found: Set<Int>
      if text.hasPrefix("country:") {
        let code = text.dropFirst(8).uppercased()
        guard code.count == 2 else {
          throw .request("--avoid '\(text)': a country has two letters, as in country:CN")
        }
        found = network.edges { $0.country == code }
        if found.isEmpty, network.edges(where: { !$0.country.isEmpty }).isEmpty {
          throw .request(
            "--avoid '\(text)': the network does not know in which country its track lies; import it "
              + "again with --countries")
        }
      } else if text.hasPrefix("line:") {
        let name = text.dropFirst(5).lowercased()
        found = network.edges {
          $0.name.lowercased().contains(name) || $0.number.lowercased() == name
        }
      } else {
        let snap = try snap(
          try places(text, on: network), on: network, within: request.snapLimit, kinds)
        found = Set(snap.positions.map(\.edge))
      }
      guard !found.isEmpty else {
        throw .request("--avoid '\(text)': the network has no such track")
      }
      edges.formUnion(found)
    }
    return edges
  }

  /// Why there is no way: the reason is found by asking again with less.
  private func noPath(
    _ query: TrackQuery, _ places: [Place], on network: TrackNetwork
  ) -> TrackError {
    var free = TrackQuery(stops: query.stops)
    free.kinds = query.kinds
    var reason =
      "their tracks are not joined in '\(network.meta.name)'; lines that stop short of one another are joined by "
      + "importing with --join METRES"
    if network.path(free) != nil {
      var conditions: [String] = []
      if let gauge = query.gauge { conditions.append("gauge \(gauge)") }
      if query.needsElectrification { conditions.append("electrified throughout") }
      if !query.avoided.isEmpty { conditions.append("with what is to be avoided") }
      if !query.allowsUnrecordedBreaks, query.gauge == nil {
        conditions.append("the gauge changed only where that is recorded")
      }
      reason =
        "the tracks are joined, but not under these conditions: "
        + conditions.joined(separator: ", ")
      if query.needsElectrification,
        network.edges(where: { $0.electrification != .unknown }).isEmpty
      {
        reason = "the network does not know which track is electrified"
      }
    }
    return .noPath(from: places.first?.name ?? "", to: places.last?.name ?? "", reason: reason)
  }
}
