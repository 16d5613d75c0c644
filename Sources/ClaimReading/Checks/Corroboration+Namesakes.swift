import Figures

/// Places that no table has, for which another of their name is taken.
extension Corroboration {
  /// What lies so much farther off than is told was meant to be another place; in kilometres, estimated.
  private static let farther = 1_000.0
  /// Inhabitants of a city that people know from far away, estimated as for the settling of names.
  private static let great = 500_000.0

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
