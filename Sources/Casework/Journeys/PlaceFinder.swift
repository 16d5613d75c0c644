import Claims
import Datasets
import Gazetteer
import Geodesy
import Quantities
import Travel

/// Finds the places that a case names, and keeps what it could not find.
struct PlaceFinder: Sendable {
  let world: World
  var problems: [DocumentProblem] = []
  var known: [String: Place] = [:]
  /// The zones of coordinates, which are those of places nearby, by how the coordinates are written.
  var nearby: [String: NearbyZones] = [:]
  /// The other bearers of names that the case's other places settle.
  private(set) var passedOver: [String: [Place]] = [:]
  /// Names that were told to be unknown, and stops at such places.
  private var missing: Set<String> = []

  init(world: World) { self.world = world }

  mutating func place(_ name: String, at position: FilePosition) -> Place? {
    place(name, at: position, beside: [], by: nil)
  }

  private mutating func place(
    _ name: String, at position: FilePosition, beside others: [Place], by mode: TravelMode?
  ) -> Place? {
    if let place = known[name] { return place }
    guard !missing.contains(name) else { return nil }
    do {
      let found = try world.place(named: name, beside: others, by: mode)
      return keep(found, as: name)
    } catch {
      problems.append(DocumentProblem(position: position, message: error.description))
      missing.insert(name)
      return nil
    }
  }

  private mutating func keep(_ found: Place, as name: String) -> Place {
    let others = world.gazetteer.passedOver(for: found, named: name)
    if !others.isEmpty { passedOver[name] = others }
    let place = zoned(found, as: name)
    known[name] = place
    return place
  }

  /// Finds the places of names together, such as the stops of a journey; what cannot be found so is left.
  private mutating func settle(_ names: [String], by mode: TravelMode?) {
    guard names.contains(where: { known[$0] == nil }),
      let places = try? world.places(named: names, by: mode, knowing: known)
    else { return }
    for (name, place) in zip(names, places) where known[name] == nil { _ = keep(place, as: name) }
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
    for journey in caseFile.journeys {
      settle(journey.stops.map(\.name), by: journey.mode)
      for stop in journey.stops {
        let own = journey.stops.compactMap { known[$0.name] }
        for name in [stop.name] + stop.via + stop.alternatives.flatMap(\.via) {
          _ = place(name, at: stop.names[name] ?? stop.place, beside: own, by: journey.mode)
        }
      }
    }
    if caseFile.version > 1 {
      for stop in stops where known[stop.id] == nil {
        known[stop.id] = known[stop.name]
        if known[stop.name] == nil { missing.insert(stop.id) }
      }
    }
    let own = stops.compactMap { known[$0.name] }
    for event in caseFile.events {
      _ = place(event.name, at: event.namePosition, beside: own, by: nil)
    }
    for claim in caseFile.claims {
      settle(claim.subject.placeNames, by: claim.subject.mode)
      for name in claim.subject.placeNames {
        _ = place(name, at: claim.names[name] ?? claim.place, beside: own, by: nil)
      }
    }
  }

  func found(_ name: String) -> Place? { known[name] }

  /// Every place that was found.
  var places: [Place] { Array(Set(known.values)) }
}

extension ClaimSubject {
  /// By what its way goes, where its kind tells.
  fileprivate var mode: TravelMode? {
    guard case .distance(_, _, _, let kinds) = self else { return nil }
    let modes = Set(kinds.map { kind in TravelMode.allCases.first { $0.distanceKind == kind } })
    return modes.count == 1 ? modes.first ?? nil : nil
  }

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
