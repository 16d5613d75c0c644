import Datasets
import Flights
import FoundationEssentials
import Quantities
import TestSupport
import Testing

@Suite struct AircraftNamesTests {
  let fleet: [Aircraft]

  init() throws { fleet = try DataFolder(path: Repository.geo.path).aircraft() }

  @Test(arguments: [
    ("Boeing 787-9", "b787-9"), ("787-9", "b787-9"), ("boeing 787 9", "b787-9"), ("B789", "b787-9"),
    ("Dreamliner", "b787"), ("An-148", "an-148"), ("Antonov 148", "an-148"), ("AN148", "an-148"),
    ("triple seven", "b777"), ("Boeing 737", "b737"), ("737 MAX 8", "b737-max"),
    ("jumbo jet", "b747"),
    ("A321neo", "a321neo"), ("Airbus A320", "a320"), ("airbus a350", "a350"), ("Tu-154", "tu-154"),
    ("Mi-17", "mi-8"), ("the Concorde", "concorde"), ("DC-3", "dc-3"), ("Douglas Dakota", "dc-3"),
    ("Spirit of St. Louis", "spirit-of-st-louis"), ("zeppelin", "airship"),
    ("a biplane", "biplane"),
    ("Black Hawk", "black-hawk"), ("Cessna 172", "cessna-172"), ("Cessna", "light-aircraft"),
    ("private jet", "business-jet"), ("Gulfstream G650", "gulfstream-g650"), ("SR-71", "sr-71"),
    ("a turboprop", "turboprop"), ("Q400", "dash-8-400"), ("Embraer 190", "e190"),
    ("MD-82", "md-80"), ("TriStar", "l-1011"), ("C-17", "c-17"), ("hot air balloon", "balloon"),
  ])
  func `an aircraft is found by what people call it`(name: String, id: String) {
    #expect(fleet.called(name)?.id == id)
  }

  @Test func `names that nobody flies find nothing`() {
    for name in ["", "a", "flying carpet", "787-99", "---"] { #expect(fleet.called(name) == nil) }
  }

  @Test func `no two types have one name`() {
    var owners: [String: String] = [:]
    for type in fleet {
      for name in [type.id, type.name] + type.names {
        guard let found = fleet.called(name) else {
          Issue.record("'\(name)' of \(type.id) is found by nobody")
          continue
        }
        #expect(owners[name, default: found.id] == found.id)
        owners[name] = found.id
        #expect(found.id == type.id, "'\(name)' finds \(found.id), not \(type.id)")
      }
    }
  }

  @Test func `a family reaches from the least to the most of its members`() throws {
    let family = try #require(fleet.called("Boeing 787"))
    for name in ["787-8", "787-9", "787-10"] {
      let member = try #require(fleet.called(name))
      #expect(family.range.lowerBound <= member.range.lowerBound)
      #expect(family.range.upperBound >= member.range.upperBound)
      #expect(family.cruiseAltitude.contains(member.cruiseAltitude.lowerBound))
      #expect(family.cruiseAirspeeds.contains(member.cruiseAirspeeds.upperBound))
      #expect(family.ceiling >= member.ceiling)
    }
  }

  @Test func `every number of every type has a source, and no type cruises beyond its ceiling`() {
    for type in fleet {
      #expect(
        !type.sources.isEmpty && type.sources.allSatisfy { "\($0)".count > 15 }, "\(type.id)")
      if !type.drifts {
        #expect(
          type.cruiseAirspeeds.upperBound <= type.ceiling.metersPerSecond, "\(type.id)")
      }
    }
    #expect(fleet.count > 200)
  }

  @Test func `a mistake in the table is shown with its line`() throws {
    for (old, new) in [("b787-9,a Boeing", "b787-8,a Boeing"), (",b789,11000", ",b7x9,11000")] {
      try Repository.withChangedData([
        "aircraft/types.csv": { $0.replacing(old, with: new) }
      ]) { folder in
        _ = #expect(throws: DatasetError.self) { try DataFolder(path: folder.path).aircraft() }
      }
    }
  }
}
