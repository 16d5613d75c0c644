import Questions
import Reporting
import Testing
import Travel

@Suite struct EstimateQuestionTests {
  private var plain: EstimateQuestion {
    var question = EstimateQuestion(distance: "120 km", speed: "uniform(40 km/h, 60 km/h)")
    question.samples = 20_000
    return question
  }

  private func fields(_ question: EstimateQuestion) throws -> [String: Any] {
    let world = try Asked.world
    let report = try question.answer(under: world.usualProfile, world.grammar)
    return try Asked.fields(report.json)
  }

  @Test func `the mean is that of the distribution`() throws {
    // The mean of 120/v for v evenly between 40 and 60 is 6 ln 1.5 hours.
    let mean = try #require(try fields(plain)["mean_s"] as? Double)
    #expect(abs(mean - 6 * 0.405_465_108 * 3_600) < 30)
  }

  @Test func `a stop adds its time, and a claimed time is counted`() throws {
    var stopping = plain
    stopping.stops = "1 h"
    stopping.claims = ["at least 3 hours", "at most 2 hours"]
    let told = try fields(stopping)
    let plainMean = try #require(try fields(plain)["mean_s"] as? Double)
    let mean = try #require(told["mean_s"] as? Double)
    #expect(abs(mean - plainMean - 3_600) < 60)
    let claims = try #require(told["claims"] as? [[String: Any]])
    let shares = claims.compactMap { ($0["fits"] as? [String: Any])?["share"] as? Double }
    // From 40 to 60 km/h, 120 km take 2 to 3 hours, and an hour on top.
    #expect(shares == [1, 0])
  }

  private static let wrong: [Wrong<EstimateQuestion>] = [
    Wrong("samples", { $0.samples = 0 }), Wrong("samples", { $0.sampleLimit = 10 }),
    Wrong("distance", { $0.distance = "far" }), Wrong("speed", { $0.speed = "60 km" }),
    Wrong("stops", { $0.stops = "nan h" }), Wrong("claim", { $0.claims = ["soon"] }),
  ]

  @Test(arguments: wrong)
  func `what cannot be is refused with the part that it is about`(
    wrong: Wrong<EstimateQuestion>
  ) {
    let question = wrong.changed(plain)
    #expect(Asked.refusal { try fields(question) } == wrong.parameter)
  }
}
