import Datasets
import Foundation
import TestSupport
import Testing

@testable import TrainMotion

@Suite struct RunCurveTests {
  private static func bytes(_ name: String) throws -> [UInt8] {
    try DataFolder.bytes(
      of: URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("Vectors/\(name).yaml"))
  }

  static func stock(_ name: String) throws -> RollingStock {
    try #require(RailtoolkitTrain.trains(yaml: bytes(name), file: name).first).stock
  }

  static func path(_ name: String) throws -> RunningPath {
    try #require(RailtoolkitPath.paths(yaml: bytes(name), file: name).first).path
  }

  /// A train of constant effort and no resistance, for closed forms.
  private func plain(
    mass: Double = 100_000, effort: EffortCurve, ceiling: Double = 50, braking: Double = 0.5,
    resistance: RunningResistance = RunningResistance(constant: 0, linear: 0, quadratic: 0),
    length: Double = 0
  ) throws -> RollingStock {
    try RollingStock(
      mass: mass, rotatingMassFactor: 1, length: length, ceiling: ceiling, resistance: resistance,
      effort: effort, braking: braking)
  }

  private func level(_ length: Double, limit: Double = .infinity) throws -> RunningPath {
    try RunningPath(sections: [.init(start: 0, limit: limit)], length: length)
  }

  // MARK: Shapes

  @Test func `a run speeds up, holds the limit and brakes`() throws {
    let stock = try plain(effort: EffortCurve(points: [(0, 50_000)]))
    let curve = try RunCurve(maximumEffortOf: stock, over: level(10_000, limit: 20))
    #expect(curve.phases == [.accelerating, .cruising, .braking])
    #expect(curve.points.last?.speed == 0)
    #expect(curve.greatestSpeed == 20)
    #expect(zip(curve.points, curve.points.dropFirst()).allSatisfy { $0.time <= $1.time })
  }

  @Test func `a slower stretch counts until the end of the train has left it`() throws {
    let path = try RunningPath(
      sections: [
        .init(start: 0, limit: 30), .init(start: 4_000, limit: 10), .init(start: 5_000, limit: 30),
      ], length: 10_000)
    func curve(length: Double) throws -> RunCurve {
      let stock = try plain(effort: EffortCurve(points: [(0, 50_000)]), length: length)
      return try RunCurve(maximumEffortOf: stock, over: path)
    }
    let (short, long) = (try curve(length: 0), try curve(length: 400))
    #expect(long.phases == short.phases)
    // 400 m more at 10 m/s, after which the same speeding up leaves 400 m less at 30 m/s.
    #expect(abs(long.time - short.time - (400.0 / 10 - 400.0 / 30)) < 1e-6)
  }

  @Test func `stops on the way are reached at rest`() throws {
    let stock = try plain(effort: EffortCurve(points: [(0, 50_000)]))
    let curve = try RunCurve(
      maximumEffortOf: stock, over: level(10_000, limit: 20), stops: [3_000, 7_000])
    for stop in [3_000.0, 7_000] {
      #expect(curve.points.contains { abs($0.position - stop) < 1e-6 && $0.speed == 0 })
    }
    let through = try RunCurve(maximumEffortOf: stock, over: level(10_000, limit: 20))
    // Each stop costs braking and speeding up at 0.5 m/s² from 20 m/s: 40 s less the 20 s the way would take, twice.
    #expect(abs(curve.time - through.time - 2 * 40) < 1e-6)
  }

  @Test func `a train too weak for a gradient loses speed to its balance, or stalls`() throws {
    let resistance = RunningResistance(constant: 1_000, linear: 0, quadratic: 10)
    let stock = try plain(
      effort: EffortCurve(starting: 50_000, power: 400_000), ceiling: 60, resistance: resistance)
    let hill = try RunningPath(
      sections: [.init(start: 0), .init(start: 5_000, resistance: 20)], length: 40_000)
    let curve = try RunCurve(maximumEffortOf: stock, over: hill)
    #expect(curve.phases.prefix(2) == [.accelerating, .slowing])
    let balance = try #require(
      curve.points.last { $0.phase == .slowing || $0.phase == .accelerating }?.speed)
    let force =
      stock.effort.effort(at: balance) - resistance.force(at: balance)
      - 100_000 * standardGravity * 0.02
    #expect(abs(force) < 1)
    let wall = try RunningPath(
      sections: [.init(start: 0), .init(start: 1_000, resistance: 60)], length: 5_000)
    let error = #expect(throws: MotionError.self) {
      try RunCurve(maximumEffortOf: stock, over: wall)
    }
    guard case .stalls(let place, let perMille) = error else { return #expect(Bool(false)) }
    #expect(place > 1_000 && place < 5_000 && abs(perMille - 60) < 1e-9)
  }

  // MARK: Closed forms

  @Test func `constant effort without resistance takes the time of the closed form`() throws {
    let stock = try plain(effort: EffortCurve(points: [(0, 50_000)]))
    let curve = try RunCurve(maximumEffortOf: stock, over: level(10_000, limit: 20))
    // 400 m and 40 s to speed up at 0.5 m/s², as much to brake, the rest at 20 m/s.
    #expect(abs(curve.time / (40 + 40 + 9_200.0 / 20) - 1) < 1e-9)
    let far = try RunCurve(maximumEffortOf: stock, over: level(1_000))
    #expect(abs(far.time / (2 * (1_000 / 0.5).squareRoot()) - 1) < 1e-9)
  }

  @Test func `constant power takes the time of the closed form`() throws {
    // From v0 at constant power: t = m (v² - v0²) / 2P and s = m (v³ - v0³) / 3P.
    let (mass, power, starting) = (100_000.0, 1e6, 50_000.0)
    let stock = try plain(
      mass: mass, effort: EffortCurve(starting: starting, power: power), ceiling: 40, braking: 1)
    let first = power / starting
    let (time, distance) = (
      first * mass / starting + mass * (1_600 - first * first) / (2 * power),
      first * first * mass / starting / 2 + mass * (64_000 - first * first * first) / (3 * power)
    )
    let length = 20_000.0
    let curve = try RunCurve(maximumEffortOf: stock, over: level(length))
    let expected = time + (length - distance - 800) / 40 + 40
    #expect(abs(curve.time / expected - 1) < 1e-9)
  }

  @Test func `a coasting train loses speed as the closed form says`() throws {
    // With a + c v²: t = (atan(v0 √(c/a)) - atan(v √(c/a))) m / √(ac), s = m/2c ln((a + c v0²) / (a + c v²)).
    let (a, c, mass) = (2_000.0, 8.0, 400_000.0)
    let stock = try plain(
      mass: mass, effort: EffortCurve(points: [(0, 1)]),
      resistance: RunningResistance(constant: a, linear: 0, quadratic: c))
    var free = FreeRun(stock, hasEffort: false, stepShare: 0.35)
    var (speed, time, distance) = (30.0, 0.0, 0.0)
    while speed > 10, let step = free.step(from: speed, towards: 10) {
      speed = step.speed
      time += step.time
      distance += step.distance
    }
    let root = (c / a).squareRoot()
    let expected = (atan(30 * root) - atan(10 * root)) * mass / (a * c).squareRoot()
    #expect(abs(time / expected - 1) < 1e-7)
    #expect(abs(distance / (mass / (2 * c) * log((a + c * 900) / (a + c * 100))) - 1) < 1e-7)
  }

  // MARK: Allowances

  @Test func `an allowance is added everywhere and in full`() throws {
    let curve = try RunCurve(maximumEffortOf: Self.stock("local"), over: Self.path("speed"))
    let allowance = try Allowance(share: 0.05, minutesPer100Kilometers: 1.5)
    let slowed = curve.slowed(by: allowance)
    #expect(abs(slowed.time - (curve.time * 1.05 + 10 * 0.9)) < 1e-9)
    #expect(zip(curve.points, slowed.points).allSatisfy { $0.position == $1.position })
    #expect(zip(curve.points, slowed.points).allSatisfy { $1.speed <= $0.speed })
    #expect(throws: MotionError.self) { try Allowance(share: 2) }
  }

  @Test(arguments: [1.0, 1.03, 1.2, 2])
  func `a target is reached by cutting the peaks`(factor: Double) throws {
    let (stock, path) = (try Self.stock("longdistance"), try Self.path("slope"))
    let best = try RunCurve(maximumEffortOf: stock, over: path)
    let curve = try RunCurve(reaching: best.time * factor, with: stock, over: path)
    #expect(abs(curve.time / (best.time * factor) - 1) < 1e-5)
    #expect(curve.greatestSpeed <= best.greatestSpeed)
    #expect(throws: MotionError.self) {
      try RunCurve(reaching: best.time * 0.9, with: stock, over: path)
    }
  }

  @Test(arguments: ["freight", "local", "longdistance"], ["const", "slope", "speed"])
  func `a coasting train rolls before it brakes, and arrives where it did, later`(
    train: String, name: String
  ) throws {
    let (stock, path) = (try Self.stock(train), try Self.path(name))
    let best = try RunCurve(maximumEffortOf: stock, over: path)
    let curve = best.coasting(to: 0.8, with: stock, over: path)
    #expect(abs(curve.length - best.length) < 1e-6)
    #expect(curve.points.last?.speed == 0)
    // Only here would it have to begin to roll where the line falls and it would run faster.
    let brakesAtOnce = train == "local" && name == "slope"
    #expect(brakesAtOnce ? curve.time == best.time : curve.time > best.time)
    #expect(curve.time < best.time * 1.3)
    #expect(curve.phases.suffix(2) == [brakesAtOnce ? .slowing : .coasting, .braking])
    #expect(zip(curve.points, curve.points.dropFirst()).allSatisfy { $0.position <= $1.position })
    #expect(zip(curve.points, curve.points.dropFirst()).allSatisfy { $0.time <= $1.time })
    #expect(best.coasting(to: 1, with: stock, over: path) == best)
  }

  // MARK: Against an independent program

  @Test(arguments: [
    ("freight", "const", 746.6595), ("freight", "slope", 842.3798), ("freight", "speed", 751.9727),
    ("local", "const", 392.6801), ("local", "slope", 396.5929), ("local", "speed", 524.3734),
    ("longdistance", "const", 330.8512), ("longdistance", "slope", 331.7164),
    ("longdistance", "speed", 501.1345),
  ])
  func `running times agree with those of TrainRuns`(
    train: String, path: String, seconds: Double
  ) throws {
    let curve = try RunCurve(maximumEffortOf: Self.stock(train), over: Self.path(path))
    // It steps by 20 m with Euler's method, which is good to about half a percent.
    #expect(abs(curve.time / seconds - 1) < 0.005, "\(curve.time) against \(seconds)")
  }

  @Test(arguments: ["freight", "local", "longdistance"], ["const", "slope", "speed"])
  func `halving the step changes the time by less than a part in a million`(
    train: String, path: String
  ) throws {
    let (stock, path) = (try Self.stock(train), try Self.path(path))
    let coarse = try RunCurve(maximumEffortOf: stock, over: path)
    let fine = try RunCurve(
      maximumEffortOf: stock, over: path, precision: .init(stepShare: 0.175))
    #expect(abs(coarse.time / fine.time - 1) < 1e-6)
  }

  @Test(arguments: ["freight", "local", "longdistance"], 1...8 as ClosedRange<UInt64>)
  func `every step takes as long as a speed between those at its ends`(
    train: String, seed: UInt64
  ) throws {
    var generator = SeededGenerator(seed: seed)
    let stock = try Self.stock(train)
    var sections: [RunningPath.Section] = []
    var place = 0.0
    for _ in 0..<30 {
      sections.append(
        .init(
          start: place, limit: Double.random(in: 8...45, using: &generator),
          resistance: Double.random(in: -5...4, using: &generator)))
      place += Double.random(in: 100...6_000, using: &generator)
    }
    let path = try RunningPath(sections: sections, length: place)
    let curve = try RunCurve(maximumEffortOf: stock, over: path)
    for (start, end) in zip(curve.points, curve.points.dropFirst())
    where end.position > start.position + 1e-6 {
      let mean = (end.position - start.position) / (end.time - start.time)
      #expect(mean >= min(start.speed, end.speed) - 1e-4)
      #expect(mean <= max(start.speed, end.speed) + 1e-4)
    }
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func `a lower limit never shortens a run, and more effort never lengthens it`(
    seed: UInt64
  ) throws {
    var generator = SeededGenerator(seed: seed)
    let stock = try Self.stock("local")
    var sections: [RunningPath.Section] = []
    for index in 0..<12 {
      sections.append(
        .init(
          start: Double(index) * 900, limit: Double.random(in: 8...35, using: &generator),
          resistance: Double.random(in: -10...12, using: &generator)))
    }
    let path = try RunningPath(sections: sections, length: 12_000)
    let time = try RunCurve(maximumEffortOf: stock, over: path).time
    let place = Int.random(in: 0..<12, using: &generator)
    var slower = sections
    slower[place] = .init(
      start: sections[place].start, limit: sections[place].limit * 0.8,
      resistance: sections[place].resistance)
    let limited = try RunningPath(sections: slower, length: 12_000)
    #expect(try RunCurve(maximumEffortOf: stock, over: limited).time >= time * (1 - 1e-8))
    let strong = try RollingStock(
      mass: stock.mass, rotatingMassFactor: stock.rotatingMassFactor, length: stock.length,
      ceiling: stock.ceiling, resistance: stock.resistance,
      effort: stock.effort.adding(EffortCurve(points: [(0, 20_000)])), braking: stock.braking)
    #expect(try RunCurve(maximumEffortOf: strong, over: path).time <= time + 1e-9)
    // Never faster than the ceilings alone.
    let least = sections.enumerated().reduce(0.0) { sum, item in
      let end = item.offset + 1 < sections.count ? sections[item.offset + 1].start : 12_000
      return sum + (end - item.element.start) / min(stock.ceiling, item.element.limit)
    }
    #expect(time >= least)
  }
}
