public import Quantities

/// An area by its outline, such as a country, or a line such as the border between two.
///
/// Its distances are intervals that hold the true ones: they are of the sphere, widened by what the ellipsoid differs from it
/// and by how far the drawing may be off.
public struct Outline: Sendable {
  /// A corner in degrees; both 180 and -180 are longitudes here, for areas are cut at the antimeridian.
  public struct Corner: Hashable, Sendable {
    public let latitude: Double
    public let longitude: Double

    public init(latitude: Double, longitude: Double) {
      self.latitude = latitude
      self.longitude = longitude
    }
  }

  /// The closed rings of an area, holes among them, or the pieces of a line; sides are straight in longitude and latitude
  /// (RFC 7946, §3.1.1).
  public let lines: [[Corner]]
  /// Whether it is an area, which holds what lies within.
  public let isArea: Bool
  /// How far the drawing may be off.
  public let error: Distance
  let pieces: [OutlinePiece]
  /// The middle of a circle that holds all of it, and its radius in radians.
  let middle: UnitVector
  let reach: Double

  /// Nil for fewer than two corners, or corners that are none.
  ///
  /// - Parameters:
  ///   - lines: rings or pieces of a line; a ring need not repeat its first corner.
  ///   - isArea: whether the rings enclose an area.
  ///   - error: how far the drawing may be off.
  public init?(lines: [[Corner]], isArea: Bool, error: Distance) {
    let corners = lines.joined()
    guard corners.count > 1,
      corners.allSatisfy({ abs($0.latitude) <= 90 && abs($0.longitude) <= 180 })
    else { return nil }
    self.lines = lines.map { line in
      guard isArea, let first = line.first, line.last != first else { return line }
      return line + [first]
    }
    self.isArea = isArea
    self.error = error
    pieces = self.lines.flatMap { OutlinePiece.pieces(of: $0) }
    let middle = pieces.reduce(.zero) { $0 + $1.middle }.normalized
    self.middle = middle
    reach = pieces.reduce(0) { max($0, min(.pi, middle.angle(to: $1.middle) + $1.reach)) }
  }

  /// The middle of a circle that holds all of it.
  public var center: Coordinate? { middle.coordinate }
  /// The radius of that circle.
  public var extent: Distance { Self.sphere * (reach * Self.ellipsoidal) + error }

  /// The mean radius of the Earth (Moritz, Geodetic Reference System 1980, J. Geodesy 74, 2000).
  private static let sphere = Distance.meters(6_371_008.8)
  /// Geodesics of WGS 84 differ from great circles of that sphere by 0.56 % at the most.
  private static let ellipsoidal = 1.0057

  /// The same, drawn less exactly.
  public func widened(by more: Distance) -> Outline? {
    Outline(lines: lines, isArea: isArea, error: error + more)
  }

  // MARK: Distances

  /// From the nearest to the farthest of its points.
  ///
  /// - Parameter slack: how far from its coordinate the place may be.
  public func distance(to place: Coordinate, _ slack: Distance = .zero) -> Interval<Distance> {
    let point = UnitVector(place)
    return interval(nearestAngle(to: point), farthestAngle(from: point), error + slack)
  }

  /// From the nearest two points of both to no less than the farthest two.
  public func distance(to other: Outline) -> Interval<Distance> {
    interval(
      nearestAngle(to: other), min(.pi, middle.angle(to: other.middle) + reach + other.reach),
      error + other.error)
  }

  private func interval(
    _ nearest: Double, _ farthest: Double, _ error: Distance
  ) -> Interval<Distance> {
    let near = Self.sphere * (nearest / Self.ellipsoidal)
    return Interval(
      from: max(.zero, near - error), to: Self.sphere * (farthest * Self.ellipsoidal) + error)
  }

  private func nearestAngle(to point: UnitVector) -> Double {
    if let place = point.coordinate, contains(place) { return 0 }
    return angleToLine(point)
  }

  func angleToLine(_ point: UnitVector) -> Double {
    var best = Double.pi
    for piece in pieces where point.angle(to: piece.middle) - piece.reach < best {
      best = min(best, piece.angle(to: point))
    }
    return best
  }

  /// What is farthest from a point is nearest to its antipode.
  private func farthestAngle(from point: UnitVector) -> Double {
    .pi - nearestAngle(to: point * -1)
  }

  private func nearestAngle(to other: Outline) -> Double {
    if overlaps(other) || other.overlaps(self) { return 0 }
    var best = Double.pi
    for piece in pieces {
      for its in other.pieces
      where piece.middle.angle(to: its.middle) - piece.reach - its.reach < best {
        best = min(best, piece.angle(to: its))
      }
    }
    return best
  }

  /// Whether a line of another begins within.
  private func overlaps(_ other: Outline) -> Bool {
    isArea
      && other.lines.contains { line in
        line.first.map { contains(latitude: $0.latitude, longitude: $0.longitude) } ?? false
      }
  }

  /// Whether a point lies within the area.
  public func contains(_ place: Coordinate) -> Bool {
    contains(latitude: place.latitude, longitude: place.longitude)
  }

  /// By how many sides a ray to the west crosses.
  private func contains(latitude: Double, longitude: Double) -> Bool {
    guard isArea else { return false }
    var isInside = false
    for line in lines {
      for (one, other) in zip(line, line.dropFirst())
      where (one.latitude > latitude) != (other.latitude > latitude) {
        let share = (latitude - one.latitude) / (other.latitude - one.latitude)
        if one.longitude + share * (other.longitude - one.longitude) < longitude {
          isInside.toggle()
        }
      }
    }
    return isInside
  }
}

extension Outline: Hashable {
  public static func == (left: Outline, right: Outline) -> Bool {
    left.isArea == right.isArea && left.error == right.error && left.lines == right.lines
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(lines.count)
    hasher.combine(lines.first?.first)
  }
}
