public import Gazetteer
import Quantities
public import Railways

extension World {
  /// The answer to a query.
  ///
  /// - Parameters:
  ///   - query: what is asked.
  ///   - network: the imported network to go by; nil for the built-in kilometrage.
  /// - Throws: `RailRouteError` for conditions that cannot be or that the store cannot hold, for names that stand for
  ///   no place or several, for places off the track, and where no course joins them.
  public func route(
    _ query: RailQuery, on network: TrackNetwork? = nil
  ) throws(RailRouteError) -> RailRoute {
    var query = query
    query.avoided = query.avoided.map(coded)
    do { try query.check() } catch { throw RailRouteError(error) }
    if let network { return try route(query, along: network) }
    let places: [Place]
    do { places = try gazetteer.only(query.stops, by: .rail) } catch { throw .place(error) }
    for (one, other) in zip(places, places.dropFirst()) where one.id == other.id {
      throw .samePlace([one.name, other.name])
    }
    var avoided: [Place] = []
    for case .place(let name) in query.avoided { avoided.append(try only(name)) }
    let courses: [RailCourse]
    do {
      courses = try self.network.courses(
        query, through: places.map(\.id), avoiding: avoided.map(\.id), in: gazetteer)
    } catch {
      let isOff = places.contains { !self.network.contains($0.id) }
      guard let railways, isOff || error.isWithoutPath else { throw .request(error) }
      return try route(query, through: places, avoiding: avoided, over: railways)
    }
    if let railways, places.count == 2, let best = courses.first,
      isFarRound(best.length, from: places[0], to: places[1]),
      let other = try? route(query, through: places, avoiding: avoided, over: railways)
    {
      return other
    }
    return RailRoute(
      query: query,
      stops: places.map { RailRoute.Stop(place: $0, distance: .zero, nearerExcluded: nil) },
      ways: courses.map { TypedDistance(course: $0) }, geodesic: straightLines(through: places))
  }

  /// What a country is avoided by, its code, where it is named in full: `country:Belarus`, `Belarus`.
  private func coded(_ avoidance: RailAvoidance) -> RailAvoidance {
    let country: Place?
    switch avoidance {
    case .country(let name): country = name.count == 2 ? nil : gazetteer.area(named: name)
    case .place(let name):
      if case .one(let place)? = try? gazetteer.match(name) {
        country = place
      } else {
        country = nil
      }
    case .line: country = nil
    }
    guard let country, country.kind == .country, !country.country.isEmpty else { return avoidance }
    return .country(country.country)
  }

  /// The gauges that are laid at a place: those of the kilometrage, else of the first imported network that has track
  /// there and knows its gauge. A gauge that is only assumed says nothing.
  public func gauges(at place: Place) -> Set<Gauge> {
    let published = network.gauges(at: place.id)
    guard published.isEmpty else { return published }
    return tracks.lazy.map { $0.gauges(at: place) }.first { !$0.isEmpty } ?? []
  }

  /// Whether one store has track at every one of some places, so that it can tell whether a course joins them.
  public func hasTrack(at places: [Place]) -> Bool {
    if places.allSatisfy({ network.contains($0.id) }) { return true }
    return tracks.contains { network in
      places.allSatisfy { place in
        (try? network.snap(
          place, within: RailQuery.usualSnapLimit, kinds: RailQuery.mainlineKinds)) != nil
      }
    }
  }

  private func only(_ name: String) throws(RailRouteError) -> Place {
    do { return try gazetteer.only(name) } catch { throw .place(error) }
  }
}
