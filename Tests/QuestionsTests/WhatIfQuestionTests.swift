import Casework
import Questions
import Reporting
import Testing
import Travel

@Suite struct WhatIfQuestionTests {
  /// Lima to La Paz: 1,500 km in about 24 hours at an average of 60 km/h.
  private func model() throws -> CaseModel {
    let text = """
      wayproof: 1
      id: andes
      title: Lima to La Paz
      sources: [{id: one, outlet: One, published: 2024-05-02}]
      journeys: [{id: j, mode: road, stops: [{id: a, place: Lima}, {id: b, place: La Paz}]}]
      claims:
        - {id: way, source: one, quote: q, distance: 1500 km, from: Lima, to: La Paz, kind: road}
        - {id: time, source: one, quote: q, duration: about 24 hours, from: start, to: end}
        - {id: pace, source: one, quote: q, speed: 60 km/h, kind: average, from: start, to: end}
      """
    let world = try Asked.world
    return try CaseJudging(world: world).model(of: Array(text.utf8), name: "andes")
  }

  private func answer(_ question: WhatIfQuestion) throws -> [String: Any] {
    let model = try model()
    let answer = try #require(try question.plan(for: model).answer(for: model) { _, _ in true })
    return try Asked.fields(answer)
  }

  @Test func `a time is varied, and only what the straight line leaves at that pace is possible`()
    throws
  {
    var question = WhatIfQuestion()
    question.vary = ["claim.time.value=12h,24h"]
    question.settings = ["claim.way.believed=no"]
    question.show = "possible.time+pace"
    let rows = try #require(try answer(question)["rows"] as? [[String: Any]])
    // 1,079 km at 60 km/h are 18 hours.
    #expect(rows.map { $0["possible.time+pace"] as? String } == ["no", "yes"])
    #expect(rows.map { $0["claim.time.value (h)"] as? Double } == [12, 24])
  }

  @Test func `draws are as many as were asked for, and the same seed gives the same`() throws {
    var question = WhatIfQuestion()
    question.simulate = 50
    question.draw = ["claim.time.value=uniform(12,36)h"]
    question.show = "possible.time+pace"
    let model = try model()
    let texts = try (0..<2).map { _ in
      try question.plan(for: model).answer(for: model) { _, _ in true }?.text()
    }
    #expect(texts[0] != nil && texts[0] == texts[1])
    question.seed = 2
    #expect(
      try question.plan(for: model).answer(for: model) { _, _ in true }?.text() != texts[0])
  }

  @Test func `an answer that was ended is none`() throws {
    var question = WhatIfQuestion()
    question.vary = ["claim.time.value=10..30:0.01h"]
    let model = try model()
    #expect(try question.plan(for: model).answer(for: model) { _, _ in false } == nil)
  }

  private static let wrong: [Wrong<WhatIfQuestion>] = [
    Wrong("draw", { $0.draw = ["claim.time.value=uniform(1,2)h"] }),
    Wrong("simulate", { $0.simulate = 10 }),
    Wrong(
      "simulate",
      {
        $0.simulate = 0
        $0.draw = ["claim.time.value=uniform(1,2)h"]
      }
    ),
    Wrong("within", { $0.within = "1..2" }), Wrong("one_at_a_time", { $0.oneAtATime = true }),
    Wrong("sensitivity", { $0.sensitivity = true }),
    Wrong("solve", { $0.solve = "claim.time.value" }),
    Wrong("correlate", { $0.correlate = ["a,b=0.5"] }),
    Wrong("show", { $0.show = "verdict,verdict" }),
    Wrong("show", { $0.show = "" }),
    Wrong(nil, { $0.vary = ["claim.none.value=1h"] }),
    Wrong(nil, { $0.vary = ["claim.time.value=1km"] }),
    Wrong(nil, { $0.settings = ["claim.time.value=1h", "claim.time.value=2h"] }),
    Wrong(
      nil,
      {
        $0.vary = ["claim.time.value=1..100:1h"]
        $0.limit = 10
      }
    ),
  ]

  @Test(arguments: wrong)
  func `what does not go together is refused with its name`(wrong: Wrong<WhatIfQuestion>) throws {
    let question = wrong.changed(WhatIfQuestion())
    let model = try model()
    #expect(Asked.refusal { try question.plan(for: model) } == wrong.parameter)
  }
}
