import Datasets
import Foundation
import TestSupport
import Testing

@testable import TrainMotion

@Suite struct StockTests {
  private func models() throws -> [TrainModel] {
    try DataFolder(path: Repository.geo.path).trainModels()
  }

  @Test func `the built-in trains run, the best of each no slower than the worst`() throws {
    let path = try RunningPath(
      sections: [
        .init(start: 0, limit: 25), .init(start: 5_000, limit: 30, resistance: 5),
        .init(start: 9_000, limit: 20, resistance: -4),
      ], length: 20_000)
    let models = try models()
    #expect(models.count >= 8)
    for model in models {
      let best = try RunCurve(maximumEffortOf: model.best, over: path)
      let worst = try RunCurve(maximumEffortOf: model.worst, over: path)
      #expect(best.time <= worst.time, "\(model.id)")
      #expect(model.best.mass <= model.worst.mass)
      #expect(!model.sources.isEmpty)
    }
  }

  @Test(arguments: [
    [(0.0, 1e308)], [(0, 1e5), (1e6, 1e5)], [(0, -1)], [(0, .nan)], [], [(2, 1), (1, 1)],
  ])
  func `an effort that no train has is refused`(points: [(Double, Double)]) {
    #expect(throws: MotionError.self) {
      try EffortCurve(points: points.map { (speed: $0.0, effort: $0.1) })
    }
  }

  @Test func `effort is never more than the wheels hold`() throws {
    let curve = try EffortCurve(starting: 500_000, power: 3e6)
    let held = curve.limited(byAdhesionOf: 120_000)
    for speed in stride(from: 0.0, through: 60, by: 0.37) {
      let most = 120_000 * standardGravity * EffortCurve.curtiusKniffler(speed)
      #expect(held.effort(at: speed) <= min(most, curve.effort(at: speed)) * 1.001)
      #expect(held.effort(at: speed) >= min(most, curve.effort(at: speed)) * 0.999)
    }
    // A weak locomotive is not held back.
    let weak = try EffortCurve(starting: 100_000, power: 1e6)
    #expect(weak.limited(byAdhesionOf: 120_000) == weak)
  }

  @Test(arguments: [
    ("mass_t: 116.5", "mass_t: heavy", "mass_t"), ("mass_t: 116.5", "mass_t: 9..5", "mass_t"),
    ("mass_t: 116.5", "mass_t: .nan", "mass_t"),
    ("      mass_t: en.wikipedia M62\n", "", "has no source"),
    ("    starting_effort_kn: 314\n", "", "go together"),
    ("kind: locomotive", "colour: red", "colour"),
    ("[1.9, 0.01, 0.0003]", "[1.9]", "list of three"), ("- id: m62", "- id: a b", "blank"),
  ])
  func `mistakes in stock are told with their place`(
    old: String, new: String, words: String
  ) throws {
    let folder = try DataFolder(path: Repository.geo.path)
    let text = String(
      decoding: try DataFolder.bytes(of: folder.file("stock/vehicles.yaml")), as: UTF8.self)
    guard let range = text.range(of: old) else {
      Issue.record("the stock has no '\(old)'")
      return
    }
    let trains = try DataFolder.bytes(of: folder.file("stock/trains.yaml"))
    let error = #expect(throws: DocumentError.self) {
      try TrainModel.models(
        vehicles: Array(text.replacingCharacters(in: range, with: new).utf8), trains: trains)
    }
    #expect(error?.description.contains(words) == true, "\(String(describing: error))")
    #expect(error?.description.hasPrefix("stock/vehicles.yaml:") == true)
  }

  @Test func `a formation of unknown vehicles is refused`() throws {
    let folder = try DataFolder(path: Repository.geo.path)
    let vehicles = try DataFolder.bytes(of: folder.file("stock/vehicles.yaml"))
    for (text, words) in [
      (
        "wayproof-stock: 1\ntrains:\n  - {id: x, name: x, formation: [{vehicle: nothing}]}",
        "nothing"
      ),
      ("wayproof-stock: 1\ntrains:\n  - {id: x, name: x}", "no formation"), ("", "empty"),
    ] {
      let error = #expect(throws: DocumentError.self) {
        try TrainModel.models(vehicles: vehicles, trains: Array(text.utf8))
      }
      #expect(error?.description.contains(words) == true, "\(String(describing: error))")
    }
  }
}
