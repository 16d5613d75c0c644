public import Travel
import Gazetteer
public import Railways
public import Reporting
public import Quantities

/// How far places are apart, from each to the next.
public struct DistanceQuestion: Sendable {
  public var places: [String]
  /// How far from track a place may be if networks are asked, 0 to 100 km; nil for what is usual.
  public var snap: Distance?

  public init(places: [String]) { self.places = places }

  /// - Throws: `QuestionError` for places that are unknown, ambiguous, too few or off a network.
  public func answer(
    in world: World, networks: [TrackNetwork] = []
  ) throws(QuestionError) -> DistanceReport {
    guard places.count >= 2 else { throw QuestionError("a distance needs two places or more") }
    var query = RailQuery()
    query.snapLimit = snap
    do { try query.check() } catch { throw QuestionError(naming: error) }
    let settled = try stops(world, networks)
    let stops = settled.map(\.place)
    var legs: [DistanceReport.Leg] = []
    for (start, end) in zip(stops, stops.dropFirst()) {
      var distances = world.distances(from: start, to: end)
      for network in networks {
        distances.append(try track(from: start, to: end, on: network, world))
      }
      guard !distances.isEmpty else {
        throw QuestionError(
          "nothing is known between '\(start.name)' and '\(end.name)': no sourced position and no track"
        )
      }
      legs.append(DistanceReport.Leg(start: start, end: end, distances: distances))
    }
    let own = legs.flatMap(\.distances).compactMap(\.course).flatMap(\.source.parts)
    let isOverWorld = legs.flatMap(\.distances).contains {
      $0.course?.isShortestOverWorld == true
    }
    let shown =
      (own + networks.flatMap(\.meta.sources)).map(\.attribution)
      + world.attributions(of: stops, usesKilometrage: !isOverWorld)
    return DistanceReport(
      legs: legs, openNames: zip(places, settled).filter { !$1.others.isEmpty }.map { ($0, $1) },
      attributions: shown.reduce(into: []) { if !$1.isEmpty, !$0.contains($1) { $0.append($1) } })
  }

  /// The places of the gazetteer, or the one station of a name in a network.
  private func stops(
    _ world: World, _ networks: [TrackNetwork]
  ) throws(QuestionError) -> [SettledPlace] {
    guard !networks.isEmpty else {
      do { return try world.gazetteer.likeliest(places) } catch { throw QuestionError(error) }
    }
    var stops: [SettledPlace] = []
    for name in places {
      // Where networks are asked, their own stations of a name are meant first, as for a route.
      let stations = networks.flatMap { $0.places(named: name) }
      if let only = stations.first, stations.count == 1 {
        stops.append(SettledPlace(place: only, others: []))
      } else {
        stops.append(SettledPlace(place: try world.place(name), others: []))
      }
    }
    return stops
  }

  private func track(
    from start: Place, to end: Place, on network: TrackNetwork, _ world: World
  ) throws(QuestionError) -> TypedDistance {
    do {
      return try world.track(
        through: [start, end], on: network, within: snap ?? RailQuery.usualSnapLimit)
    } catch {
      throw QuestionError(naming: ConditionError("\(network.meta.name): \(error.message)"))
    }
  }
}
