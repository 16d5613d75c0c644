public import Gazetteer
public import Quantities

/// A place put on the track of a `RailGraph`.
public struct GraphSnap: Sendable {
  struct Candidate: Sendable {
    let position: TrackPosition
    /// How far the track is from the place as it is drawn, in metres.
    let distance: Double
  }

  /// The track that may stand for the place, the nearest first; at least one.
  let candidates: [Candidate]

  init(_ candidates: [Candidate]) { self.candidates = candidates }

  /// How far the nearest track is.
  public var distance: Distance { .meters(candidates.first?.distance ?? 0) }
}

extension RailGraph {
  /// A place of a name stands for all its tracks: those at most this much further than the nearest, in metres.
  private static let yard = 1_000.0
  private static let mostCandidates = 6
  /// A city's station may lie beyond the radius that its inhabitants fill, so many times as far.
  private static let suburbs = 1.5

  /// Puts a place on track.
  ///
  /// - Parameters:
  ///   - place: the place; one that is wide may be as far from track as it is wide.
  ///   - limit: how far the nearest track may be.
  /// - Throws: `TrackError.noPosition`, or `.offNetwork` with the distance to the nearest track.
  public func snap(_ place: Place, within limit: Distance) throws(TrackError) -> GraphSnap {
    guard let coordinate = place.coordinate else { throw .noPosition(place.name) }
    let reach = max(limit, place.extent * Self.suburbs)
    let all = near(coordinate, within: reach.meters)
    guard let nearest = all.first else {
      throw .offNetwork(
        place.name, nearest: distanceToTrack(from: coordinate), limit: reach,
        extent: place.extent > limit ? place.extent : nil)
    }
    var candidates = all.prefix { $0.distance <= nearest.distance + Self.yard }
      .prefix(Self.mostCandidates).map { $0 }
    // A tramway or a museum line that is joined to nothing must not hide the railway beside it.
    let least = candidates.map { part(of: $0.position) }.min() ?? 0
    if let joined = all.min(by: { part(of: $0.position) < part(of: $1.position) }),
      part(of: joined.position) < least
    {
      candidates.append(joined)
    }
    return GraphSnap(
      candidates.map { GraphSnap.Candidate(position: $0.position, distance: $0.distance) })
  }

  /// Which connected part of the graph a position belongs to, 0 the longest.
  func part(of position: TrackPosition) -> Int { Int(parts[Int(edgeFrom[position.edge])]) }
}
