import Casework
import Foundation
import Plausibility
import TestSupport
import Testing
import Travel
import Datasets

/// Over a long way nobody keeps the speed that is reached for a moment.
@Suite struct LongWayTests {
  private func isImpossible(_ mode: String, _ vehicle: String, _ length: String, _ time: String)
    throws -> Bool
  {
    let text = """
      wayproof: 2
      id: long
      title: long
      sources: [{id: s, outlet: S, published: 2024-05-03}]
      places:
        - {id: here, name: here, position: unknown}
        - {id: there, name: there, position: unknown}
      journeys:
        - id: j
          mode: \(mode)
          vehicle: \(vehicle)
          stops: [{place: here}, {place: there}]
      claims:
        - {id: far, source: s, quote: far, distance: \(length), journey: j, from: start, to: end}
        - {id: long, source: s, quote: long, duration: \(time), journey: j, from: start, to: end}

      """
    let judging = CaseJudging(world: try World(folder: try DataFolder(path: Repository.geo.path)))
    let dossier = try judging.dossier(of: Array(text.utf8), name: "long.yaml")
    if case .cannotAllBeTrue = dossier.verdict { return true }
    return false
  }

  @Test(arguments: [
    ("road", "foot", "83 km", "2 h 30 min"), ("road", "bicycle", "640 km", "5 h"),
    ("road", "bus", "1050 km", "4 h"), ("sea", "container ship", "19000 km", "9 d"),
    ("sea", "ferry", "3000 km", "30 h"),
  ])
  func `what passes the record over so long a way cannot be`(
    mode: String, vehicle: String, length: String, time: String
  ) throws {
    #expect(try isImpossible(mode, vehicle, length, time))
  }

  @Test(arguments: [
    ("road", "foot", "42.195 km", "2 h 1 min"), ("road", "foot", "88 km", "5 h 14 min"),
    ("road", "foot", "487 km", "24 h"), ("road", "bicycle", "1026 km", "24 h"),
    ("road", "bus", "1050 km", "12 h"), ("sea", "ocean liner", "5450 km", "3 d 10 h 40 min"),
    ("sea", "ferry", "200 km", "2 h 15 min"), ("rail", "passenger-train", "1067 km", "3 h 29 min"),
    ("rail", "passenger-train", "286 km", "40 min"), ("road", "car", "4500 km", "25 h 39 min"),
  ])
  func `records that were set can be`(
    mode: String, vehicle: String, length: String, time: String
  ) throws {
    #expect(try !isImpossible(mode, vehicle, length, time))
  }
}
