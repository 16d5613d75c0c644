import TrainMotion
import Casework
import Datasets
import Foundation
import Reporting
import TestSupport
import Testing

@Suite struct TrainJourneyTests {
  private func journey(_ train: String, _ names: [String]) throws -> TrainJourney {
    let world = try World(folder: try DataFolder(path: Repository.geo.path))
    let model = try #require(world.folder.trainModels().first { $0.id == train })
    return try world.journey(by: model, through: names)
  }

  @Test func `the bounds lie one within the other and the ledger adds up`() throws {
    let journey = try journey(
      "armoured-train", ["kp-pyongyang", "ru-khasan", "ru-vladivostok"])
    #expect(journey.fastest <= journey.technical.lowerBound)
    #expect(journey.technical.lowerBound < journey.likely.lowerBound)
    #expect(journey.technical.upperBound < journey.likely.upperBound)
    #expect(journey.stops.map { ($0 / 1_000).rounded() } == [856])
    let titles = journey.ledger.map(\.title)
    #expect(titles.contains("change of gauge at Tumangang"))
    #expect(titles.contains("reversal at Baranovsky"))
    let least = journey.ledger.reduce(0) { $0 + $1.time.lowerBound }
    #expect(abs(least - journey.likely.lowerBound) < 1e-6)
  }

  @Test func `a scheduled train lies within the likely time and above the fastest`() throws {
    // Vladivostok–Khabarovsk is scheduled at 12.65 to 13.27 h over 766 km.
    let journey = try journey("passenger-train", ["ru-vladivostok", "ru-khabarovsk-1"])
    for hours in [12.65, 13.27] {
      #expect(journey.likely.contains(hours * 3_600))
      #expect(journey.fastest < hours * 3_600)
    }
    #expect(journey.profile.knownSpeedShare == 0)
  }

  @Test func `there and back takes the same at the ceilings`() throws {
    let there = try journey("passenger-train", ["ru-vladivostok", "ru-khasan"])
    let back = try journey("passenger-train", ["ru-khasan", "ru-vladivostok"])
    #expect(abs(there.fastest - back.fastest) < 1e-6)
  }

  @Test(arguments: [
    ["ru-vladivostok", "Atlantis"], ["SVO", "ru-vladivostok"], ["ru-khasan", "ru-khasan"],
  ])
  func `places without a way are refused`(names: [String]) throws {
    #expect(throws: TrainJourneyError.self) { try journey("passenger-train", names) }
  }

  @Test func `the curve is exported as rows that other programs read`() throws {
    let report = RunReport(
      try journey("desiro", ["ru-vladivostok", "ru-ussuriysk"]), attributions: [])
    let rows = report.csv.split(separator: "\n").dropFirst().map { $0.split(separator: ",") }
    #expect(rows.allSatisfy { $0.count == 5 && Double($0[1]) != nil && Double($0[3]) != nil })
    let best = rows.filter { $0[0] == "best" }.compactMap { Double($0[1]) }
    #expect(best == best.sorted())
    #expect(abs((best.last ?? 0) - 112) < 3)
  }
}
