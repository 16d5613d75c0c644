import Casework
import Claims
import Datasets
import Foundation
import Plausibility
import TestSupport
import Testing

@testable import Scenarios

@Suite struct DrawTests {
  private let model: CaseModel
  private let list: ParameterList

  init() throws {
    model = try Founding.model()
    list = ParameterList(model)
  }

  private func distribution(_ text: String) throws -> Distribution {
    try Draw(parsing: text, list, files: .read).distribution
  }

  @Test func `words and claims give distributions`() throws {
    let hedged = try distribution("leg.pyongyang-khasan.distance=hedged(about 560 km)")
    #expect(hedged == .triangular(from: 543_200, mode: 560_000, to: 576_800))
    let claimed = try distribution("leg.pyongyang-khasan.distance=claim(border-560)")
    #expect(claimed == .triangular(from: 543_200, mode: 560_000, to: 576_800))
    let window = try distribution("departure=claim(early-hours)")
    guard case .uniform(let from, let to) = window else {
      Issue.record("a window is drawn from evenly")
      return
    }
    #expect(to - from == 6 * 3_600)
    #expect(try distribution("stop.khasan.stay=2h") == .uniform(from: 7_200, to: 7_200))
  }

  @Test func `observed values are drawn as they are`() throws {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent(
      "wayproof-\(UUID().uuidString).csv")
    defer { try? FileManager.default.removeItem(at: file) }
    try Data("day,speed\n1,62\n2,45\n3,\n4,50\n".utf8).write(to: file)
    let observed = try distribution("train.max_speed=file(\(file.path):speed)km/h")
    guard case .empirical(let values) = observed else {
      Issue.record("a file has observed values")
      return
    }
    #expect(values.map { ($0 * 3.6).rounded() } == [45, 50, 62])
    #expect {
      try distribution("train.max_speed=file(\(file.path):pace)km/h")
    } throws: {
      "\($0)".contains("columns day, speed")
    }
    try Data("speed\n62\nfast\n".utf8).write(to: file)
    #expect {
      try distribution("train.max_speed=file(\(file.path))km/h")
    } throws: {
      "\($0)".contains("line 3")
    }
  }

  /// The reader of a file must be asked for by the program: no notation opens one otherwise.
  @Test(arguments: [
    "file(/proc/self/environ:x)", " file(/proc/self/environ)", "file (/proc/self/environ:x)km/h",
    "\u{A0}file(/etc/hostname)", "file(/etc/hostname)",
  ])
  func `no file is opened where none may be read`(distribution: String) {
    for parameter in ["departure", "train.max_speed"] {
      #expect {
        try Draw(parsing: "\(parameter)=\(distribution)", list)
      } throws: {
        "\($0)".contains("no files are read here") || "\($0)".contains("write uniform")
      }
    }
  }

  @Test func `draws go together as they are told to`() throws {
    let draws = try ["train.max_speed=normal(60,5)km/h", "stop.khasan.stay=normal(8,1)h"].map {
      try Draw(parsing: $0, list)
    }
    let correlation = try Correlation(
      parsing: ["train.max_speed,stop.khasan.stay=-0.6"], draws)
    let generator = CounterGenerator(seed: 3)
    let count = 50_000
    let pairs = (0..<count).map { index in
      correlation.shares(
        (0..<2).map { generator.uniform(stream: UInt64($0), index: UInt64(index)) })
    }
    let normal = pairs.map { pair in
      pair.map { Distribution.normal(mean: 0, deviation: 1).quantile($0) }
    }
    let product = normal.reduce(0) { $0 + $1[0] * $1[1] } / Double(count)
    // The variance of a product of two standard normal variables is 1 + r².
    #expect(abs(product + 0.6) < 3 * (1.36 / Double(count)).squareRoot())
    for place in 0..<2 {
      let mean = normal.reduce(0) { $0 + $1[place] } / Double(count)
      let square = normal.reduce(0) { $0 + $1[place] * $1[place] } / Double(count)
      #expect(abs(mean) < 3 / Double(count).squareRoot() && abs(square - 1) < 0.02)
    }
  }

  @Test(arguments: [
    ("train.max_speed,stop.khasan.stay=1", "between -1 and 1"),
    ("train.max_speed,stop.khasan.stay=nan", "between -1 and 1"),
    ("train.max_speed=0.5", "two drawn parameters"),
    ("train.max_speed,departure=0.5", "not drawn"),
    ("train.max_speed,train.max_speed=0.5", "with itself"),
  ])
  func `what cannot go together is told`(text: String, advice: String) throws {
    let draws = try ["train.max_speed=normal(60,5)km/h", "stop.khasan.stay=normal(8,1)h"].map {
      try Draw(parsing: $0, list)
    }
    #expect {
      try Correlation(parsing: [text], draws)
    } throws: {
      "\($0)".contains(advice)
    }
  }

  @Test func `three that contradict each other are refused`() throws {
    let draws = try [
      "train.max_speed=normal(60,5)km/h", "stop.khasan.stay=normal(8,1)h",
      "stop.tumangang.gauge_change=normal(3,1)h",
    ].map { try Draw(parsing: $0, list) }
    let (one, two, three) = (
      "train.max_speed,stop.khasan.stay=0.6", "stop.khasan.stay,stop.tumangang.gauge_change=0.6",
      "train.max_speed,stop.tumangang.gauge_change=-0.9"
    )
    _ = try Correlation(parsing: [one, two], draws)
    #expect(throws: ScenarioError.self) { try Correlation(parsing: [one, two, three], draws) }
  }
}
