public import Gazetteer
import Geodesy
public import Quantities

/// Why a place or a pair of places gets no way.
public enum TrackError: Error, Hashable, Sendable {
  /// A place without a position.
  case noPosition(String)
  /// No track within the limit, or within the place's own extent where that is wider; how far the nearest is,
  /// if any is near at all.
  case offNetwork(String, nearest: Distance?, limit: Distance, extent: Distance?)
  /// The only track near is drawn straight between stations far apart; where it runs is not known.
  case courseUnknown(String)
  case noPath(from: String, to: String, reason: String)
  /// A kilometre of a line that no posts enclose; which kilometres they cover, if there are any.
  case noMilestones(String, Double, least: Double?, most: Double?)
}

extension TrackError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .noPosition(let place): return "'\(place)' has no sourced position"
    case .offNetwork(let place, let nearest, let limit, let extent):
      func words(_ distance: Distance) -> String {
        let kilometers = (distance.kilometers * 10).rounded() / 10
        return "\(kilometers) km"
      }
      return "'\(place)' is not at the network's track: the nearest is "
        + (nearest.map { "\(words($0)) away" } ?? "more than 500 km away")
        + ", and at most \(words(limit)) are allowed "
        + (extent == nil ? "(--snap)" : "(the extent of the place)")
    case .courseUnknown(let place):
      return
        "'\(place)' is near a line of which only stations far apart are known, and not where it runs between "
        + "them; give a station of it"
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

/// How a place was put on the track of a network.
public struct TrackSnap: Sendable {
  /// The positions that stand for the place: all tracks of a station; the nearest track of a coordinate, of each of
  /// the data sets that lie over one another.
  public let positions: [TrackPosition]
  /// How far each of them is from the place.
  public let distances: [Distance]
  /// Track that is nearer but of a kind that was not asked for, such as a tramway.
  public let nearerExcluded: (kind: TrackAttributes.Kind, distance: Distance)?
}

extension TrackSnap {
  /// A place that was given on track already.
  public init(at position: TrackPosition) {
    self.init(positions: [position], distances: [.zero], nearerExcluded: nil)
  }

  /// How far a position that was taken is from the place; the nearest where none was.
  public func distance(of position: TrackPosition?) -> Distance {
    let place = position.flatMap { taken in
      positions.firstIndex { $0.edge == taken.edge && abs($0.offset - taken.offset) < 1 }
    }
    return place.map { distances[$0] } ?? distances.min() ?? .zero
  }

  /// Several points of one place taken together; nil for none.
  public init?(of snaps: [TrackSnap]) {
    guard let nearest = snaps.min(by: { $0.distance(of: nil) < $1.distance(of: nil) }) else {
      return nil
    }
    self.init(
      positions: snaps.flatMap(\.positions), distances: snaps.flatMap(\.distances),
      nearerExcluded: nearest.nearerExcluded)
  }
}

extension TrackNetwork {
  /// A station's tracks lie within this of its point.
  private static let stationRadius = Distance.meters(250)

  /// Puts a place on track.
  ///
  /// - Parameters:
  ///   - place: the place.
  ///   - limit: how far the nearest track may be.
  ///   - kinds: the kinds of track that will do.
  /// - Throws: `TrackError.offNetwork` with the distance to the nearest track; never a silent snap.
  public func snap(
    _ place: Place, within limit: Distance, kinds: Kinds
  ) throws(TrackError) -> TrackSnap {
    guard let coordinate = place.coordinate else { throw .noPosition(place.name) }
    let reach = max(limit, place.extent)
    let all = positions(
      near: coordinate, within: reach, kinds: Set(TrackAttributes.Kind.allCases))
    let drawn = all.filter { kinds.contains(kind(ofEdge: $0.position.edge)) }
    let near = drawn.filter { isCourseKnown(at: $0.position) }
    if near.isEmpty, !drawn.isEmpty { throw .courseUnknown(place.name) }
    guard let nearest = near.first else {
      throw .offNetwork(
        place.name, nearest: distanceToTrack(from: coordinate, kinds: kinds), limit: reach,
        extent: place.extent > limit ? place.extent : nil)
    }
    let excluded = all.first.flatMap { first -> (TrackAttributes.Kind, Distance)? in
      let kind = kind(ofEdge: first.position.edge)
      return kinds.contains(kind) ? nil : (kind, first.distance)
    }
    let radius = max(Self.stationRadius, nearest.distance, place.extent)
    // The joints to other data sets' points of one station are close, and every track of it counts that passes
    // the place or ends there; one that only begins further along would make the way too short.
    let chosen =
      place.kind == .point
      ? nearestOfEachLayer(near)
      : Array(
        near.prefix { $0.distance <= radius }.filter { position, distance in
          distance.meters <= nearest.distance.meters + 1 || !isAtJunction(position)
        }.prefix(64))
    return TrackSnap(
      positions: chosen.map(\.position), distances: chosen.map(\.distance),
      nearerExcluded: excluded)
  }
}

extension TrackNetwork {
  /// How far along a published line a place may be from its next station.
  private static let courseReach = 5_000.0

  /// Whether track runs where it is drawn: along mapped and traced lines, and near the stations of published ones.
  private func isCourseKnown(at position: TrackPosition) -> Bool {
    let attributes = sections(ofEdge: position.edge).first.map { self.attributes($0.attributes) }
    guard let attributes, attributes.basis != .geometry, attributes.kind != .joint else {
      return true
    }
    let length = edgeTable.length.measure(position.edge)
    let (low, high) = (position.offset - Self.courseReach, position.offset + Self.courseReach)
    if low <= 0 || high >= length { return true }
    // Ends of the piece, and a station between them.
    return points(ofEdge: position.edge, from: low, to: high).count > 2
  }

  /// Of positions in the order of their distance, the first of each data set that lies over the others: they are the
  /// same railway, drawn more or less closely.
  private func nearestOfEachLayer(
    _ near: [(position: TrackPosition, distance: Distance)]
  ) -> [(position: TrackPosition, distance: Distance)] {
    guard detail == .generalized else { return Array(near.prefix(1)) }
    var seen: Set<String> = []
    return near.filter { position, _ in
      let attributes = sections(ofEdge: position.edge).first.map { self.attributes($0.attributes) }
      let isDrawn = attributes?.basis == .geometry
      return seen.insert(isDrawn ? attributes?.detail.rawValue ?? "" : "published").inserted
    }
  }

  /// Whether a position is at an end of its edge where track goes on.
  private func isAtJunction(_ position: TrackPosition) -> Bool {
    let node: UInt32
    // Offsets are computed on a plane and may miss the end by a hair.
    if position.offset <= 0.5 {
      node = edgeTable.from[position.edge]
    } else if position.offset >= edgeTable.length.measure(position.edge) - 0.5 {
      node = edgeTable.to[position.edge]
    } else {
      return false
    }
    return arcs(from: Int(node)).count > 1
  }
}

extension RailNetwork {
  /// The recorded places for a change of gauge, found on a network of track: every junction within 3 km of the
  /// station, or 40 km on generalized lines, whose gauge is assumed to change at the border; and transfers between
  /// tracks of different gauge at the station itself. A junction belongs to the nearest station.
  public func breakSites(on network: TrackNetwork, gazetteer: Gazetteer) -> BreakSites {
    var result = BreakSites()
    var nearest: [Int: Double] = [:]
    for (id, sites) in breakSites.sorted(by: { $0.key < $1.key }) {
      guard let place = gazetteer[id: id], let coordinate = place.coordinate else { continue }
      let isCoarse = network.detail == .generalized
      let close = (place.extent + .kilometers(isCoarse ? 12 : 3)).meters
      let reach = isCoarse ? max(40_000, close) : close
      let near = network.positions(
        near: coordinate, within: .meters(reach), kinds: TrackQuery.mainlineKinds)
      var byGauge: [UInt64: Int] = [:]
      for (position, _) in near {
        let mask = network.gaugeMask(ofEdge: position.edge)
        for end in [network.edgeTable.from[position.edge], network.edgeTable.to[position.edge]] {
          let node = Int(end)
          let distance = Ellipsoid.wgs84.distance(
            from: coordinate, to: network.coordinate(ofNode: node)
          ).meters
          guard distance <= reach else { continue }
          if distance <= nearest[node] ?? .infinity {
            nearest[node] = distance
            result.sites[node] = sites.map { (site: $0, place: place.name) }
          }
          if distance <= close, byGauge[mask] == nil { byGauge[mask] = node }
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
