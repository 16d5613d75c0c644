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
