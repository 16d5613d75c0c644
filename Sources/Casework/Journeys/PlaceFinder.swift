import Claims
import Datasets
import Gazetteer
import Geodesy
import Quantities
import Travel

/// Finds the places that a case names, and keeps what it could not find.
struct PlaceFinder: Sendable {
  private let world: World
  var problems: [DocumentProblem] = []
  private var known: [String: Place] = [:]
  /// The zones of coordinates, which are those of places nearby, by how the coordinates are written.
  private(set) var nearby: [String: NearbyZones] = [:]

  init(world: World) { self.world = world }

  mutating func place(_ name: String, at position: FilePosition) -> Place? {
    if let place = known[name] { return place }
    do {
      let place = zoned(try world.place(named: name), as: name)
      known[name] = place
      return place
    } catch {
      problems.append(DocumentProblem(position: position, message: error.description))
      return nil
    }
  }

  /// A coordinate has the zones of what lies nearby.
  private mutating func zoned(_ place: Place, as name: String) -> Place {
    guard place.zones.isEmpty, let point = place.coordinate, let found = world.zones(near: point)
    else { return place }
    nearby[name] = found
    return place.with(zones: found.zones, country: found.country)
  }

  /// Looks up every place that a case names.
  ///
  /// Its own places come first; from version 2 of the format on the identifiers of stops are names of places too, unless
  /// something else in the case bears them.
  mutating func find(placesOf caseFile: CaseFile, _ profile: HedgeProfile) {
    for place in caseFile.places { add(place, profile) }
    let stops = caseFile.journeys.flatMap(\.stops)
    for stop in stops {
      for name in [stop.name] + stop.via + stop.alternatives.flatMap(\.via) {
        _ = place(name, at: stop.names[name] ?? stop.place)
      }
    }
    if caseFile.version > 1 {
      for stop in stops where known[stop.id] == nil { known[stop.id] = known[stop.name] }
    }
    for event in caseFile.events { _ = place(event.name, at: event.namePosition) }
    for claim in caseFile.claims {
      for name in claim.subject.placeNames {
        _ = place(name, at: claim.names[name] ?? claim.place)
      }
    }
  }

  func found(_ name: String) -> Place? { known[name] }

  /// Every place that was found.
  var places: [Place] { Array(Set(known.values)) }

  // MARK: Places of the case's own

  private mutating func add(_ own: OwnPlace, _ profile: HedgeProfile) {
    guard let site = site(of: own, profile) else { return }
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

extension ClaimSubject {
  /// The names of the places that it speaks of.
  fileprivate var placeNames: [String] {
    switch self {
    case .distance(_, let from, let to, _): from + to
    case .gauge(_, let from, let to), .ahead(_, let from, let to): [from, to]
    case .route(let places, _): places
    case .sighting(let sighting): [sighting.position]
    case .comparison(let said):
      [said.greater, said.lesser].flatMap { quantity -> [String] in
        if case .distance(_, let from, let to) = quantity { [from, to] } else { [] }
      }
    case .duration, .time, .speed, .mode, .track, .way, .total, .stops: []
    }
  }
}

extension Place {
  /// The same place, with the zones and the country that its neighbours have.
  fileprivate func with(zones: [String], country: String) -> Place {
    Place(
      id: id, name: name, kind: kind, country: country, zones: zones, coordinate: coordinate,
      isEstimated: isEstimated, extent: extent, names: names, codes: codes, city: city,
      source: source)
  }
}
