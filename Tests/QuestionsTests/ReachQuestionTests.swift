import Casework
import Foundation
import Questions
import Reporting
import Testing

@Suite struct ReachQuestionTests {
  /// Nairobi at six, Mombasa at two in the afternoon, by a car of at most 80 km/h.
  private func model() throws -> CaseModel {
    let text = """
      wayproof: 1
      id: coast
      title: Nairobi to Mombasa
      sources: [{id: one, outlet: One, published: 2024-05-02}]
      journeys: [{id: j, mode: road, stops: [{id: a, place: Nairobi}, {id: b, place: Mombasa}]}]
      claims:
        - {id: left, source: one, quote: q, event: departure a, time: "2024-05-01 06:00"}
        - {id: came, source: one, quote: q, event: arrival b, time: "2024-05-01 14:00"}
      """
    return try CaseJudging(world: Asked.world).model(of: Array(text.utf8), name: "coast")
  }

  @Test func `between two known moments there is an area, smaller at a lower speed`() throws {
    let model = try model()
    var question = ReachQuestion()
    question.at = "2024-05-01 10:00"
    question.speed = "80 km/h"
    let slow = try #require(try area(question.answer(of: model)))
    question.speed = "120 km/h"
    let fast = try #require(try area(question.answer(of: model)))
    #expect(0 < slow && slow < fast)
  }

  /// The extent from west to east of the first area, in degrees.
  private func area(_ report: ReachReport) throws -> Double? {
    let format = try ReachReport.formats.named("geojson")
    let document = try JSONSerialization.jsonObject(with: Data(format.text(of: report).utf8))
    let features = try #require((document as? [String: Any])?["features"] as? [[String: Any]])
    let geometry = features.lazy.compactMap { $0["geometry"] as? [String: Any] }
      .first { ($0["type"] as? String)?.hasSuffix("Polygon") == true }
    let longitudes = numbers(geometry?["coordinates"] as Any).enumerated()
      .filter { $0.offset % 2 == 0 }.map(\.element)
    guard let west = longitudes.min(), let east = longitudes.max() else { return nil }
    return east - west
  }

  private func numbers(_ value: Any) -> [Double] {
    if let list = value as? [Any] { return list.flatMap(numbers) }
    return (value as? Double).map { [$0] } ?? []
  }

  @Test(arguments: [
    Wrong<ReachQuestion>("journey") { $0.journey = "nowhere" },
    Wrong("at") { $0.at = "soon" }, Wrong("by") { $0.by = "never" },
    Wrong("speed") { $0.speed = "fast" }, Wrong("speed") { $0.speed = "0 km/h" },
    Wrong("without") { $0.without = ["nobody"] },
    Wrong("at") {
      $0.at = "2024-05-01 10:00"
      $0.by = "2024-05-01 11:00"
    },
  ])
  func `what cannot be is refused with the part that it is about`(
    wrong: Wrong<ReachQuestion>
  ) throws {
    let model = try model()
    var question = ReachQuestion()
    wrong.change(&question)
    let refusal = Asked.refusal { try question.answer(of: model) }
    #expect(refusal == wrong.parameter)
  }
}
