import Figures
import Gazetteer
import Geodesy
import Quantities

/// Places that no table has, for which another of their name is taken.
extension Corroboration {
  /// What lies so much farther off than is told was meant to be another place; in kilometres, estimated.
  private static let farther = 1_000.0
  /// Inhabitants of a city that people know from far away, estimated as for the settling of names.
  private static let great = 500_000.0

  /// Inhabitants of a city that is meant by its name where no other of the name fits better; estimated.
  private static let known = 100_000.0

  /// Whether the map does not speak against a length or a time between two places, or no others of their names can be meant
  /// by the length: "200 km from Salamanca to Madrid" is of Spain.
  func isOfKnownEnds(_ figure: Figure) -> Bool {
    guard case .leg(let from?, let to?) = figure.tie.target, let value = figure.quantity,
      let straight = kilometers(from, to)
    else { return false }
    let isAgainst = finding(value, figure, straight) == .cannotBe
    guard figure.dimension == .distance else { return !isAgainst }
    guard isAgainst || value.siValue < straight * 1_000 else { return true }
    // So much too short a way is sooner one between places that no table has: Kingston in Ontario.
    guard value.greatestSIValue >= Self.shortestKnown * straight * 1_000,
      [from, to].allSatisfy(isKnownFar)
    else { return false }
    let (starts, ends) = (points(of: from), points(of: to))
    return !starts.contains { start in
      ends.contains { end in
        let straight = Ellipsoid.wgs84.distance(from: start, to: end).meters
        return Self.fitting ~= value.siValue / max(1, straight)
      }
    }
  }

  /// Which share of the straight line a way is told as at least, by mistake; estimated.
  private static let shortestKnown = 0.28
  /// How many times the straight line a way is that another place of the name would explain.
  private static let fitting = 0.9...2.5

  private func isKnownFar(_ place: MentionedPlace) -> Bool {
    place.ids.first.flatMap(inhabitants).map { $0 >= Self.known } ?? false
  }

  private func points(of place: MentionedPlace) -> [Coordinate] {
    ([place.ids.first.flatMap(coordinate)] + namesakes(place).map(\.coordinate)).compactMap(\.self)
  }

  /// Whether a way that is told as far too short or too quick ends at a small town a thousand kilometres too far away: "by
  /// helicopter from Penzance to St Mary's, 40 miles".
  func isOfNamesake(_ figure: Figure) -> Bool {
    guard case .quantity(let value) = figure.value,
      case .leg(let from?, let to?) = figure.tie.target,
      let straight = kilometers(from, to)
    else { return false }
    let most = value.greatestSIValue
    let reached =
      switch value.unit.dimension {
      case .distance: most / 1_000
      case .duration: most / 3_600 * Self.speeds(figure.tie.means).fast
      case .speed: Double.infinity
      }
    guard 2 * reached < straight, straight - reached > Self.farther else { return false }
    return [from, to].contains { place in
      place.ids.first.flatMap(inhabitants).map { $0 < Self.great } ?? false
    }
  }
}
