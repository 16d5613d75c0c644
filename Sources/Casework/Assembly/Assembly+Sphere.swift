import Claims
import Gazetteer
import Geodesy
import Plausibility
import Quantities
import Travel
import Wording

extension Assembly {
  /// The length of a great circle as calculators print it, of a sphere and not of the ellipsoid; nil unless a claimed
  /// interval can mean it and cannot mean the geodesic.
  mutating func sphere(
    from start: Place, to end: Place, near claimed: ClaimedInterval
  ) -> QuantityID? {
    guard let one = start.coordinate, let other = end.coordinate,
      start.outline == nil, end.outline == nil, let geodesic = start.geodesic(to: end)
    else { return nil }
    let range = GreatCircle.sphericalRange(from: one, to: other)
    let slack = (start.extent + end.extent).meters
    let (least, most) = (range.lowerBound.meters - slack, range.upperBound.meters + slack)
    func holds(_ low: Double?, _ high: Double?) -> Bool {
      (claimed.lower ?? -.infinity) <= (high ?? .infinity)
        && (claimed.upper ?? .infinity) >= (low ?? 0)
    }
    guard holds(least, most), !holds(geodesic.lower?.meters, geodesic.upper?.meters) else {
      return nil
    }
    let ends = [start.id.text, end.id.text].sorted().joined(separator: " – ")
    let quantity = QuantityID.named("sphere \(ends)", .distance)
    guard titles.quantities[quantity] == nil else { return quantity }
    titles[quantity] =
      "the great circle from \(term: start.shortName) to \(term: end.shortName) on a sphere"
    add(
      Testimony(
        id: .value(quantity), origin: .physics, strength: .hard,
        words:
          """
          the great circle from \(term: start.shortName) to \(term: end.shortName) on a sphere as calculators take it
          """,
        value: .within(
          quantity, ClaimedInterval(lower: max(0, least), upper: most, shape: .twoSided))))
    return quantity
  }
}
