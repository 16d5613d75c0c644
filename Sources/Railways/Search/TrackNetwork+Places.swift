public import Gazetteer
import Geodesy
public import Quantities

/// Why a place or a pair of places gets no way.
public enum TrackError: Error, Hashable, Sendable {
  /// A place without a position.
  case noPosition(String)
  /// No track within the limit; how far the nearest is, if any is near at all.
  case offNetwork(String, nearest: Distance?, limit: Distance)
  case noPath(from: String, to: String, reason: String)
  /// A kilometre of a line that no posts enclose; which kilometres they cover, if there are any.
  case noMilestones(String, Double, least: Double?, most: Double?)
}

extension TrackError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .noPosition(let place): return "'\(place)' has no sourced position"
    case .offNetwork(let place, let nearest, let limit):
      func words(_ distance: Distance) -> String {
        let kilometers = (distance.kilometers * 10).rounded() / 10
        return "\(kilometers) km"
      }
      return "'\(place)' is not at the network's track: the nearest is "
        + (nearest.map { "\(words($0)) away" } ?? "more than 500 km away")
        + ", and at most \(words(limit)) are allowed (--snap)"
    case .noMilestones(let line, let kilometers, let least, let most):
      guard let least, let most else {
        return "the network has no kilometre posts on a line called '\(line)'"
      }
      return
        "'\(line), km \(kilometers)' is not between kilometre posts that track joins; the posts go "
        + "from km \(least) to \(most)"
    case .noPath(let start, let end, let reason):
      return "no way by rail from '\(start)' to '\(end)': \(reason)"
    }
  }
}

extension TrackNetwork {
  /// A station's tracks lie within this of its point.
  private static let stationRadius = Distance.meters(250)

  /// The positions on track that stand for a place: all tracks of a station, the nearest track of a
  /// coordinate.
  ///
  /// - Parameter limit: how far the nearest track may be.
  /// - Throws: `TrackError.offNetwork` with the distance to the nearest track; never a silent snap.
  public func positions(
    for place: Place, within limit: Distance, kinds: Kinds
  ) throws(TrackError) -> [TrackPosition] {
    guard let coordinate = place.coordinate else { throw .noPosition(place.name) }
    let reach = max(limit, place.extent)
    let near = positions(near: coordinate, within: reach, kinds: kinds)
    guard let nearest = near.first else {
      throw .offNetwork(
        place.name, nearest: distanceToTrack(from: coordinate, kinds: kinds), limit: reach)
    }
    guard place.kind != .point else { return [nearest.position] }
    let radius = max(Self.stationRadius, nearest.distance)
    // The joints to other data sets' points of one station are close, and every track of it counts.
    return near.prefix { $0.distance <= radius }.prefix(64).map(\.position)
  }
}

extension RailNetwork {
  /// The recorded places for a change of gauge, found on a network of track: every junction within 3 km
  /// of the station, and transfers between its tracks of different gauge.
  public func breakSites(on network: TrackNetwork, gazetteer: Gazetteer) -> BreakSites {
    var result = BreakSites()
    for (id, sites) in breakSites.sorted(by: { $0.key < $1.key }) {
      guard let coordinate = gazetteer[id: id]?.coordinate else { continue }
      let near = network.positions(
        near: coordinate, within: .kilometers(3), kinds: TrackQuery.mainlineKinds)
      var byGauge: [UInt64: Int] = [:]
      for (position, _) in near {
        let mask = network.gaugeMask(ofEdge: position.edge)
        for node in [network.edgeFrom[position.edge], network.edgeTo[position.edge]] {
          let place = network.coordinate(ofNode: Int(node))
          guard Ellipsoid.wgs84.distance(from: coordinate, to: place) <= .kilometers(3) else {
            continue
          }
          result.sites[Int(node), default: []] += sites.filter {
            result.sites[Int(node)]?.contains($0) != true
          }
          if byGauge[mask] == nil { byGauge[mask] = Int(node) }
        }
      }
      let ordered = byGauge.sorted { $0.key < $1.key }
      for (mask, node) in ordered {
        for (other, end) in ordered where other & mask == 0 {
          result.transfers[node, default: []].append(end)
        }
      }
    }
    return result
  }
}
