import Geodesy
import Quantities
import TestSupport
import TrainMotion

/// Laws of distances and runs, tried as often as those of judgements.
enum DesignLaws {
  /// The first violations of each law, by its name.
  static func violations(worlds: Int) throws -> [(law: String, violations: [String])] {
    [
      ("a distance is the same there and back", try symmetry(worlds)),
      (
        "a lower limit never shortens a run, and none is faster than its ceilings", try runs(worlds)
      ),
    ]
  }

  private static func symmetry(_ worlds: Int) throws -> [String] {
    var random = SeededGenerator(seed: 71)
    var found: [String] = []
    for number in 0..<worlds where found.count < 5 {
      let points = try (0..<2).map { _ in
        try Coordinate(
          latitude: .random(in: -90...90, using: &random),
          longitude: .random(in: -180...180, using: &random))
      }
      let there = Ellipsoid.wgs84.distance(from: points[0], to: points[1]).meters
      let back = Ellipsoid.wgs84.distance(from: points[1], to: points[0]).meters
      if abs(there - back) > 1e-6 { found.append("world \(number): \(there) and \(back) m") }
    }
    return found
  }

  private static func runs(_ worlds: Int) throws -> [String] {
    var random = SeededGenerator(seed: 72)
    var found: [String] = []
    for number in 0..<worlds where found.count < 5 {
      let stock = try RollingStock(
        mass: .random(in: 40_000...1_200_000, using: &random), rotatingMassFactor: 1.06,
        length: .random(in: 20...400, using: &random),
        ceiling: .random(in: 10...60, using: &random),
        resistance: RunningResistance(constant: 2_000, linear: 100, quadratic: 8),
        effort: EffortCurve(points: [(0, 400_000), (10, 300_000), (60, 60_000)]),
        braking: .random(in: 0.2...0.9, using: &random))
      let count = Int.random(in: 1...8, using: &random)
      let sections = (0..<count).map { index in
        RunningPath.Section(
          start: Double(index) * 900, limit: .random(in: 5...45, using: &random),
          resistance: .random(in: -6...4, using: &random))
      }
      let length = Double(count) * 900
      let time = try run(stock, sections, length)
      var slower = sections
      let place = Int.random(in: 0..<count, using: &random)
      slower[place] = .init(
        start: sections[place].start, limit: sections[place].limit * 0.8,
        resistance: sections[place].resistance)
      let slowerTime = try run(stock, slower, length)
      // The steps of the integration are good to a millionth.
      if slowerTime < time * (1 - 2e-6) {
        found.append(
          "world \(number): a lower limit on section \(place + 1) of \(count) makes \(time) s "
            + "\(slowerTime) s")
      }
      let least = sections.reduce(0) { $0 + 900 / min(stock.ceiling, $1.limit) }
      if time < least { found.append("world \(number): \(time) s, its ceilings \(least)") }
    }
    return found
  }

  private static func run(
    _ stock: RollingStock, _ sections: [RunningPath.Section], _ length: Double
  ) throws -> Double {
    try RunCurve(maximumEffortOf: stock, over: RunningPath(sections: sections, length: length)).time
  }
}
