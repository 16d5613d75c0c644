import Datasets
import Railways
import Claims
public import Gazetteer

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

extension World {
  /// The one place that a name stands for. The stations of imported networks are asked last: names are the
  /// gazetteer's first.
  public func place(named name: String) throws(PlaceNameError) -> Place {
    do { return try gazetteer.only(name) } catch {
      let stations = tracks.lazy.map { $0.places(named: name) }.first { !$0.isEmpty } ?? []
      guard case .unknown = error, let station = stations.first, stations.count == 1 else {
        throw error
      }
      return station
    }
  }
}

/// Why a name does not stand for one place.
public enum PlaceNameError: Error, Hashable, Sendable, CustomStringConvertible {
  case ambiguous(String, [Place])
  case unknown(String, similar: [Place])
  case invalid(String)

  public var description: String {
    switch self {
    case .ambiguous(let name, let places):
      "'\(name)' may be "
        + places.map { "\($0.name) (\($0.id))" }.joined(separator: ", ") + "; write its id"
    case .unknown(let name, let similar):
      "no place is called '\(name)'"
        + (similar.isEmpty
          ? "; `wayproof places` searches the gazetteer, and a coordinate such as 43.11,131.88 "
            + "will do"
          : "; the most alike are "
            + similar.map { "\($0.name) (\($0.id))" }.joined(separator: ", "))
    case .invalid(let message): message
    }
  }
}

extension Gazetteer {
  /// The one place that a text stands for.
  ///
  /// - Throws: `PlaceNameError` where it stands for several or none.
  public func only(_ name: String) throws(PlaceNameError) -> Place {
    let match: PlaceMatch
    do { match = try self.match(name) } catch { throw .invalid(error.description) }
    switch match {
    case .one(let place): return place
    case .several(let places): throw .ambiguous(name, places)
    case .none(let similar): throw .unknown(name, similar: similar)
    }
  }
}
