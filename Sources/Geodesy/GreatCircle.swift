public import Quantities

#if canImport(Glibc)
  import Glibc
#endif

/// Great circles as calculators print them: on a sphere, whose radius is not the same for all.
public enum GreatCircle {
  /// The radius that most calculators take, 6,371.0 km: the mean radius of the Earth (2a + b) / 3, 6,371.0088 km (Moritz,
  /// Geodetic Reference System 1980, J. Geodesy 74, 2000), rounded.
  public static let usualRadius = Distance.kilometers(6_371)
  /// From the least radius of a sphere in use to the greatest: from the polar to the equatorial radius of WGS 84
  /// (6,356.8 and 6,378.1 km; NIMA TR8350.2), rounded outwards.
  public static let radii: ClosedRange<Distance> = .kilometers(6_356.75) ... .kilometers(6_378.14)

  /// The least share of the geodesic of WGS 84 that a great circle of a sphere in use comes to: its least radius over the
  /// greatest radius of curvature, 6,399.6 km at the poles.
  public static let shortestShare = 0.993

  /// The length of the great circle between two points on a sphere.
  ///
  /// - Parameters:
  ///   - start: one end, its latitude taken as it is.
  ///   - end: the other.
  ///   - radius: of the sphere.
  public static func length(
    from start: Coordinate, to end: Coordinate, radius: Distance = usualRadius
  ) -> Distance {
    radius * angle(from: start, to: end)
  }

  /// The lengths that calculators print for the great circle between two points, from the least sphere in use to the
  /// greatest.
  ///
  /// They are up to 0.56 % off the geodesic of WGS 84 on the usual sphere, and a third of a per cent more or less on the
  /// others (Sinnott, Virtues of the Haversine, Sky and Telescope 68, 1984; Karney, J. Geodesy 87, 2013).
  public static func sphericalRange(
    from start: Coordinate, to end: Coordinate
  ) -> ClosedRange<Distance> {
    let angle = angle(from: start, to: end)
    return radii.lowerBound * angle...radii.upperBound * angle
  }

  /// Radians at the centre, well conditioned at every distance (Vincenty, Survey Review 23, 1975).
  private static func angle(from start: Coordinate, to end: Coordinate) -> Double {
    let (south, north) = (start.latitude * .pi / 180, end.latitude * .pi / 180)
    let turn = (end.longitude - start.longitude) * .pi / 180
    let across = cos(north) * sin(turn)
    let along = cos(south) * sin(north) - sin(south) * cos(north) * cos(turn)
    let chord = sin(south) * sin(north) + cos(south) * cos(north) * cos(turn)
    return atan2((across * across + along * along).squareRoot(), chord)
  }
}
