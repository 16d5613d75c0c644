import Geodesy
import Quantities
import Foundation

/// Cities, airports and stations of the whole world, mapped from `geo/world` and searched there.
///
/// A name is looked for as it is written, then without what reports add to it ("Berlin Hauptbahnhof station", "the city
/// of Porto"), then as a place in another: "Paris, Texas", "Rome Termini", "London (Heathrow)".
struct WorldPlaces: Sendable {
  private let tables: [WorldTable]
  private let zones: [Substring]
  private let countries: [NameKey: String]
  private let regions: Regions
  private let known = KnownPlaces()

  /// Nil where the data folder has no world.
  init?(folder: URL) {
    let regions = Regions(Self.text(folder, "regions.tsv") ?? "")
    self.regions = regions
    tables = [
      WorldTable(folder: folder, "cities", .city, prefix: "gn-", regions: regions),
      WorldTable(folder: folder, "towns", .city, prefix: "gn-", regions: regions),
      WorldTable(folder: folder, "ports", .city, prefix: "wpi-", regions: regions),
      WorldTable(folder: folder, "airports", .airport, prefix: "", regions: regions),
      WorldTable(folder: folder, "stations-odbl", .station, prefix: "st-", regions: regions),
      WorldTable(folder: folder, "stations", .station, prefix: "sf-", regions: regions),
      WorldTable(folder: folder, "stations-japan", .station, prefix: "sj-", regions: regions),
    ].compactMap(\.self)
    guard !tables.isEmpty, let zones = Self.text(folder, "zones.txt"),
      let countries = Self.text(folder, "countries.tsv")
    else { return nil }
    self.zones = zones.split(separator: "\n")
    self.countries = Dictionary(
      countries.split(separator: "\n").flatMap { line in
        let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
        let name = fields.count > 1 ? fields[1] : ""
        // "St Helena" is Saint Helena.
        let short = name.hasPrefix("Saint ") ? "St \(name.dropFirst(6))" : String(name)
        return [(NameKey(name), String(fields[0])), (NameKey(short), String(fields[0]))]
      }, uniquingKeysWith: { first, _ in first })
  }

  private static func text(_ folder: URL, _ name: String) -> String? {
    try? String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
  }

  /// Tables are sorted by how prominent places are: an identifier is looked for from their beginning, once.
  func place(id: Place.ID) -> Place? {
    known.place(id) { tables.lazy.compactMap { $0.place(id: id, zones)?.place }.first }
  }

  /// The cities that bear a name, and by rail the stations that do, with how prominent each is; else the airports of places that
  /// no table of towns has, but by road.
  func bearers(
    of key: NameKey, by mode: TravelMode?
  ) -> [(place: Place, prominence: Double)] {
    let kinds: Set<Place.Kind> =
      switch mode {
      case .rail: [.city, .station]
      case .air, .sea, nil: [.city, .airport]
      case .road: [.city]
      }
    let all = tables.filter { kinds.contains($0.kind) }.flatMap { $0.places(named: key, zones) }
    // An airport that is called as its city is says no more than the city, where that is known.
    let found = all.filter { bearer in
      guard bearer.place.kind == .airport else { return true }
      guard NameKey(bearer.place.city) == key else { return mode == .air }
      return !all.contains { city in
        city.place.kind == .city
          && city.place.geodesic(to: bearer.place)?.lower.map { $0 <= Self.outside } ?? false
      }
    }
    func greatest(_ kind: Place.Kind) -> Double {
      found.filter { $0.place.kind == kind }.map(\.prominence).max() ?? 0
    }
    let (city, airport) = (greatest(.city), max(1, greatest(.airport)))
    return found.map { place in
      // The ranks of airports are no numbers of people, and an airfield has none.
      let size =
        place.place.kind == .airport
        ? place.prominence < 1
          ? Self.airfield : max(city, Self.notable) * place.prominence / airport
        : place.prominence
      return (place.place, max(size, 1.1))
    }
  }

  /// Inhabitants of a city whose airport is known by its name.
  private static let notable = 100_000.0
  /// Inhabitants of a place that people know as well as an airfield without airlines; estimated.
  private static let airfield = 2_000.0

  /// How prominent a city is; 0 where no city of its name lies near.
  func prominence(of place: Place) -> Double {
    cities(named: place.name).filter { city in
      city.place.geodesic(to: place)?.lower.map { $0 <= Self.beside } ?? false
    }.map(\.prominence).max() ?? 0
  }

  /// The greatest city of a name that one of its airports lies beside; nil where none does.
  func city(named key: NameKey, with airports: [Place]) -> Place? {
    candidates(of: key).first { city in
      city.place.kind == .city
        && airports.contains { airport in
          city.place.geodesic(to: airport)?.lower.map { $0 <= Self.outside } ?? false
        }
    }?.place
  }

  /// The airports that bear a city's name and lie where it does.
  func airports(of city: Place) -> [Place] {
    tables.filter { $0.kind == .airport }.flatMap { $0.places(named: NameKey(city.name), zones) }
      .filter { airport in
        city.geodesic(to: airport.place)?.lower.map { $0 <= Self.outside } ?? false
      }
      .sorted { $0.prominence > $1.prominence }.map(\.place)
  }

  /// How far outside a city its airports lie.
  fileprivate static let outside = Distance.kilometers(60)

  /// How far apart two tables may put one city.
  private static let beside = Distance.kilometers(20)

  /// The file of `datasets.csv` that a place comes from; nil where it is none of the world's.
  func file(of place: Place) -> String? { tables.first { $0.file == place.source }?.file }

  /// What a name stands for just as it is written: "Sea" is no airport, and Nevada no town of Missouri.
  func match(written text: String) -> PlaceMatch? {
    let key = NameKey(text)
    return settled(
      candidates(of: key).filter { candidate in
        if candidate.place.isCalledOnlyByCode(in: text) { return false }
        switch candidate.place.kind {
        case .station where !candidate.place.isStationCalled(key),
          .airport where Place.isAnyStation(key):
          return false
        default: break
        }
        return regions.named(text).isEmpty
          || candidate.place.kind == .city && candidate.prominence > Self.greaterThanState
      })
  }

  /// Inhabitants of a city that is meant by its name though a state is called so.
  private static let greaterThanState = 200_000.0

  /// How many times as prominent a city may be as another of its name that a text may mean as well.
  private static let rival = 6.0
  /// Within so many kilometres two places of one name are one.
  private static let same = 50.0

  /// Other cities of a city's name that are not much smaller.
  func namesakes(of city: Place, written text: String) -> [Place] {
    let found = candidates(of: NameKey(text)).filter { $0.place.kind == .city }
    func isSame(_ other: Place) -> Bool {
      guard let one = city.coordinate, let second = other.coordinate else { return false }
      return Ellipsoid.wgs84.distance(from: one, to: second).kilometers < Self.same
    }
    let own = found.filter { isSame($0.place) }.map(\.prominence).max()
    guard let own else { return [] }
    return found.filter { !isSame($0.place) && $0.prominence * Self.rival >= own }.map(\.place)
  }

  /// What a name stands for, also without what reports add to it, and as a place in another.
  func match(_ text: String) -> PlaceMatch? {
    for (index, name) in PlaceNameForms(text).forms.enumerated() {
      let key = NameKey(name)
      // Victor Harbor is not Victorville, which is also known as Victor.
      let found = candidates(of: key).filter {
        index == 0 || $0.place.isNamed(key) || $0.prominence > Self.greaterThanState
      }
      if let found = settled(found) { return found }
    }
    return part(of: text)
  }

  /// The places whose names are most like the beginning of a text.
  func similar(to key: NameKey, limit: Int) -> [Place] {
    var beginning = key
    let least = max(3, key.text.unicodeScalars.count * 2 / 3)
    while beginning.text.unicodeScalars.count > least {
      let found = tables.filter { $0.kind != .station }.flatMap {
        $0.places(beginningWith: beginning, limit: limit, zones)
      }
      .filter { $0.place.kind != .city || $0.prominence > 0 }
      if !found.isEmpty {
        let places = found.sorted { $0.prominence > $1.prominence }.map(\.place)
        return Array(
          places.reduce(into: [Place]()) { if !$0.contains($1) { $0.append($1) } }.prefix(limit))
      }
      beginning = NameKey(String(beginning.text.dropLast()))
    }
    return []
  }

  /// Cities first, for a city's extent holds its stations; then towns, airports, stations. A town or a station that is
  /// called so goes before a city that only another language calls so: Oban is not Aubagne.
  private func candidates(of key: NameKey) -> [WorldPlace] {
    guard !key.text.isEmpty else { return [] }
    func named(_ isWanted: (WorldTable) -> Bool) -> [WorldPlace] {
      tables.filter(isWanted).flatMap { $0.places(named: key, zones) }
    }
    let cities = named { $0.kind == .city && !$0.isOfTowns }
    if cities.contains(where: { $0.place.isNamed(key) }) { return ranked(cities, key) }
    let towns = named(\.isOfTowns)
    guard !cities.isEmpty || !towns.isEmpty else {
      let airports = named { $0.kind == .airport }
      return ranked(airports.isEmpty ? named { $0.kind == .station } : airports, key)
    }
    let stations = named { $0.kind == .station }
    func greatest(_ places: [WorldPlace]) -> Double { places.map { size($0, key) }.max() ?? 0 }
    let best = [cities, towns, stations].max { greatest($0) < greatest($1) }
    return ranked(best ?? [], key)
  }

  /// How great a place is for those who call it by a name: a stop in a city is far smaller than the city.
  private func size(_ place: WorldPlace, _ key: NameKey) -> Double {
    let isOwn = place.place.isNamed(key)
    guard place.place.kind == .station else {
      return place.prominence / (isOwn ? 1 : Self.ownName)
    }
    return max(isOwn ? Self.ownStation : 0, place.prominence / Self.stopInCity)
  }

  private static let stopInCity = 1_000.0
  /// Inhabitants of a place that is known by its station alone.
  private static let ownStation = 1_000.0

  /// How many times as prominent a city must be to be meant by a name of another language where a city has it as its own:
  /// Puno is in Peru, though Esperanto calls Pune so.
  private static let ownName = 100.0

  private func ranked(_ found: [WorldPlace], _ key: NameKey) -> [WorldPlace] {
    let hasOwn = found.contains { $0.place.kind == .city && $0.place.isNamed(key) }
    return found.map { candidate in
      guard hasOwn, !candidate.place.isNamed(key) else { return candidate }
      return WorldPlace(
        place: candidate.place, region: candidate.region,
        prominence: candidate.prominence / Self.ownName)
    }.sorted { $0.prominence > $1.prominence }
  }

  /// How many times as prominent a place must be to be meant where others bear its name.
  private static let dominance = 4.0

  private func settled(_ found: [WorldPlace]) -> PlaceMatch? {
    guard let first = found.first else { return nil }
    let others = found.dropFirst().filter { !$0.isSame(as: first) }
    guard let second = others.first else { return .one(first.place) }
    if first.prominence >= Self.dominance * second.prominence, first.prominence > 0 {
      return .likely(first.place, others: others.prefix(5).map(\.place))
    }
    return .several(([first] + others).prefix(10).map(\.place))
  }

  // MARK: A place in another

  /// `Paris, Texas`, `Rome Termini`, `Paris CDG`: two names, of which the one lies in the other.
  private func part(of text: String) -> PlaceMatch? {
    let pieces = text.split(whereSeparator: { ",()/".contains($0) }).map {
      $0.trimmingCharacters(in: .whitespaces)
    }.filter { !$0.isEmpty }
    if pieces.count == 2, let found = inRegion(pieces[0], pieces[1]) { return found }
    let words = text.split(whereSeparator: { " ,()/–—-".contains($0) }).map(String.init)
    guard words.count > 1, words.count <= 8 else { return nil }
    for count in (1..<words.count).reversed() {
      let city = words.prefix(count).joined(separator: " ")
      let rest = words.dropFirst(count).joined(separator: " ")
      let within = cities(named: city)
      guard !within.isEmpty else { continue }
      let parts = PlaceNameForms(rest).forms.lazy.map { self.parts(NameKey($0), in: within) }
        .first { !$0.isEmpty }
      if let parts, let found = settled(parts) { return found }
    }
    return nil
  }

  /// A city by its country, or by its state where the tables have it.
  func inRegion(_ name: String, _ region: String) -> PlaceMatch? {
    let country = countries[NameKey(region)] ?? Self.others[NameKey(region).text]
    let regions = regions.named(region)
    let found = (candidates(of: NameKey(name)) + cities(named: name)).filter { candidate in
      let place = candidate.place
      if place.country == country || place.country == region { return true }
      return regions.contains { $0.country == place.country && $0.code == candidate.region }
    }
    return settled(found)
  }

  private static let others = [
    "usa": "US", "us": "US", "america": "US", "uk": "GB", "england": "GB", "scotland": "GB",
    "wales": "GB", "britain": "GB", "great britain": "GB", "uae": "AE", "drc": "CD",
    "korea": "KR", "russia": "RU",
  ]

  private func cities(named name: String) -> [WorldPlace] {
    tables.filter { $0.kind == .city }.flatMap { $0.places(named: NameKey(name), zones) }
  }

  /// Stations and airports of a name within cities, each with the prominence of its city.
  private func parts(_ key: NameKey, in cities: [WorldPlace]) -> [WorldPlace] {
    let found = tables.filter { $0.kind != .city }.flatMap { $0.places(named: key, zones) }
    return found.compactMap { part in
      cities.first { $0.holds(part) }.map {
        WorldPlace(place: part.place, region: part.region, prominence: $0.prominence)
      }
    }.sorted { $0.prominence > $1.prominence }
  }
}

extension Place {
  /// Whether a text that is not written as a code is one of its codes and none of its names.
  func isCalledOnlyByCode(in text: String) -> Bool {
    guard text != text.uppercased() else { return false }
    let key = NameKey(text)
    return codes.contains { NameKey($0) == key }
      && !([name, city] + names).contains { NameKey($0) == key }
  }
}

extension WorldTable {
  /// Whether its places are small ones.
  fileprivate var isOfTowns: Bool { file.hasSuffix("/towns.tsv") || file.hasSuffix("/ports.tsv") }
}

extension WorldPlace {
  /// Whether two rows tell of one place.
  fileprivate func isSame(as other: WorldPlace) -> Bool {
    guard let apart = place.geodesic(to: other.place)?.lower else { return false }
    return apart.kilometers <= 1
  }

  /// Whether another place lies in this one or belongs to it, as airports do that lie outside.
  fileprivate func holds(_ part: WorldPlace) -> Bool {
    guard let apart = place.geodesic(to: part.place)?.lower else { return false }
    return part.place.kind == .airport ? apart <= WorldPlaces.outside : apart.kilometers <= 5
  }
}
