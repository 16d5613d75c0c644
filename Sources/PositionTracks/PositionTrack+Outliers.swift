import Chronology
import Geodesy
public import Quantities

extension PositionTrack {
  /// How many points back a way around an outlier is looked for.
  private static let lookBack = 1_000
  /// Of how many points one may be an outlier: a track of which more is wrong is no track with outliers.
  private static let share = 10

  /// The positions that have to be left out so that it never went faster than a speed, as few as can be; none where more than
  /// a tenth would have to be, and nothing tells which are right.
  ///
  /// - Parameters:
  ///   - speed: what it cannot have passed.
  ///   - error: the error of a position.
  public func outliers(beyond speed: Speed, error: Distance) -> [Int] {
    let kept = longestChain { one, other in
      let way = Ellipsoid.wgs84.distance(from: points[one].coordinate, to: points[other].coordinate)
      // Times are printed to the second.
      let time = points[other].time.seconds(since: points[one].time) + 1
      return way.meters - 2 * error.meters <= speed.metersPerSecond * time
    }
    let left = points.count - kept.count
    guard left > 0, left * Self.share <= points.count else { return [] }
    let chain = Set(kept)
    return points.indices.filter { !chain.contains($0) }
  }

  /// The most points of which each can follow the one before it.
  private func longestChain(_ canFollow: (Int, Int) -> Bool) -> [Int] {
    var lengths: [Int] = []
    var before: [Int] = []
    // The longest chain that ends at a point or earlier.
    var longest: [Int] = []
    for point in points.indices {
      var (length, from) = (1, -1)
      for earlier in stride(from: point - 1, through: max(0, point - Self.lookBack), by: -1) {
        if length > longest[earlier] { break }
        if lengths[earlier] >= length, canFollow(earlier, point) {
          (length, from) = (lengths[earlier] + 1, earlier)
        }
      }
      lengths.append(length)
      before.append(from)
      longest.append(max(length, longest.last ?? 0))
    }
    guard let most = lengths.max(), var place = lengths.lastIndex(of: most) else { return [] }
    var chain = [place]
    while before[place] >= 0 {
      place = before[place]
      chain.append(place)
    }
    return chain.reversed()
  }

  /// The same without some of its points; nil where fewer than two are left.
  public func without(_ left: [Int]) -> PositionTrack? {
    let left = Set(left)
    let kept = points.indices.filter { !left.contains($0) }.map { points[$0] }
    return kept.count < 2 ? nil : PositionTrack(points: kept)
  }

  /// How far a point lies from the two that it stands between: the less of both distances.
  public func distanceAside(of point: Int, without left: [Int]) -> Distance {
    let others = points.indices.filter { !left.contains($0) }
    let near = [others.last { $0 < point }, others.first { $0 > point }].compactMap(\.self)
    return near.map {
      Ellipsoid.wgs84.distance(from: points[$0].coordinate, to: points[point].coordinate)
    }.min() ?? .zero
  }
}
