import Claims
import Datasets
import Gazetteer
import Travel

/// Finds the places that a case names, and keeps what it could not find.
struct PlaceFinder: Sendable {
  private let world: World
  var problems: [DocumentProblem] = []
  private var known: [String: Place] = [:]

  init(world: World) { self.world = world }

  mutating func place(_ name: String, at position: FilePosition) -> Place? {
    if let place = known[name] { return place }
    do {
      let place = try world.place(named: name)
      known[name] = place
      return place
    } catch {
      problems.append(DocumentProblem(position: position, message: error.description))
      return nil
    }
  }

  /// Looks up every place that a case names.
  mutating func find(placesOf caseFile: CaseFile) {
    for stop in caseFile.journeys.flatMap(\.stops) {
      for name in [stop.name] + stop.via + stop.alternatives.flatMap(\.via) {
        _ = place(name, at: stop.names[name] ?? stop.place)
      }
    }
    for event in caseFile.events { _ = place(event.name, at: event.namePosition) }
    for claim in caseFile.claims {
      let names =
        switch claim.subject {
        case .distance(_, let from, let to, _): from + to
        case .gauge(_, let from, let to): [from, to]
        case .route(let places, _): places
        case .sighting(let sighting): [sighting.position]
        default: [String]()
        }
      for name in names { _ = place(name, at: claim.names[name] ?? claim.place) }
    }
  }

  func found(_ name: String) -> Place? { known[name] }

  /// Every place that was found.
  var places: [Place] { Array(known.values) }
}
