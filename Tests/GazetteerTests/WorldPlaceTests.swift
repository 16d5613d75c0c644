import Chronology
import Datasets
import Foundation
import Gazetteer
import Geodesy
import Quantities
import TestSupport
import Testing

@Suite struct WorldPlaceTests {
  private let gazetteer: Gazetteer

  init() throws { gazetteer = try DataFolder(path: Repository.geo.path).gazetteer() }

  /// The place taken for a text; nil where none or several would do.
  private func taken(_ text: String) throws -> Place? {
    switch try gazetteer.match(text) {
    case .one(let place), .likely(let place, _): place
    case .several, .none: nil
    }
  }

  @Test func `every zone that the world's places name is one`() throws {
    let file = Repository.geo.appendingPathComponent("world/zones.txt")
    let names = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
    #expect(names.count > 300)
    #expect(names.filter { (try? Zone(String($0))) == nil } == [])
  }

  /// Where each is, by an atlas, to a tenth of a degree.
  @Test(arguments: [
    ("Wien", 48.2, 16.4), ("Paris CDG", 49.0, 2.55), ("Paris, Texas", 33.66, -95.56),
    ("Rome Termini", 41.9, 12.5), ("Berlin Hauptbahnhof", 52.525, 13.37), ("BER", 52.36, 13.5),
    ("Springfield, Illinois", 39.8, -89.64), ("Shin-Osaka", 34.73, 135.5), ("도쿄", 35.69, 139.7),
    ("Heathrow", 51.47, -0.46), ("Gare de Lyon", 48.845, 2.37), ("Alice Springs", -23.7, 133.9),
    ("Edinburgh Waverley", 55.95, -3.19), ("Georgetown, Guyana", 6.8, -58.16),
    ("the port of Piraeus", 37.95, 23.64), ("King's Cross", 51.53, -0.12),
    ("Saint-Pétersbourg", 59.94, 30.3), ("Nairobi", -1.29, 36.82), ("Ushuaia", -54.8, -68.3),
    ("القاهرة", 30.05, 31.24), ("北京", 39.9, 116.4), ("Reykjavík", 64.14, -21.9),
    ("Mombasa", -4.05, 39.67), ("London Euston", 51.528, -0.134), ("Rosario", -32.95, -60.65),
    ("Craignure", 56.47, -5.7), ("Picton, New Zealand", -41.29, 174.01),
  ])
  func `a name as people write it is found where the atlas has it`(
    name: String, latitude: Double, longitude: Double
  ) throws {
    let place = try #require(try taken(name), "\(name)")
    let spot = try Coordinate(latitude: latitude, longitude: longitude)
    let coordinate = try #require(place.coordinate)
    let away = Ellipsoid.wgs84.distance(from: spot, to: coordinate)
    #expect(away.kilometers < 25, "\(name): \(place.name), \(away.kilometers) km away")
    #expect(!place.zones.isEmpty)
  }

  @Test func `a town is found by its own name before a city that only others call so`() throws {
    for (name, country) in [("Oban", "GB"), ("Lerwick", "GB"), ("Narvik", "NO"), ("Tonopah", "US")]
    {
      #expect(try taken(name)?.country == country, "\(name)")
    }
    #expect(try taken("Atocha")?.country == "ES", "a station of a great city before a small town")
    // The greater of a name is meant where no one has it alone.
    #expect(try taken("Nizza")?.name == "Nice")
    #expect(try taken("Narvik")?.kind == .city)
  }

  @Test(arguments: ["The", "Sea", "Sat", "Kap", "Nevada", "Europe", "Asia", "Aes"])
  func `a word that is an airport's code, a state or a continent is no place of a text`(
    word: String
  ) {
    #expect(gazetteer.places(written: word).isEmpty, "\(word)")
  }

  @Test(arguments: ["SEA", "JFK", "Ely", "Heathrow", "Termini"])
  func `a code in capitals is one, and so is a name`(word: String) {
    #expect(!gazetteer.places(written: word).isEmpty, "\(word)")
  }

  @Test func `a town that only the world's tables have has the airport of its name`() throws {
    for (name, code) in [("Kununurra", "KNX"), ("Ketchikan", "KTN")] {
      let town = try #require(try taken(name))
      #expect(gazetteer.airports(of: town).map(\.id.text).contains(code), "\(name)")
    }
  }

  @Test func `a place of the world is found again by its identifier`() throws {
    for name in ["Wien", "Oban", "Shin-Osaka", "Gare de Lyon", "NQZ"] {
      let place = try #require(try taken(name))
      #expect(gazetteer[id: place.id] == place)
      #expect(gazetteer.worldFile(of: place) != nil)
    }
    #expect(gazetteer[id: Place.ID("gn-0")] == nil)
    #expect(gazetteer[id: Place.ID("gn-")] == nil)
  }

  @Test func `names that nobody bears are not found, whatever they are made of`() throws {
    for text in [
      "xyzzy", "Paris, Nowhere", "  ", "…", String(repeating: "a b ", count: 2_000), "\u{0}",
    ] {
      if let place = try taken(text) { Issue.record("'\(text.prefix(20))': \(place.name)") }
    }
  }

  @Test func `the tables are sorted by the bytes of the names as they are compared`() throws {
    for table in [
      "cities", "towns", "ports", "airports", "stations-odbl", "stations", "stations-japan",
    ] {
      let file = Repository.geo.appendingPathComponent("world/\(table).names.tsv")
      let keys = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").compactMap {
        $0.split(separator: "\t").first.map(String.init)
      }
      #expect(keys.count > 2_000)
      for (one, next) in zip(keys, keys.dropFirst()) {
        #expect(one.utf8.lexicographicallyPrecedes(next.utf8), "\(table): \(one), \(next)")
      }
      let odd = keys.filter { NameKey($0).text != $0 }
      #expect(odd.isEmpty, "\(table): \(odd.prefix(5))")
    }
  }
}
