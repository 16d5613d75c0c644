public import Gazetteer
public import Quantities
import Railways

extension World {
  /// The one place that a name stands for. The stations of imported networks are asked last: names are the
  /// gazetteer's first.
  ///
  /// - Parameters:
  ///   - others: places that are spoken of with it.
  ///   - mode: how somebody travels between them; nil where that is not said.
  public func place(
    named name: String, beside others: [Place] = [], by mode: TravelMode? = nil
  ) throws(PlaceNameError) -> Place {
    do { return try gazetteer.only(name, beside: others, by: mode) } catch {
      let stations = tracks.lazy.map { $0.places(named: name) }.first { !$0.isEmpty } ?? []
      guard case .unknown = error, let station = stations.first, stations.count == 1 else {
        throw error
      }
      return station
    }
  }

  /// The places that names stand for which are spoken of together, such as the stops of a journey in their order: what a
  /// name leaves open the others settle.
  ///
  /// - Parameters:
  ///   - mode: how somebody travels between them; nil where that is not said.
  ///   - known: the places of names that are settled already.
  public func places(
    named names: [String], by mode: TravelMode? = nil, knowing known: [String: Place] = [:]
  ) throws(PlaceNameError) -> [Place] {
    if let places = try? gazetteer.only(names, by: mode, knowing: known) { return places }
    var places: [Place] = []
    for name in names {
      if let place = known[name] {
        places.append(place)
      } else {
        places.append(try place(named: name, beside: places, by: mode))
      }
    }
    return places
  }
}
