public import Foundation
import Geodesy
import Quantities

/// The built-in places, looked up by their names as written.
public struct Gazetteer: Sendable {
  /// All places, stations first, cities last.
  public let places: [Place]
  private let byID: [Place.ID: Int]
  private let byName: NameIndex
  /// The names of cities, which stand back where a station bears them.
  private let cities: NameIndex
  private let byCity: NameIndex
  /// Where the places that a user added are kept; asked only for what the built-in places do not answer.
  private let addedPath: String?
  /// The cities, airports and stations of the whole world, asked for what the built-in places do not answer.
  private let world: WorldPlaces?
  /// The outlines of countries and regions.
  let outlines: WorldOutlines?

  /// A gazetteer of the given places.
  ///
  /// - Parameters:
  ///   - places: every place, each with an identifier of its own.
  ///   - added: the file of a place database, which need not be there.
  ///   - world: the folder with the tables of the whole world.
  /// - Throws: `GazetteerError.duplicate` where two places share an identifier.
  public init(
    places: [Place], added: String? = nil, world: URL? = nil
  ) throws(GazetteerError) {
    self.places = places
    addedPath = added
    self.world = world.flatMap { WorldPlaces(folder: $0) }
    outlines = world.flatMap { WorldOutlines(folder: $0) }
    var byID: [Place.ID: Int] = [:]
    var (byName, cities, byCity) = (NameIndex(), NameIndex(), NameIndex())
    byID.reserveCapacity(places.count)
    byName.reserveCapacity(places.count * 2)
    cities.reserveCapacity(places.count * 2)
    for (index, place) in places.enumerated() {
      guard byID.updateValue(index, forKey: place.id) == nil else {
        throw .duplicate(place.id)
      }
      for name in [place.name] + place.names + place.codes {
        let key = NameKey(name)
        guard !key.text.isEmpty else { continue }
        if place.kind == .city {
          cities.insert(index, key)
        } else {
          byName.insert(index, key)
        }
      }
      if !place.city.isEmpty { byCity.insert(index, NameKey(place.city)) }
    }
    self.byID = byID
    self.byName = byName
    self.cities = cities
    self.byCity = byCity
  }

  /// The place of an identifier.
  public subscript(id id: Place.ID) -> Place? {
    byID[id].map { places[$0] } ?? outlines?.place(id: id).map(zoned) ?? world?.place(id: id)
  }

  /// What a text may stand for: an identifier, a code, a name in any of its scripts, a coordinate, or
  /// the beginning of a name.
  ///
  /// - Throws: `GazetteerError.coordinate` where the text is a coordinate that cannot be.
  public func match(_ text: String) throws(GazetteerError) -> PlaceMatch {
    if let place = self[id: Place.ID(text)] { return .one(place) }
    let key = NameKey(text)
    if let found = byName[key] { return answer(found) }
    if Coordinate.looksLikeCoordinate(text) { return .one(try point(text)) }
    guard !key.text.isEmpty else { return .none(similar: []) }
    let named = try added { database throws(PlaceDatabaseError) in
      if let place = try database.place(id: Place.ID(text)) { return [place] }
      return try database.places(named: text)
    }
    if let only = named.first { return named.count == 1 ? .one(only) : .several(named) }
    if let found = cities[key] { return answer(found) }
    if let found = area(text, .country) { return found }
    if let found = byCity[key] {
      return world?.city(named: key, with: found.map { places[$0] }).map { .one($0) }
        ?? answer(found)
    }
    if let found = world?.match(written: text) { return found }
    for form in PlaceNameForms(text).forms.dropFirst() {
      let key = NameKey(form)
      if let found = byName[key] ?? cities[key] { return answer(found) }
    }
    if let found = area(text, .region) ?? world?.match(text) { return found }
    let beginning = [byName, cities].flatMap { names in
      names.names.filter { $0.text.hasPrefix(key.text) }.flatMap { names[$0] ?? [] }
    }
    if key.text.count >= 2, !beginning.isEmpty {
      return .several(Set(beginning).sorted().prefix(20).map { places[$0] })
    }
    // A piece of a name is no name: what only holds it is offered and not taken.
    let alike = try added { database throws(PlaceDatabaseError) in
      try database.places(like: text)
    }
    if !alike.isEmpty { return .several(alike) }
    let close = similar(to: key)
    let further = close.isEmpty ? world?.similar(to: key, limit: 5) ?? [] : []
    return .none(similar: close + further)
  }

  /// The places that bear a name just as it is written, the most prominent first: no codes, no beginnings of names, nothing
  /// that is only alike.
  ///
  /// For texts in which any word may be meant: none is found rather than a wrong one.
  public func places(written name: String) -> [Place] {
    let key = NameKey(name)
    guard !key.text.isEmpty else { return [] }
    let found = (byName[key] ?? cities[key] ?? []).map { places[$0] }
      .filter { !$0.isCalledOnlyByCode(in: name) }
    if !found.isEmpty { return found }
    switch world?.match(written: name) {
    case .one(let place), .likely(let place, _): return [place]
    case .several(let places): return places
    // A town that the tables know by its airport alone.
    default: return (byCity[key] ?? []).map { places[$0] }
    }
  }

  /// Other cities that bear a city's name just as it is written and are not much smaller, the most prominent first.
  public func namesakes(of city: Place, written name: String) -> [Place] {
    world?.namesakes(of: city, written: name) ?? []
  }

  /// The city or town of a name in a country or a state that is named too; nil where there is none, or several.
  public func place(named name: String, within region: String) -> Place? {
    switch world?.inRegion(name, region) {
    case .one(let place), .likely(let place, _): place
    default: nil
    }
  }

  /// The airports of a city, the greatest first as the tables have them: the built-in ones, else those of the world's that bear
  /// its name.
  public func airports(of city: Place) -> [Place] {
    let found = ([city.name] + city.names).flatMap { byCity[NameKey($0)] ?? [] }
    let own = Set(found).sorted().map { places[$0] }.filter { airport in
      // The airport of Birmingham in Alabama is not that of Birmingham in England.
      airport.kind == .airport
        && city.geodesic(to: airport)?.lower.map { $0 <= Self.outside } ?? true
    }
    return own.isEmpty ? world?.airports(of: city) ?? [] : own
  }

  /// How far outside a city its airports lie; estimated.
  private static let outside = Distance.kilometers(100)

  /// What the places that a user added say; nothing where there are none.
  private func added(
    _ ask: (PlaceDatabase) throws(PlaceDatabaseError) -> [Place]
  ) throws(GazetteerError) -> [Place] {
    guard let addedPath else { return [] }
    do {
      guard let database = try PlaceDatabase(reading: addedPath) else { return [] }
      return try ask(database)
    } catch {
      throw .added(error)
    }
  }

  /// Who has to be named for places that a user added; empty where all the places are built in.
  public func attributions(of places: [Place]) throws(GazetteerError) -> [String] {
    let others = places.filter {
      $0.kind != .point && byID[$0.id] == nil && $0.outline == nil && world?.file(of: $0) == nil
    }
    guard let addedPath, !others.isEmpty else { return [] }
    do {
      guard let database = try PlaceDatabase(reading: addedPath) else { return [] }
      for place in others where try database.place(id: place.id) != nil {
        return try database.sources().map(\.attribution).filter { !$0.isEmpty }
      }
      return []
    } catch {
      throw .added(error)
    }
  }

  /// The file of `datasets.csv` that a place of the world's tables comes from; nil for others.
  public func worldFile(of place: Place) -> String? {
    place.outline == nil
      ? world?.file(of: place) : place.source == WorldOutlines.file ? place.source : nil
  }

  private func answer(_ found: [Int]) -> PlaceMatch {
    if found.count == 1, let only = found.first { return .one(places[only]) }
    return .several(found.map { places[$0] })
  }

  /// Whether a place is of the built-in tables, and not of those of the world.
  func isBuiltIn(_ place: Place) -> Bool { byID[place.id] != nil }

  /// How many people live in a city, as the tables of the world know; 0 where they do not.
  public func prominence(of place: Place) -> Double { world?.prominence(of: place) ?? 0 }

  /// The cities of the whole world that bear a name just as it is written, and what else one may travel to: stations by
  /// rail, airports by air.
  func worldBearers(
    of name: String, by mode: TravelMode?
  ) -> [(place: Place, prominence: Double)] {
    world?.bearers(of: NameKey(name), by: mode) ?? []
  }

  private func point(_ text: String) throws(GazetteerError) -> Place {
    let coordinate: Coordinate
    do { coordinate = try Coordinate(parsing: text) } catch {
      throw .coordinate(error)
    }
    return Place(
      id: Place.ID(text), name: text, kind: .point, country: "", zones: [],
      coordinate: coordinate, isEstimated: false, extent: .zero, names: [], codes: [], city: "",
      source: "coordinate as given")
  }

  private func similar(to key: NameKey) -> [Place] {
    let limit = max(1, min(4, key.text.unicodeScalars.count / 3))
    var best: [Int: Int] = [:]
    for index in [byName, cities] {
      for name in index.names {
        guard let edits = key.edits(to: name, limit: limit) else { continue }
        for place in index[name] ?? [] { best[place] = min(best[place] ?? edits, edits) }
      }
    }
    return best.sorted { ($0.value, $0.key) < ($1.value, $1.key) }.prefix(5).map { places[$0.key] }
  }
}
