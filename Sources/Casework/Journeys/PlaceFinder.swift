import Claims
import Datasets
import Gazetteer
import Travel

/// Finds the places that a case names, and keeps what it could not find.
struct PlaceFinder {
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

  func found(_ name: String) -> Place? { known[name] }

  /// Every place that was found.
  var places: [Place] { Array(known.values) }
}
