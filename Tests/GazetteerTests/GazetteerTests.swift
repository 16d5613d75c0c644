import Datasets
import FoundationEssentials
import Gazetteer
import Geodesy
import TestSupport
import Testing

@Suite struct GazetteerTests {
  let gazetteer: Gazetteer

  init() throws { gazetteer = try DataFolder(path: Repository.geo.path).gazetteer() }

  @Test(arguments: [
    ("pyongyang", "kp-pyongyang"), ("P'yŏngyang", "kp-pyongyang"), ("평양", "kp-pyongyang"),
    ("平壤", "kp-pyongyang"), ("ПХЕНЬЯН", "kp-pyongyang"), ("Khasan", "ru-khasan"),
    ("Hasan", "ru-khasan"), ("Хасан", "ru-khasan"), ("Tumen", "kp-tumangang"),
    ("Tumannaya", "kp-tumangang"), ("Tuman", "kp-tumangang"), ("Knevichi", "VVO"),
    ("vvo", "VVO"), ("UHWW", "VVO"), ("FNJ", "FNJ"), ("Dzemgi", "UHKD"),
    ("Artyom-Primorsky I", "ru-artyom-primorsky-1"), ("artem primorsky 1", "ru-artyom-primorsky-1"),
    ("Артём-Приморский 1", "ru-artyom-primorsky-1"), ("Dong Dang", "vn-dong-dang"),
    ("Đồng Đăng", "vn-dong-dang"), ("Beijing", "cn-beijing"), ("北京", "cn-beijing"),
  ])
  func `names are found in every script and spelling`(name: String, id: String) throws {
    guard case .one(let place) = try gazetteer.match(name) else {
      Issue.record("'\(name)' is not one place: \(try gazetteer.match(name))")
      return
    }
    #expect(place.id.text == id)
  }

  @Test func `the beginning of a name gives candidates, never a guess`() throws {
    guard case .several(let places) = try gazetteer.match("vlad") else {
      Issue.record("no candidates")
      return
    }
    #expect(places.contains { $0.id.text == "ru-vladivostok" })
    #expect(places.contains { $0.id.text == "ru-vladimir" })
  }

  @Test func `a misspelt name brings the most alike`() throws {
    guard case .none(let similar) = try gazetteer.match("Khassann") else {
      Issue.record("something was found")
      return
    }
    #expect(similar.first?.id.text == "ru-khasan")
  }

  @Test func `coordinates are places, and bad ones are errors`() throws {
    guard case .one(let place) = try gazetteer.match("43.1112,131.8819") else {
      Issue.record("no place")
      return
    }
    #expect(place.coordinate?.latitude == 43.1112)
    #expect(throws: GazetteerError.self) { try gazetteer.match("131.8819,43.1112") }
  }

  @Test func `every airport has its codes, position and a zone that exists`() {
    let airports = gazetteer.places.filter { $0.kind == .airport }
    #expect(airports.count >= 300)
    for code in ["FNJ", "VVO", "KHV", "KXK", "PEK", "HAN", "UHKD"] {
      #expect(gazetteer[id: Place.ID(code)] != nil, "\(code)")
    }
    for airport in airports {
      #expect(airport.coordinate != nil && airport.zones.count == 1, "\(airport.id)")
    }
  }

  @Test func `every row says where it comes from`() {
    for place in gazetteer.places { #expect(!place.source.isEmpty, "\(place.id)") }
  }

  @Test func `two places with one identifier are refused`() throws {
    let place = gazetteer.places[0]
    #expect(throws: GazetteerError.duplicate(place.id)) { try Gazetteer(places: [place, place]) }
  }
}
