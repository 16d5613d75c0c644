import Casework
import Claims
import Datasets
import FoundationEssentials
import Plausibility
import Scenarios
import TestSupport
import Testing

/// What it changes that a journey goes by other vehicles, from other places, or is meant otherwise.
@Suite struct VehicleTests {
  private func answers(
    _ model: CaseModel, _ variations: [String], _ measure: String,
    believing claims: [Claim.ID]? = nil,
    design: Sweep.Design = .grid
  ) throws -> [Measure.Answer] {
    let list = ParameterList(model)
    let sweep = Sweep(
      model, variations: try variations.map { try Variation(parsing: $0, list) },
      measures: [try Measure(parsing: measure, model)], believed: claims, design: design)
    var answers: [Measure.Answer] = []
    sweep.run {
      answers += $0.map { $0.answers[0] }
      return true
    }
    return answers
  }

  private func least(_ answers: [Measure.Answer]) -> [Double] {
    answers.map { answer in
      switch answer {
      case .moments(let bounds), .seconds(let bounds): bounds.low
      case .word, .none: .nan
      }
    }
  }

  @Test func `longer trains are no faster, and what cannot start goes nowhere`() throws {
    let train = try Founding.model("april-2019-train")
    let times = least(try answers(train, ["train.cars=5..25:10"], "running.khasan-vladivostok"))
    #expect(times.count == 3 && times == times.sorted())
    #expect(try answers(train, ["train.cars=199"], "running.khasan-vladivostok") == [.none])
    #expect(try answers(train, ["train.cars=199"], "verdict.twenty-hours") == [.none])
    #expect(try answers(train, ["train.cars=199"], "arrival.khasan") == [.none])
  }

  @Test func `a shorter way takes less time`() throws {
    let train = try Founding.model("april-2019-train")
    let places = "stop.pyongyang.place=kp-rajin,kp-chongjin-chongnyon,kp-pyongyang"
    let times = least(try answers(train, [places], "running.pyongyang-khasan"))
    #expect(times.count == 3 && times == times.sorted() && times[0] < times[2])
    let itself = least(try answers(train, [], "running.pyongyang-khasan"))
    #expect(itself == [times[2]])
  }

  @Test func `wind from behind and speed bring an aircraft in earlier`() throws {
    let flight = try Founding.model("js621-flight")
    let winds = least(
      try answers(flight, ["air.wind=-100..100:50km/h"], "arrival.vladivostok"))
    #expect(winds.count == 5 && winds == winds.sorted(by: >) && winds[0] > winds[4])
    let speeds = least(
      try answers(flight, ["air.cruise=600..900:100km/h"], "arrival.vladivostok"))
    #expect(speeds.count == 4 && speeds == speeds.sorted(by: >))
    #expect(
      try answers(flight, ["air.wind=-600km/h", "air.cruise=500km/h"], "arrival.vladivostok")
        == [.none])
  }

  @Test func `a hedge widens what words may mean`() throws {
    let train = try Founding.model("april-2019-train")
    let hedges = "claim.twenty-hours.hedge=exactly,about,at-most"
    let words = try answers(train, [hedges], "verdict.twenty-hours")
    #expect(words[1] == .word(.claimVerdict(.loose)))
    // Meant exactly, to ten minutes, no loose reading mends it.
    #expect(words[0] == .word(.claimVerdict(.disputed)))
    #expect(!words.dropFirst().contains(.word(.claimVerdict(.disputed))))
  }

  @Test func `one at a time leaves the others as the case has them`() throws {
    let train = try Founding.model("april-2019-train")
    let variations = ["train.max_speed=50km/h,90km/h", "stop.tumangang.gauge_change=4h"]
    let times = least(
      try answers(train, variations, "running.pyongyang-khasan", design: .oneAtATime))
    let alone = try variations.flatMap {
      least(try answers(train, [$0], "running.pyongyang-khasan"))
    }
    #expect(times == alone && times.count == 3)
  }

  @Test func `rows do not depend on where one begins`() throws {
    let train = try Founding.model("april-2019-train")
    let list = ParameterList(train)
    let sweep = Sweep(
      train,
      variations: [
        try Variation(parsing: "train.max_speed=45..85:5km/h", list),
        try Variation(parsing: "claim.twenty-hours.value=16h,18h,20h", list),
      ],
      measures: try ["verdict.twenty-hours", "arrival.vladivostok", "verdict.six-hours"].map {
        try Measure(parsing: $0, train)
      })
    var all: [[Measure.Answer]] = []
    sweep.run {
      all += $0.map(\.answers)
      return true
    }
    #expect(all.count == 27)
    for start in [0, 5, 16, 26] {
      var first: [Measure.Answer]?
      sweep.run(from: start) {
        first = $0.first?.answers
        return false
      }
      #expect(first == all[start])
    }
  }

  @Test func `of words and whole numbers all that do are found`() throws {
    let train = try Founding.model("april-2019-train")
    let list = ParameterList(train)
    func solution(_ path: String, _ condition: String) throws -> Solution {
      let parameter = try list.parameter(path)
      return Solver(
        parameter, for: try Condition(parsing: condition, train),
        within: try Solver.usualRange(of: parameter, train), train
      ).solution(under: Circumstances())
    }
    let cars = try solution("train.cars", "verdict != undecided")
    #expect(cars.stretches.map(\.bounds) == [Bounds(1, 200)])
    let zones = try solution("claim.khasan-1040.zone", "possible.khasan-1040")
    #expect(zones.words.contains("Asia/Pyongyang") && zones.stretches.isEmpty)
  }

  @Test func `claims are bands on what they speak of`() throws {
    let train = try Founding.model("april-2019-train")
    let list = ParameterList(train)
    let speeds = train.bands(for: try list.parameter("train.max_speed"))
    #expect(speeds.map(\.claim.text) == ["at-most-60"])
    #expect(speeds.map(\.bounds) == [Bounds(-.infinity, 60 / 3.6)])
    let arrivals = train.bands(for: try Measure(parsing: "arrival.khasan", train))
    #expect(Set(arrivals.map(\.claim.text)) == ["khasan-1040", "khasan-wednesday"])
    #expect(arrivals.count == 4)
    let times = train.bands(for: try Measure(parsing: "running.khasan-vladivostok", train))
    // What is said of it is said from arrival to arrival.
    #expect(times.isEmpty)
    #expect(!train.bands(for: try list.parameter("leg.khasan-vladivostok.distance")).isEmpty)
    #expect(train.bands(for: try list.parameter("train.cars")).isEmpty)
  }
}
