import Datasets
import Foundation
import Gazetteer
import Geodesy
import Quantities
import TestSupport
import Testing

/// Names that several places bear, and what settles them.
@Suite struct SettlingTests {
  private let gazetteer: Gazetteer

  init() throws { gazetteer = try DataFolder(path: Repository.geo.path).gazetteer() }

  @Test(arguments: [
    ("Birmingham", "London", "GB"), ("Birmingham", "Atlanta", "US"), ("Valencia", "Madrid", "ES"),
    ("Valencia", "Caracas", "VE"), ("Newcastle", "Sydney", "AU"), ("Newcastle", "London", "GB"),
    ("Hyderabad", "Mumbai", "IN"), ("Santiago", "Buenos Aires", "CL"), ("York", "London", "GB"),
    ("Vancouver", "Calgary", "CA"), ("Córdoba", "Seville", "ES"), ("Toledo", "Madrid", "ES"),
    ("Hamilton", "Auckland", "NZ"), ("San Juan", "Buenos Aires", "AR"),
    ("Perth", "Edinburgh", "GB"), ("Mérida", "Madrid", "ES"), ("Kingston", "Toronto", "CA"),
    ("Portland", "Boston", "US"), ("León", "Madrid", "ES"), ("Richmond", "Washington", "US"),
    ("Barcelona", "Caracas", "VE"), ("Tripoli", "Beirut", "LB"), ("Windsor", "Detroit", "CA"),
    // A name of another language, or a part of a name, stands for the place beside the other.
    ("Syracuse", "Catania", "IT"), ("Corinth", "Athens", "GR"), ("Hull", "Leeds", "GB"),
    ("Halle", "Leipzig", "DE"), ("Georgetown", "Kuala Lumpur", "MY"), ("Odessa", "Kyiv", "UA"),
    ("Newbridge", "Dublin", "IE"), ("Nara", "Kyoto", "JP"),
    // What is small beside the city of that name is not meant for its neighbours' sake.
    ("Paris", "Dallas", "FR"),
  ])
  func `the other end of a journey settles a name`(
    name: String, other: String, country: String
  ) throws {
    #expect(try gazetteer.only([name, other]).first?.country == country)
    #expect(try gazetteer.only([other, name]).last?.country == country)
  }

  @Test(arguments: [
    (TravelMode.rail, "London", "Toronto", "CA"), (.air, "London", "Toronto", "GB"),
    (.road, "Perth", "Edinburgh", "GB"), (.air, "Perth", "Sydney", "AU"),
    (.road, "Paris", "Dallas", "US"), (.road, "Hyderabad", "Karachi", "PK"),
    (.rail, "York", "London King's Cross", "GB"), (.road, "Sparta", "Athens", "GR"),
    (.air, "Leh", "DEL", "IN"), (.sea, "Southampton", "New York", "GB"),
    (.rail, "Fürth", "Nürnberg", "DE"),
  ])
  func `no train and no car crosses an ocean`(
    mode: TravelMode, name: String, other: String, country: String
  ) throws {
    #expect(try gazetteer.only([name, other], by: mode).first?.country == country)
  }

  @Test func `what could be meant as well is told, with its state`() throws {
    let found = try gazetteer.likeliest(["Vancouver", "Portland"])
    #expect(found.map(\.place.country) == ["CA", "US"])
    #expect(found[0].others.contains { $0.country == "US" })
    #expect(try gazetteer.likeliest(["Lyon", "Paris"]).allSatisfy { $0.others.isEmpty })
    let maine = try gazetteer.only("Portland, Maine")
    #expect(maine.placed == "Portland, Maine, US (gn-4975802)")
  }

  @Test(arguments: [
    ("Birmingham, Alabama", "BHM"), ("Newcastle, NSW", "NTL"), ("Alexandria, Louisiana", "AEX"),
    ("Birmingham, England", "BHX"), ("Aberdeen, Scotland", "ABZ"),
  ])
  func `the airports of a city lie beside it`(city: String, code: String) throws {
    let airports = gazetteer.airports(of: try gazetteer.only(city))
    let nearest = try #require(airports.first, "\(city)")
    #expect(nearest.codes.contains(code), "\(airports.map(\.id))")
  }

  @Test(arguments: ["Montego Bay", "Nairobi", "Cork"])
  func `a town that is known by its airport is the town`(name: String) throws {
    #expect(try gazetteer.only(name).kind == .city)
  }

  @Test(arguments: ["North Station", "Port", "Central Station", "Union Station"])
  func `what stations everywhere are called is no place's name`(name: String) {
    #expect(gazetteer.places(written: name).isEmpty)
  }

  @Test(arguments: ["Grand Central Terminal", "Machu Picchu"])
  func `what no table has is not taken for what begins like it`(name: String) {
    #expect(throws: PlaceNameError.self) { try gazetteer.only([name, "Sydney"]) }
  }

  @Test func `by rail a great city's station is meant, by air the airport`() throws {
    let ueno = try #require(try gazetteer.only(["Ueno", "Aomori"], by: .rail).first?.coordinate)
    #expect(abs(ueno.longitude - 139.8) < 0.1)
    let airports = try gazetteer.only(["Congonhas", "Santos Dumont"], by: .air)
    #expect(airports.map(\.id.text) == ["CGH", "SDU"])
  }

  @Test func `a stop in a great city stands back behind a town of its name nearby`() throws {
    let town = try #require(try gazetteer.only(["Fürth", "Nürnberg"], by: .rail).first?.coordinate)
    #expect(abs(town.latitude - 49.48) < 0.1)
    for name in ["Kirov", "Omsk", "Perm"] {
      let place = try #require(try gazetteer.only([name, "Yekaterinburg"], by: .rail).first)
      #expect(place.country == "RU" && place.kind == .station, "\(name)")
    }
  }

  @Test func `a town across an ocean is asked for where another may be in no table`() throws {
    let brisbane = try gazetteer.only("Brisbane")
    #expect(throws: PlaceNameError.self) { try gazetteer.only(["Brisbane", "Ipswich"], by: .rail) }
    #expect(throws: PlaceNameError.self) {
      try gazetteer.only("Ipswich", beside: [brisbane], by: .rail)
    }
  }

  @Test func `a part of a city stands back behind the city`() throws {
    #expect(try gazetteer.only("Delhi").id.text == "city-in-delhi")
    #expect(try gazetteer.only("New Delhi").id.text == "city-in-new-delhi")
  }

  @Test(arguments: [("Birmingham", "GB"), ("York", "GB"), ("Córdoba", "AR")])
  func `by itself a name means the city that is far greater than the rest`(
    name: String, country: String
  ) throws {
    #expect(try gazetteer.only(name).country == country)
  }

  @Test func `what nothing tells apart is asked for, each with its country`() throws {
    #expect(throws: PlaceNameError.self) { try gazetteer.only("vlad") }
    #expect { try gazetteer.only("Valencia") } throws: { error in
      "\(error)".contains("Valencia, ES (city-es-valencia)")
    }
  }

  @Test(arguments: [
    ("London, Ontario", "CA"), ("Victoria, British Columbia", "CA"), ("Newcastle, NSW", "AU"),
    ("Portland, Ore.", "US"), ("Halifax, Nova Scotia", "CA"), ("Perth, Western Australia", "AU"),
    ("Springfield, Ill.", "US"),
  ])
  func `a state or a province tells cities apart`(name: String, country: String) throws {
    #expect(try gazetteer.only(name).country == country)
  }

  @Test func `an identifier, a code and a coordinate are nobody else's`() throws {
    #expect(try gazetteer.only("city-ve-valencia").country == "VE")
    #expect(try gazetteer.only("LHR").id.text == "LHR")
    #expect(try gazetteer.only("51.5,-0.1").kind == .point)
  }
}
