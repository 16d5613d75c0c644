import Claims
import Datasets
import Figures
import Gazetteer
import Geodesy
import Quantities
import Travel

/// Places of the case's own.
extension PlaceFinder {
  mutating func add(_ own: OwnPlace, _ profile: HedgeProfile) {
    if own.site == .unknown {
      let place = Place(
        id: Place.ID(own.id), name: own.name, kind: .point, country: own.country, zones: own.zones,
        coordinate: nil, isEstimated: false, extent: .meters(0), names: [], codes: [], city: "",
        source: own.source)
      for name in [own.id, own.name] { known[name] = place }
      return
    }
    guard let site = site(of: own, profile) else {
      if let place = area(of: own) { for name in [own.id, own.name] { known[name] = place } }
      return
    }
    let found = own.zones.isEmpty ? world.zones(near: site.center) : nil
    if let found { nearby[own.id] = found }
    let place = Place(
      id: Place.ID(own.id), name: own.name, kind: .point,
      country: own.country.isEmpty ? found?.country ?? "" : own.country,
      zones: own.zones.isEmpty ? found?.zones ?? [] : own.zones, coordinate: site.center,
      isEstimated: false, extent: .meters(site.extent + own.radius), names: [], codes: [], city: "",
      source: own.source)
    for name in [own.id, own.name] { known[name] = place }
  }

  /// Half the angle that a named direction leaves open, in degrees: halfway to the next of eight.
  private static let directionSlack = 22.5

  private mutating func site(
    of own: OwnPlace, _ profile: HedgeProfile
  ) -> (center: Coordinate, extent: Double)? {
    switch own.site {
    case .area, .border, .corners, .unknown: return nil
    case .coordinate(let text):
      guard let place = place(text, at: own.names[text] ?? own.place) else { return nil }
      guard place.kind == .point, let center = place.coordinate else {
        problems.append(
          DocumentProblem(
            position: own.names[text] ?? own.place,
            message: "'\(text)' is no coordinate; write such as position: \"43.12,131.9\""))
        return nil
      }
      return (center, 0)
    case .offset(let distance, let other, let degrees):
      guard let base = place(other, at: own.names[other] ?? own.place) else { return nil }
      guard let center = base.coordinate else {
        problems.append(
          DocumentProblem(
            position: own.names[other] ?? own.place,
            message: "the place '\(other)' has no sourced position"))
        return nil
      }
      let interval = distance.interval(under: profile)
      let most = interval.upper ?? (interval.lower ?? 0) * 2
      guard let degrees else { return (center, base.extent.meters + most) }
      let middle = ((interval.lower ?? 0) + most) / 2
      let spot = Ellipsoid.wgs84.direct(
        from: center, bearing: .degrees(degrees), distance: .meters(middle)
      ).destination
      let aside = middle * 2 * Self.directionSlack / 2 * .pi / 180
      return (spot, base.extent.meters + (most - middle) + aside)
    }
  }
}
