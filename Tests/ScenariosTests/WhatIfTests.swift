import Travel
import Casework
import Claims
import Datasets
import FoundationEssentials
import Plausibility
import Scenarios
import TestSupport
import Testing

@Suite struct WhatIfTests {
  private let model: CaseModel
  private let parameters: ParameterList

  init() throws {
    model = try Founding.model()
    parameters = ParameterList(model)
  }

  private func sweep(
    _ variations: [String], _ measures: [String], set: [String] = [], firm: Bool = false,
    believing claims: [Claim.ID]? = nil
  ) throws -> Sweep {
    Sweep(
      model, variations: try variations.map { try Variation(parsing: $0, parameters) },
      measures: try measures.map { try Measure(parsing: $0, model) },
      settings: try Settings(parsing: set, leavesOutEstimates: firm, parameters),
      believed: claims)
  }

  private func rows(_ sweep: Sweep, threads: Int? = nil) -> [Sweep.Row] {
    var rows: [Sweep.Row] = []
    sweep.run(threads: threads) {
      rows += $0
      return true
    }
    return rows
  }

  @Test func `every parameter of a case has a path, a source and a value where one is known`() {
    let paths = parameters.parameters.map(\.path)
    #expect(Set(paths).count == paths.count)
    let needed: Set = [
      "departure", "train.max_speed", "stop.tumangang.gauge_change", "stop.khasan.stay",
      "leg.khasan-vladivostok.distance", "claim.twenty-hours.value", "claim.khasan-1040.zone",
      "claim.at-most-60.believed", "claim.twenty-hours.hedge", "train.model", "train.cars",
      "stop.pyongyang.place",
    ]
    #expect(needed.isSubset(of: paths))
    let areSourced = parameters.parameters.allSatisfy { !$0.source.isEmpty }
    #expect(areSourced)
  }

  @Test func `nothing supposed is the case itself`() throws {
    let dossier = model.dossier()
    let stated = dossier.claims.filter { $0.claim.modality != .forecast }
    let asked = rows(try sweep([], stated.map { "verdict.\($0.claim.id)" }))
    let answers = asked.flatMap(\.answers)
    let told = stated.map { Measure.Answer.word(.claimVerdict($0.verdict)) }
    #expect(answers == told)
  }

  /// Midnight to three, and 10:50 by either clock, over at least 846 km: worked by hand.
  @Test(arguments: [
    ("00:00", "Asia/Vladivostok", 86.1), ("00:00", "Asia/Pyongyang", 78.1),
    ("03:00", "Asia/Vladivostok", 123.8), ("03:00", "Asia/Pyongyang", 108.0),
  ])
  func `the speed that makes a departure and an arrival both true`(
    departure: String, zone: String, speed: Double
  ) throws {
    let settings = try Settings(
      parsing: ["departure=\(departure)", "claim.khasan-1040.zone=\(zone)"],
      leavesOutEstimates: true, parameters)
    let solver = Solver(
      try parameters.parameter("train.max_speed"),
      for: try Condition(parsing: "possible.khasan-1040", model),
      within: Bounds(1 / 3.6, 400 / 3.6), model)
    let solution = solver.solution(under: settings.circumstances)
    let only = try #require(solution.stretches.first)
    #expect(solution.stretches.count == 1)
    #expect(only.endsOpen && !only.beginsOpen && !solution.isUndecided)
    #expect(abs(only.bounds.low * 3.6 - speed) < 0.1)
  }

  @Test func `a condition that holds between two values, or never, is told as that`() throws {
    let settings = try Settings(parsing: [], leavesOutEstimates: true, parameters)
    func solution(_ condition: String) throws -> Solution {
      Solver(
        try parameters.parameter("claim.border-150.value"),
        for: try Condition(parsing: condition, model), within: Bounds(10_000, 1_000_000), model
      ).solution(under: settings.circumstances)
    }
    let fitting = try solution("possible.border-150")
    #expect(!fitting.stretches.isEmpty)
    #expect(fitting.stretches.allSatisfy { !$0.beginsOpen && !$0.endsOpen })
    let never = try solution("verdict.at-most-60 = consistent")
    #expect(never.stretches.isEmpty)
  }

  @Test func `faster trains and shorter changes of gauge never come later`() throws {
    let sweep = try sweep(
      ["train.max_speed=50..130:20km/h", "stop.tumangang.gauge_change=0h,2h,4h"],
      ["arrival.khasan"], set: ["departure=00:00"], believing: [])
    let earliest = rows(sweep).map { row -> Double in
      if case .moments(let bounds) = row.answers[0] { bounds.low } else { .nan }
    }
    #expect(earliest.count == 15 && earliest.allSatisfy(\.isFinite))
    for speed in 0..<5 {
      let own = Array(earliest[(3 * speed)..<(3 * speed + 3)])
      #expect(own == own.sorted())
      if speed > 0 { #expect(earliest[3 * speed] <= earliest[3 * speed - 3] + 1) }
    }
  }

  @Test func `rows do not depend on how many threads work on them`() throws {
    let sweep = try sweep(
      ["train.max_speed=40..120:5km/h", "claim.twenty-hours.value=16h,20h"],
      ["verdict", "verdict.twenty-hours", "arrival.vladivostok"])
    let alone = rows(sweep, threads: 1)
    let together = rows(sweep, threads: 2)
    #expect(alone.count == 34)
    #expect(alone.map(\.values) == together.map(\.values))
    #expect(alone.map(\.answers) == together.map(\.answers))
  }

  @Test(arguments: [
    ("train.maxspeed=40km/h", "nearest are 'train.max_speed'"),
    ("train.max_speed", "PARAMETER=VALUES"),
    ("train.max_speed=40", "unit is missing"), ("train.max_speed=40km", "distance, not a speed"),
    ("train.max_speed=", "no values"), ("train.max_speed=-5km/h", "negative"),
    ("train.max_speed=about 40 km/h", "without a hedge"),
    ("train.max_speed=nankm/h", "is no value"),
    ("train.max_speed=60..40:1km/h", "upside down"),
    ("train.max_speed=40..60:0km/h", "more than nothing"),
    ("train.max_speed=40..60", "least..most:step"),
    ("train.max_speed=1..100000:0.001km/h", "may be tried"),
    ("departure=25:00", "01:30"), ("departure=2019-02-30T01:00", "01:30"),
    ("claim.khasan-1040.zone=Europe/Paris", "one of Asia/Vladivostok"),
    ("claim.khasan-1040.zone=a..b:c", "one of"),
    ("train.cars=0", "between 1 and 200"), ("train.cars=2.5", "whole number"),
    ("train.model=kite", "one of armoured-train"), ("claim.twenty-hours.hedge=maybe", "one of"),
    ("stop.pyongyang.place=nowhereatall", "no place is called"),
  ])
  func `what cannot be varied is told with advice`(text: String, advice: String) {
    #expect {
      try Variation(parsing: text, parameters)
    } throws: {
      "\($0)".contains(advice)
    }
  }

  @Test(arguments: [
    ("arrival", "ask for verdict"), ("verdict.nobody", "nearest are"), ("arrival.paris", "no stop"),
    ("running.paris-rome", "no leg"), ("speed.x", "ask for verdict"),
  ])
  func `what cannot be asked is told with advice`(text: String, advice: String) {
    #expect {
      try Measure(parsing: text, model)
    } throws: {
      "\($0)".contains(advice)
    }
  }

  private func simulation(_ draws: [String], _ measures: [String], seed: UInt64) throws
    -> Simulation
  {
    Simulation(
      model, draws: try draws.map { try Draw(parsing: $0, parameters) },
      measures: try measures.map { try Measure(parsing: $0, model) }, seed: seed)
  }

  @Test func `samples depend on the seed and on nothing else`() throws {
    let draws = ["train.max_speed=triangular(40,60,80)km/h", "departure=uniform(00:00,03:00)"]
    func rows(_ seed: UInt64, _ count: Int, threads: Int) throws -> [Sweep.Row] {
      var rows: [Sweep.Row] = []
      try simulation(draws, ["verdict.twenty-hours"], seed: seed).run(count, threads: threads) {
        rows += $0
        return true
      }
      return rows
    }
    let alone = try rows(5, 60, threads: 1)
    let together = try rows(5, 60, threads: 2)
    #expect(alone.map(\.values) == together.map(\.values))
    #expect(alone.map(\.answers) == together.map(\.answers))
    #expect(try rows(5, 20, threads: 2).map(\.values) == Array(alone.map(\.values).prefix(20)))
    #expect(try rows(6, 20, threads: 2).map(\.values) != Array(alone.map(\.values).prefix(20)))
    let summary = SampleSummary(
      try Measure(parsing: "verdict.twenty-hours", model), alone.map { $0.answers[0] })
    let total = summary.shares.reduce(0) { $0 + $1.share }
    #expect(abs(total - 1) < 1e-12)
  }

  @Test(arguments: [
    ("train.max_speed=foo(1)km/h", "write uniform"), ("train.max_speed=60", "write uniform"),
    ("train.max_speed=hedged(at most 60 km/h)", "one side"),
    ("train.max_speed=claim(at-most-60)", "one side"),
    ("train.max_speed=claim(border-560)", "no value such as"),
    ("train.max_speed=claim(nobody)", "nearest are"),
    ("departure=claim(border-560)", "no windows"),
    ("train.max_speed=file(/nonexistent.csv)km/h", "no such file"),
    ("train.cars=uniform(0,5)", "between 1 and 200"),
    ("train.max_speed=uniform(1,2)", "unit is missing"),
    ("train.max_speed=uniform(2,1)km/h", "upside down"),
    ("train.max_speed=triangular(60,40,80)km/h", "between the ends"),
    ("train.max_speed=normal(60,-5)km/h", "negative"),
    ("train.max_speed=lognormal(60,0.5)km/h", "1 or more"),
    ("train.max_speed=lognormal(60,x)km/h", "without a unit"),
    ("train.max_speed=values()km/h", "write uniform"),
    ("claim.khasan-1040.zone=values(1)h", "have no distribution"),
    ("train.max_speed=uniform(nan,2)km/h", "is no value"),
  ])
  func `what cannot be drawn is told with advice`(text: String, advice: String) {
    #expect {
      try Draw(parsing: text, parameters, files: .read)
    } throws: {
      "\($0)".contains(advice)
    }
  }
}
