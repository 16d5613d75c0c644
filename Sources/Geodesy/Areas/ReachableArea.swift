public import Quantities

#if canImport(Glibc)
  import Glibc
#endif

/// Everywhere that lies within some distances of places: where something can have been that was seen there.
///
/// It is drawn outwards: its polygons leave out no place that is within its limits.
public struct ReachableArea: Sendable {
  public enum Limit: Hashable, Sendable {
    /// No farther than so from a place.
    case within(Distance, of: Coordinate)
    /// No farther than so from one place by way of here to another: within an ellipse.
    case way(Distance, from: Coordinate, to: Coordinate)
  }

  public let limits: [Limit]
  /// A place within all limits, around which it is drawn.
  public let middle: Coordinate
  private let ellipsoid = Ellipsoid.wgs84

  /// Nil where no place is within the limits of both.
  ///
  /// - Parameters:
  ///   - limits: what holds of every place in it.
  ///   - middle: a place of it, where there is any.
  public init?(limits: [Limit], around middle: Coordinate) {
    self.limits = limits
    self.middle = middle
    guard contains(middle) else { return nil }
  }

  /// Metres by which an end may be missed by rounding.
  private static let slack = 1.0

  /// Whether a place is within all limits.
  public func contains(_ place: Coordinate) -> Bool {
    limits.allSatisfy { limit in
      switch limit {
      case .within(let most, let center):
        ellipsoid.distance(from: center, to: place).meters <= most.meters + Self.slack
      case .way(let most, let start, let end):
        ellipsoid.distance(from: start, to: place).meters
          + ellipsoid.distance(from: place, to: end).meters <= most.meters + Self.slack
      }
    }
  }

  // MARK: Drawing

  /// Half of the longest geodesics' way round, rounded up.
  private static let halfway = 20_004_000.0
  private static let corners = 180
  /// The sides of a polygon cut off less than this share between its corners, 2° apart, with the difference between
  /// geodesics and lines that are straight in longitude and latitude.
  private static let outwards = 1.006

  /// Its closed rings, each a polygon of its own; cut at the antimeridian as GeoJSON has it (RFC 7946, §3.1.9).
  public var rings: [[Outline.Corner]] {
    guard let north = try? Coordinate(latitude: 90, longitude: 0),
      let south = try? Coordinate(latitude: -90, longitude: 0)
    else { return [] }
    let poles = [north, south].filter(contains)
    let corners = drawn()
    guard poles.count < 2 else { return [AntimeridianCut.world(from: -90, to: 90)] }
    return AntimeridianCut.rings(corners, around: poles.first.map { $0.latitude > 0 ? 90 : -90 })
  }

  /// Corners around the middle, each as far as the farthest of its neighbourhood.
  private func drawn() -> [Coordinate] {
    let step = 360.0 / Double(Self.corners)
    var bearings = (0..<2 * Self.corners).map { Double($0) * step / 2 }
    // The ends of an ellipse are where it is narrowest.
    bearings += limits.flatMap { limit -> [Double] in
      guard case .way(_, let start, let end) = limit else { return [] }
      return [start, end].map {
        let degrees = ellipsoid.inverse(from: middle, to: $0).initialBearing.degrees
        return degrees < 0 ? degrees + 360 : degrees
      }
    }
    let radii = bearings.map { ($0, radius(toward: $0)) }
    return (0..<Self.corners).map { corner in
      let bearing = Double(corner) * step
      let near = radii.filter { abs(Self.turn($0.0, bearing)) <= step }
      let reach = min(Self.halfway, (near.map(\.1).max() ?? 0) * Self.outwards)
      return ellipsoid.direct(
        from: middle, bearing: .degrees(bearing), distance: .meters(reach)
      ).destination
    }
  }

  private static func turn(_ one: Double, _ other: Double) -> Double {
    let turn = (one - other).truncatingRemainder(dividingBy: 360)
    return turn > 180 ? turn - 360 : turn < -180 ? turn + 360 : turn
  }

  private static let samples = 64

  /// Metres to the farthest place of it in a direction.
  private func radius(toward bearing: Double) -> Double {
    func holds(_ meters: Double) -> Bool {
      contains(
        ellipsoid.direct(from: middle, bearing: .degrees(bearing), distance: .meters(meters))
          .destination)
    }
    let step = Self.halfway / Double(Self.samples)
    let last = (0...Self.samples).last { holds(Double($0) * step) } ?? 0
    guard last < Self.samples else { return Self.halfway }
    var (low, high) = (Double(last) * step, Double(last + 1) * step)
    while high - low > 1 {
      let half = (low + high) / 2
      if holds(half) { low = half } else { high = half }
    }
    return high
  }
}
