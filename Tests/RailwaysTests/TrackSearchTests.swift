import Gazetteer
import Geodesy
import Quantities
import TestSupport
import Testing

@testable import Railways

@Suite struct TrackSearchTests {
  /// The cost that the search's own steps come to.
  private func cost(
    _ steps: [TrackStep], in network: TrackNetwork,
    _ objective: RailQuery.Objective = .shortest
  ) -> Double {
    steps.reduce(0) { sum, step in
      let length = network.edgeTable.length.measure(step.edge)
      let share = length > 0 ? abs(step.to - step.from) / length : 0
      let reversal = step.event.reverses ? 1.0 : 0
      let change = step.event.gaugeChange == nil ? 0.0 : 1
      guard objective == .fastest else {
        return sum + network.edgeTable.cost.measure(step.edge) * share + 5_000 * reversal
          + 1_000_000 * change
      }
      let time =
        step.to >= step.from
        ? network.edgeTable.forwardTime.measure(step.edge)
        : network.edgeTable.backwardTime.measure(step.edge)
      return sum + time * share + 900 * reversal + 86_400 * change
    }
  }

  /// A transfer between junctions that nothing joins, there and back.
  private func transfers(
    _ network: TrackNetwork, _ generator: inout SeededGenerator
  ) -> [Int: [Int]] {
    var transfers: [Int: [Int]] = [:]
    for _ in 0..<3 {
      let one = Int.random(in: 0..<network.nodeCount, using: &generator)
      let other = Int.random(in: 0..<network.nodeCount, using: &generator)
      transfers[one, default: []].append(other)
      transfers[other, default: []].append(one)
    }
    return transfers
  }

  private func position(
    _ network: TrackNetwork, _ generator: inout SeededGenerator
  ) -> TrackPosition {
    let edge = Int.random(in: 0..<network.edgeCount, using: &generator)
    return TrackPosition(
      edge: edge,
      offset: network.edgeTable.length.measure(edge) * Double.random(in: 0...1, using: &generator))
  }

  @Test(arguments: 1...24 as ClosedRange<UInt64>)
  func `the way is as cheap as the plainest search finds it`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let network = try Sketch.random(&generator, side: 7).network(
      seed % 3 == 0 ? .lines : .tracks, hasLabels: seed % 4 != 0)
    for _ in 0..<12 {
      var query = PlacedQuery(stops: [
        [position(network, &generator)], [position(network, &generator)],
      ])
      query.conditions.recordedBreaksOnly = Bool.random(using: &generator)
      query.conditions.objective = Bool.random(using: &generator) ? .shortest : .fastest
      if query.conditions.allowsUnrecordedBreaks, Bool.random(using: &generator) {
        query.breaks.transfers = transfers(network, &generator)
      }
      if Bool.random(using: &generator) {
        query.closed = [Int.random(in: 0..<network.edgeCount, using: &generator)]
          .filter { $0 != query.stops[0][0].edge && $0 != query.stops[1][0].edge }
          .reduce(into: []) { $0.insert($1) }
      }
      var search = TrackSearch(network: network, query: query)
      let found = search.steps().map { cost($0, in: network, query.conditions.objective) }
      let expected = PlainSearch(network: network).cost(query)
      #expect((found == nil) == (expected == nil))
      if let found, let expected { #expect(abs(found - expected) < 1e-6 * max(1, expected)) }
    }
  }

  @Test(arguments: 1...12 as ClosedRange<UInt64>)
  func `a way is as long back as there, and closing track never shortens it`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let network = try Sketch.random(&generator, side: 6).network()
    for _ in 0..<10 {
      let (one, other) = (position(network, &generator), position(network, &generator))
      func cost(_ from: TrackPosition, _ to: TrackPosition, avoiding: Set<Int> = []) -> Double? {
        var query = PlacedQuery(stops: [[from], [to]])
        query.closed = avoiding
        var search = TrackSearch(network: network, query: query)
        return search.steps().map { self.cost($0, in: network) }
      }
      let there = cost(one, other)
      let back = cost(other, one)
      #expect((there == nil) == (back == nil))
      guard let there, let back else { continue }
      #expect(abs(there - back) < 1e-6 * max(1, there))
      let closed = (0..<3).map { _ in Int.random(in: 0..<network.edgeCount, using: &generator) }
      let open = Set(closed).subtracting([one.edge, other.edge])
      if let longer = cost(one, other, avoiding: open) { #expect(longer >= there - 1e-6) }
    }
  }

  @Test func `a train goes straight over a crossing and not round its corner`() throws {
    var sketch = Sketch()
    for (name, east, north) in [
      ("w", -500.0, 0.0), ("e", 500, 0), ("n", 60, 500), ("s", -60, -500),
    ] {
      sketch.point(name, east, north)
    }
    sketch.point("x", 0, 0, role: .crossing)
    sketch.track("w x e")
    sketch.track("s x n")
    let network = try sketch.network()
    #expect(try path(network, ("w", sketch), to: "e").length.meters > 990)
    #expect(throws: NoWay.self) { try path(network, ("w", sketch), to: "n") }
  }

  @Test func `where the angle is too sharp the train goes on and comes back`() throws {
    var sketch = Sketch()
    for (name, east, north) in [
      ("a", -1_000.0, 0.0), ("j", 0, 0), ("t", 1_000, 0), ("b", -1_000, 100),
    ] { sketch.point(name, east, north) }
    sketch.track("a j")
    sketch.track("j t")
    sketch.track("j b")
    let network = try sketch.network()
    let path = try path(network, ("a", sketch), to: "b")
    #expect(path.reversals.count == 1)
    #expect(abs(path.length.meters - 2_005) < 3)
    let there = try self.path(network, ("a", sketch), to: "t")
    #expect(there.reversals.isEmpty)
  }

  @Test func `a train reverses only where the tail has its gauge`() throws {
    var sketch = Sketch()
    for (name, east, north) in [
      ("a", -1_000.0, 0.0), ("j", 0, 0), ("t", 1_000, 0), ("b", -1_000, 100),
    ] { sketch.point(name, east, north) }
    sketch.track("a j")
    sketch.track("j t", gauges: [1_520])
    sketch.track("j b")
    let network = try sketch.network()
    #expect(throws: NoWay.self) {
      try path(network, ("a", sketch), to: "b") { $0.conditions.recordedBreaksOnly = true }
    }
  }

  @Test func `of two tracks a train takes the one that is run its way`() throws {
    var sketch = Sketch()
    for (name, east, north) in [
      ("a", 0.0, 0.0), ("j", 1_000, 0), ("n", 2_000, 3), ("s", 2_000, -3), ("k", 3_000, 0),
      ("b", 4_000, 0),
    ] { sketch.point(name, east, north) }
    sketch.track("a j")
    sketch.track("j n k", line: "north", preference: .backward)
    sketch.track("j s k", line: "south", preference: .forward)
    sketch.track("k b")
    let network = try sketch.network()
    #expect(try path(network, ("a", sketch), to: "b").lineNames == ["south"])
    #expect(try path(network, ("b", sketch), to: "a").lineNames == ["north"])
  }

  @Test func `the fastest way depends on how fast the train is`() throws {
    var sketch = Sketch()
    for (name, east, north) in [
      ("z", -900.0, 0.0), ("a", 0, 0), ("b", 10_000, 0), ("c", 5_000, 4_000), ("y", 10_900, 0),
    ] { sketch.point(name, east, north) }
    sketch.track("z a")
    sketch.track("b y")
    sketch.track("a b", line: "short and slow", speeds: (80, 80))
    sketch.track("a c", line: "long and fast", speeds: (160, 160))
    sketch.track("c b", line: "long and fast", speeds: (160, 160))
    let network = try sketch.network(.lines)
    func lines(_ speed: Double?) throws -> [String] {
      try path(network, ("a", sketch), to: "b") {
        $0.conditions.objective = .fastest
        $0.conditions.trainSpeed = speed.map { .kilometersPerHour($0) }
      }.lineNames
    }
    #expect(try lines(nil) == ["long and fast"])
    #expect(try lines(90) == ["short and slow"])
  }

  @Test func `a border on the way is told`() throws {
    var sketch = Sketch()
    sketch.point("a", 0, 0)
    sketch.point("m", 1_000, 0, role: .border)
    sketch.point("b", 3_000, 0)
    sketch.track("a m b")
    let path = try path(try sketch.network(), ("a", sketch), to: "b")
    #expect(path.borders.map { $0.location.chainage.kilometers.rounded() } == [1])
  }

  @Test func `a station is not put on track that only begins further along`() throws {
    var sketch = Sketch()
    for (name, east) in [("a", 0.0), ("m", 900), ("b", 3_000)] { sketch.point(name, east, 0) }
    sketch.point("s", 1_500, 100)
    sketch.track("a m")
    sketch.track("m b")
    sketch.track("m s")
    let network = try sketch.network()
    let place = Place(
      id: Place.ID("s"), name: "s", kind: .station, country: "", zones: [],
      coordinate: try Coordinate(parsing: "0.0002,0.0070"), isEstimated: false, extent: .zero,
      names: [], codes: [], city: "", source: "test")
    let snap = try network.snap(place, within: .kilometers(2), kinds: RailQuery.mainlineKinds)
    #expect(snap.positions.count == 1)
    #expect(abs(snap.distance(of: nil).meters - 22) < 1)
  }

  @Test func `the gauge changes only where track of both gauges meets, and is told`() throws {
    var sketch = Sketch()
    for (name, east) in [("a", 0.0), ("m", 1_000), ("d", 2_000), ("z", 3_000)] {
      sketch.point(name, east, 0)
    }
    sketch.track("a m", gauges: [1_435])
    sketch.track("m d", gauges: [1_435, 1_520])
    sketch.track("d z", gauges: [1_520])
    let network = try sketch.network()
    let path = try path(network, ("a", sketch), to: "z")
    #expect(path.gaugeBreaks.count == 1)
    #expect(path.gaugeBreaks.first?.from == [Gauge(millimeters: 1_435)])
    #expect(path.gaugeBreaks.first?.to == [Gauge(millimeters: 1_520)])
    #expect(throws: NoWay.self) {
      try self.path(network, ("a", sketch), to: "z") { $0.conditions.recordedBreaksOnly = true }
    }
    let through = try self.path(network, ("m", sketch), to: "z")
    #expect(through.gaugeBreaks.isEmpty)
  }

  @Test func `a way by a place goes there, turns and comes back`() throws {
    var sketch = Sketch()
    for (name, east, north) in [
      ("a", 0.0, 0.0), ("j", 1_000, 0), ("b", 3_000, 0), ("v", 2_000, 300),
    ] { sketch.point(name, east, north) }
    sketch.track("a j b")
    sketch.track("j v")
    let network = try sketch.network()
    let stops = ["a", "v", "b"].map { near($0, sketch, network) }
    let path = try #require(network.course(PlacedQuery(stops: stops)))
    #expect(path.calls.count == 1)
    #expect(path.reversals.count == 2)
    #expect(path.length.kilometers > 5)
  }

  @Test(arguments: [
    ([100.0, 400, 900], 800.0, 0), ([100, 900, 400], 1_300, 1), ([500, 500, 700], 200, 0),
  ])
  func `stops on one stretch of track are called at in their order`(
    offsets: [Double], length: Double, reversals: Int
  ) throws {
    var sketch = Sketch()
    sketch.point("a", 0, 0)
    sketch.point("z", 1_000, 0)
    sketch.track("a z")
    let network = try sketch.network()
    let query = PlacedQuery(stops: offsets.map { [TrackPosition(edge: 0, offset: $0)] })
    let path = try #require(network.course(query))
    #expect(abs(path.length.meters - length) < 0.01)
    #expect(path.reversals.count == reversals)
    #expect(path.calls.count == 1)
  }

  @Test func `other ways run elsewhere and not on the next track`() throws {
    var sketch = Sketch()
    for (name, east, north) in [
      ("a", 0.0, 0.0), ("b", 2_000, 0), ("c", 18_000, 0), ("z", 20_000, 0), ("p", 2_100, 8),
      ("q", 17_900, 8), ("u", 6_000, 4_000), ("v", 14_000, 4_000),
    ] { sketch.point(name, east, north) }
    sketch.track("a b", line: "main")
    sketch.track("b c", line: "main")
    sketch.track("c z", line: "main")
    sketch.track("b p q c", line: "main, second track")
    sketch.track("b u v c", line: "relief")
    let network = try sketch.network()
    var query = PlacedQuery(stops: [near("a", sketch, network), near("z", sketch, network)])
    query.conditions.alternatives = 3
    let paths = network.courses(query)
    #expect(paths.count == 2)
    #expect(paths.last?.lineNames.contains("relief") == true)
  }

  // MARK: Asking

  private struct NoWay: Error {}

  private func near(_ name: String, _ sketch: Sketch, _ network: TrackNetwork) -> [TrackPosition] {
    let point = sketch[name]
    let near = network.positions(
      near: Coordinate(
        latitudeE7: sketch.survey.latitudes[point], longitudeE7: sketch.survey.longitudes[point]),
      within: .meters(2), kinds: RailQuery.mainlineKinds)
    return near.map(\.position)
  }

  private func path(
    _ network: TrackNetwork, _ start: (String, Sketch), to end: String,
    _ change: (inout PlacedQuery) -> Void = { _ in }
  ) throws -> RailCourse {
    var query = PlacedQuery(stops: [
      near(start.0, start.1, network), near(end, start.1, network),
    ])
    change(&query)
    guard let path = network.course(query) else { throw NoWay() }
    return path
  }
}
