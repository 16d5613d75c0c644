import Geodesy
import Quantities

/// A mass of land that no road leaves, told by boxes of latitude and longitude: coarse, by the atlas (Natural Earth).
private enum Landmass {
  /// Europe, Asia and Africa with the islands before their coasts, between which ferries carry cars.
  case oldWorld
  case americas, australia, newZealand
  /// The islands of the Pacific, each a land of its own.
  case pacific
  case antarctica

  init(_ place: Coordinate) {
    let (latitude, longitude) = (place.latitude, place.longitude)
    self =
      switch (latitude, longitude) {
      case (..<(-60), _): .antarctica
      case ((-48)..<(-33), 165...): .newZealand
      case ((-44)..<(-10), 112..<155): .australia
      case ((-30)..<30, 155...), ((-30)..<30, ..<(-120)): .pacific
      case (_, (-169)..<(-34)): .americas
      default: .oldWorld
      }
  }
}

extension Place {
  /// Whether an ocean lies between two places that no road crosses; false where a position is unknown.
  public func isAcrossAnOcean(from other: Place) -> Bool {
    guard let one = coordinate, let two = other.coordinate else { return false }
    let (here, there) = (Landmass(one), Landmass(two))
    // Between islands of the Pacific that are not neighbours, too.
    let isFar = (geodesic(to: other)?.lower?.kilometers ?? 0) > 300
    return here != there || here == .pacific && isFar
  }
}
