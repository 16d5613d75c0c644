import Gazetteer
import Geodesy
import Quantities
import Railways

extension World {
  /// The places that a query names, put on track.
  func stops(
    _ query: RailQuery, on network: TrackNetwork
  ) throws(RailRouteError) -> [(place: Place, snap: TrackSnap)] {
    var stops: [(place: Place, snap: TrackSnap)] = []
    for text in query.stops {
      if let (place, position) = try lineStop(text, on: network) {
        stops.append((place, TrackSnap(at: position)))
        continue
      }
      let found = try places(text, on: network)
      let snap = try snap(found, on: network, query)
      if let first = found.first { stops.append((first, snap)) }
    }
    return stops
  }

  /// Puts places that bear one name on track together; one that is off it does not matter where another is
  /// on it.
  func snap(
    _ places: [Place], on network: TrackNetwork, _ query: RailQuery
  ) throws(RailRouteError) -> TrackSnap {
    var snaps: [TrackSnap] = []
    var failure: TrackError?
    for place in places {
      do {
        snaps.append(
          try network.snap(
            place, within: query.snapLimit ?? RailQuery.usualSnapLimit, kinds: query.kinds))
      } catch {
        failure = failure ?? error
      }
    }
    if let snap = TrackSnap(of: snaps) { return snap }
    throw RailRouteError(failure ?? .noPosition(places.first?.name ?? ""))
  }

  /// A stop that is given by line and kilometre; nil for other texts.
  private func lineStop(
    _ text: String, on network: TrackNetwork
  ) throws(RailRouteError) -> (Place, TrackPosition)? {
    guard let wanted = LinePosition(text) else { return nil }
    let position: TrackPosition
    do { position = try network.position(of: wanted) } catch {
      // A halt may be called "… km 5", where no line is called so.
      if case .noMilestones(_, _, least: nil, most: nil) = error,
        !network.places(named: text).isEmpty
      {
        return nil
      }
      throw RailRouteError(error)
    }
    let place = Place(
      id: Place.ID(text), name: text, kind: .point, country: "", zones: [],
      coordinate: network.coordinate(of: position), isEstimated: true, extent: .meters(100),
      names: [], codes: [], city: "", source: "between kilometre posts of \(network.meta.name)")
    return (place, position)
  }

  /// The places a name stands for: the network's own stations of that name where they are close to one
  /// another, else the gazetteer's.
  func places(
    _ text: String, on network: TrackNetwork
  ) throws(RailRouteError) -> [Place] {
    if let place = gazetteer[id: Place.ID(text)] { return [place] }
    let own = network.places(named: text)
    if let first = own.first?.coordinate {
      let isOne = own.allSatisfy { place in
        place.coordinate.map { Ellipsoid.wgs84.distance(from: first, to: $0).kilometers < 2 }
          ?? false
      }
      guard isOne else { throw .place(.ambiguous(text, Array(own.prefix(10)))) }
      // A built-in place of the name may be wider than the network's point, as a city is.
      if let place = try? gazetteer.only(text), let coordinate = place.coordinate,
        Ellipsoid.wgs84.distance(from: first, to: coordinate) <= max(place.extent, .kilometers(2))
      {
        return [place] + own
      }
      return own
    }
    do { return [try gazetteer.only(text)] } catch { throw .place(error) }
  }
}
