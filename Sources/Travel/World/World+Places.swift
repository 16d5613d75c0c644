public import Gazetteer
import Railways

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

extension Gazetteer {
  /// The one place that a text stands for.
  ///
  /// - Throws: `PlaceNameError` where it stands for several or none.
  public func only(_ name: String) throws(PlaceNameError) -> Place {
    let match: PlaceMatch
    do { match = try self.match(name) } catch { throw .invalid(error.description) }
    switch match {
    case .one(let place), .likely(let place, _): return place
    case .several(let places): throw .ambiguous(name, places)
    case .none(let similar): throw .unknown(name, similar: similar)
    }
  }
}
