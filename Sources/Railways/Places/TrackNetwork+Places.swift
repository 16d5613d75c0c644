public import Gazetteer
import Geodesy
public import Quantities

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
