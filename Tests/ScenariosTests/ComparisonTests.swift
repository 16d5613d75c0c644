import Casework
import Claims
import Datasets
import FoundationEssentials
import Plausibility
import Scenarios
import TestSupport
import Testing

@Suite struct ComparisonTests {
  private let model: CaseModel

  init() throws {
    model = try Founding.model()
  }

  private func comparison(_ text: String) throws -> Comparison {
    try Comparison(try ScenarioFile(yaml: Array(text.utf8), name: "s.yaml"), model)
  }

  @Test func `the file that comes with the program names its case and changes its verdicts`() throws
  {
    let folder = try DataFolder(path: Repository.geo.path)
    let file = try ScenarioFile(
      yaml: try DataFolder.bytes(of: folder.file("scenarios/april-2019-train.yaml")), name: "s")
    #expect(file.casePath == "../cases/april-2019-train.yaml")
    let comparison = try Comparison(file, model)
    #expect(comparison.columns.count == file.entries.count + 1)
    #expect(comparison.changes(comparison.columns[0]).isEmpty)
    let quick = try #require(comparison.columns.first { $0.id == "quick" })
    let changed = comparison.changes(quick).first { $0.claim.text == "early-hours" }
    #expect(changed?.before == .disputed && changed?.after == .consistent)
  }

  @Test func `a scenario that supposes nothing changes nothing`() throws {
    let comparison = try comparison(
      "wayproof-scenarios: 1\ncase: x\nshow: verdict\nscenarios:\n  - id: same\n")
    #expect(comparison.columns.count == 2)
    #expect(comparison.columns[0].verdicts == comparison.columns[1].verdicts)
    #expect(comparison.columns[0].answers == comparison.columns[1].answers)
  }

  @Test func `what is not believed is judged by nobody`() throws {
    let comparison = try comparison(
      "wayproof-scenarios: 1\ncase: x\nscenarios:\n  - id: a\n    disbelieve: [at-most-60]\n"
        + "  - id: b\n    set: {claim.at-most-60.believed: no}\n")
    #expect(comparison.columns[1].verdicts == comparison.columns[2].verdicts)
    let place = try #require(comparison.claims.firstIndex { $0.id.text == "at-most-60" })
    #expect(comparison.columns[1].verdicts[place] == .untested)
  }

  @Test(arguments: [
    ("", "1:1", "empty"), ("a: b", "1:1", "no field 'a'"),
    ("wayproof-scenarios: 2\ncase: x\nscenarios: []", "1:", "version 2"),
    ("wayproof-scenarios: 1\ncase: x\nscenarios: []", "1:1", "no scenarios"),
    (
      "wayproof-scenarios: 1\ncase: x\nscenarios:\n  - id: a\n  - id: a", "5:", "two scenarios"
    ),
    (
      "wayproof-scenarios: 1\ncase: x\nscenarios:\n  - id: a\n    set: {train.speed: 5 km/h}",
      "5:", "train.max_speed"
    ),
    (
      "wayproof-scenarios: 1\ncase: x\nscenarios:\n  - id: a\n    set: {train.max_speed: [5]}",
      "5:", "one value each"
    ),
    (
      "wayproof-scenarios: 1\ncase: x\nscenarios:\n  - id: a\n    set: 5", "5:",
      "list of fields"
    ),
    (
      "wayproof-scenarios: 1\ncase: x\nscenarios:\n  - id: a\n    disbelieve: nobody", "5:",
      "no claim 'nobody'"
    ),
    (
      "wayproof-scenarios: 1\ncase: x\nshow: arrival.paris\nscenarios:\n  - id: a", "3:",
      "no stop"
    ),
    (
      "wayproof-scenarios: 1\ncase: x\nscenarios:\n  - id: a\n    set: {train.max_speed: 1..5:1km/h}",
      "5:", "one value is to be set"
    ),
  ])
  func `every mistake is told with its place`(text: String, place: String, advice: String) {
    #expect {
      try comparison(text)
    } throws: {
      "\($0)".contains(advice) && "\($0)".contains("s.yaml:\(place)")
    }
  }
}
