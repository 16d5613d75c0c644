import Figures
import Gazetteer

/// The names by which a language's texts call the gazetteer's places, with their inflected forms.
struct PlaceNames {
  /// The places of each name, by their index.
  private(set) var byName: [String: [Int]] = [:]

  /// - Parameters:
  ///   - places: the gazetteer's places; numbers are theirs in this list.
  ///   - entries: the lexicon, with its aliases and endings.
  ///   - cityNames: what the language calls cities.
  init(
    _ places: [Place], _ entries: LexiconEntries, cityNames: [(city: String, names: [String])]
  ) {
    // A bare city stands for its station or the city; an airport is named as one, or is all there is.
    var airportCities: [String: [Int]] = [:]
    for (index, place) in places.enumerated() where place.kind != .city {
      for name in [place.name] + place.names
      where Self.isUsable(name) && !Self.isForeign(name, of: place, in: entries.language) {
        for form in Self.forms(of: name, entries.placeEndings) { add(form, index) }
      }
      if !place.city.isEmpty, Self.isUsable(place.city) {
        airportCities[place.city, default: []].append(index)
      }
    }
    let cities = places.indices.filter { places[$0].kind == .city }
    var named: [String: [Int]] = [:]
    for index in cities {
      for name in [places[index].name] + places[index].names
      where Self.isUsable(name) && byName[name] == nil {
        named[name, default: []].append(index)
      }
    }
    for (name, indices) in named {
      for form in Self.forms(of: name, entries.placeEndings) {
        for index in indices { add(form, index) }
      }
    }
    for (city, indices) in airportCities where byName[city] == nil {
      for form in Self.forms(of: city, entries.placeEndings) {
        for index in indices { add(form, index) }
      }
    }
    for (city, names) in cityNames {
      for index in byName[city] ?? [] {
        for name in names {
          for form in Self.forms(of: name, entries.placeEndings) { add(form, index) }
        }
      }
    }
    let byID = Dictionary(places.enumerated().map { ($1.id.text, $0) }) { first, _ in first }
    for (id, names) in entries.placeAliases {
      guard let index = byID[id] else { continue }
      for name in names { add(name, index) }
    }
  }

  /// Whether a name is in Chinese characters of a place whose own name is in Hangul: in Chinese and Japanese they are other
  /// words.
  private static func isForeign(_ name: String, of place: Place, in language: String) -> Bool {
    func isWritten(_ name: String, _ script: UnspacedScript) -> Bool {
      name.unicodeScalars.first.flatMap(UnspacedScript.init) == script
    }
    return isWritten(name, .han) && language != "ko"
      && place.names.contains { isWritten($0, .hangul) }
  }

  private mutating func add(_ name: String, _ index: Int) {
    if byName[name]?.contains(index) != true { byName[name, default: []].append(index) }
  }

  private static func isUsable(_ name: String) -> Bool {
    let letters = name.unicodeScalars.filter { $0.properties.isAlphabetic }.count
    return letters >= 2 && name.unicodeScalars.count <= 60
      && !(letters <= 4 && name.unicodeScalars.allSatisfy { $0.properties.isUppercase })
  }

  /// The name, and what the language's endings make of its last word.
  private static func forms(of name: String, _ endings: [LexiconEntries.PlaceEnding]) -> [String] {
    guard let ending = endings.first(where: { name.hasSuffix($0.ending) }) else { return [name] }
    let stem = name.dropLast(ending.ending.count)
    return [name] + ending.forms.map { stem + $0 }
  }
}
