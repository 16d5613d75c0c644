import Gazetteer
import Quantities
import Railways
import TestSupport
import Testing

/// Laws of the path search on random networks, with a slow algorithm as the oracle.
@Suite struct PathLawTests {
  private struct ToyLine {
    var posts: [(place: Int, meters: Double)]
    var gauges: Set<Gauge>
  }

  private static let standard = Gauge(millimeters: 1_435)
  private static let broad = Gauge(millimeters: 1_520)
  private let nowhere: Gazetteer

  init() throws { nowhere = try Gazetteer(places: []) }

  private func lines(_ random: inout SeededGenerator) -> [ToyLine] {
    (0..<Int.random(in: 3...7, using: &random)).map { _ in
      var meters = 0.0
      let places = Array(
        (0..<9).shuffled(using: &random).prefix(Int.random(in: 2...5, using: &random)))
      let posts = places.map { place in
        defer { meters += Double(Int.random(in: 1...50, using: &random)) * 1_000 }
        return (place: place, meters: meters)
      }
      let gauges: [Set<Gauge>] = [[Self.standard], [Self.broad], [Self.standard, Self.broad]]
      return ToyLine(posts: posts, gauges: gauges.randomElement(using: &random) ?? [])
    }
  }

  private func network(_ lines: [ToyLine]) throws -> RailNetwork {
    let railways = lines.enumerated().map { index, line in
      let end = Distance.meters(line.posts[line.posts.count - 1].meters)
      return RailwayLine(
        id: "line \(index)", name: "line \(index)",
        posts: line.posts.map {
          KilometragePost(
            place: Place.ID("\($0.place)"), chainage: .meters($0.meters), status: .published,
            halfWidth: .zero)
        },
        sections: [
          LineSection(
            range: .zero...end, gauges: line.gauges, electrification: "", country: "",
            lineSpeed: nil)
        ], halfWidth: .zero, halfWidthShare: 0)
    }
    return try RailNetwork(lines: railways, sides: [:], breakSites: [:])
  }

  /// Floyd–Warshall over place and gauge; a change of gauge costs what the search charges for one.
  private func oracle(_ lines: [ToyLine]) -> [[Double]] {
    let gauges = [Self.standard, Self.broad]
    let count = 9 * 2
    var cost = Array(repeating: Array(repeating: Double.infinity, count: count), count: count)
    for node in 0..<count { cost[node][node] = 0 }
    for place in 0..<9 {
      cost[place * 2][place * 2 + 1] = 1_000_000
      cost[place * 2 + 1][place * 2] = 1_000_000
    }
    for line in lines {
      for (start, end) in zip(line.posts, line.posts.dropFirst()) {
        for (index, gauge) in gauges.enumerated() where line.gauges.contains(gauge) {
          let (one, other) = (start.place * 2 + index, end.place * 2 + index)
          cost[one][other] = min(cost[one][other], end.meters - start.meters)
          cost[other][one] = min(cost[other][one], end.meters - start.meters)
        }
      }
    }
    for middle in 0..<count {
      for start in 0..<count {
        for end in 0..<count {
          cost[start][end] = min(cost[start][end], cost[start][middle] + cost[middle][end])
        }
      }
    }
    return cost
  }

  @Test func `paths are as short as the slow algorithm's, over three hundred seeded networks`()
    throws
  {
    var random = SeededGenerator(seed: 2)
    var compared = 0
    for _ in 0..<300 {
      let lines = lines(&random)
      let network = try network(lines)
      let slow = oracle(lines)
      for (start, end) in [(0, 1), (2, 3), (4, 8), (7, 5)] {
        let row = slow[start * 2]
        let other = slow[start * 2 + 1]
        let best: Double = min(
          row[end * 2], row[end * 2 + 1], other[end * 2], other[end * 2 + 1])
        let path = try? network.course(
          through: [Place.ID("\(start)"), Place.ID("\(end)")], in: nowhere)
        guard let path else {
          let isKnown =
            network.contains(Place.ID("\(start)")) && network.contains(Place.ID("\(end)"))
          #expect(best == .infinity || !isKnown)
          continue
        }
        let charged = path.length.meters + Double(path.gaugeBreaks.count) * 1_000_000
        #expect(abs(charged - best) < 2)
        compared += 1
      }
    }
    #expect(compared > 500)
  }

  @Test func `closing a line never shortens a way`() throws {
    var random = SeededGenerator(seed: 4)
    for _ in 0..<200 {
      let lines = lines(&random)
      let query = [Place.ID("0"), Place.ID("1")]
      guard let whole = try? network(lines).course(through: query, in: nowhere) else { continue }
      let fewer = try network(Array(lines.dropLast()))
      guard let rest = try? fewer.course(through: query, in: nowhere) else { continue }
      let cost = { (path: RailCourse) in
        path.length.meters + Double(path.gaugeBreaks.count) * 1_000_000
      }
      #expect(cost(rest) >= cost(whole) - 1)
    }
  }
}
