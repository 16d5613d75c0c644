import Questions
import Reporting
import Testing
import Travel

@Suite struct RunQuestionTests {
  private func times(_ question: RunQuestion) throws -> (
    fastest: Double, technical: [Double], likely: [Double]
  ) {
    let fields = try Asked.fields(question.answer(in: Asked.world).json)
    return (
      try #require(fields["fastest_s"] as? Double),
      try #require(fields["technical_s"] as? [Double]),
      try #require(fields["likely_s"] as? [Double])
    )
  }

  private var hanoi: RunQuestion {
    var question = RunQuestion(.between("vn-ha-noi", "vn-dong-dang"))
    question.train = "passenger-train-diesel"
    return question
  }

  @Test func `what ceilings allow is less than what a train needs, and that less than is likely`()
    throws
  {
    let plain = try times(hanoi)
    #expect(plain.fastest < plain.technical[0] && plain.technical[0] < plain.technical[1])
    #expect(plain.technical[0] < plain.likely[0] && plain.technical[1] < plain.likely[1])
  }

  @Test func `a ceiling, a slower stretch and a stop take the time that they must`() throws {
    let plain = try times(hanoi)
    var slow = hanoi
    slow.maxSpeed = 40
    // 162 km, give or take 1.3, at 40 km/h.
    #expect(abs(try times(slow).fastest - 160.7 / 40 * 3_600) < 5)
    var limited = hanoi
    limited.limit = ["20..60=20"]
    // 40 km at 20 km/h are 2 h, and no train passes 120 km/h elsewhere.
    #expect(try times(limited).technical[0] > 7_200 + 120 / 120 * 3_600)
    var stopping = hanoi
    stopping.stop = ["vn-bac-giang=30..90"]
    let stopped = try times(stopping)
    #expect(stopped.likely[0] > plain.likely[0] + 30 * 60)
    #expect(stopped.likely[1] > plain.likely[1] + 90 * 60)
  }

  private static let wrong: [Wrong<RunQuestion>] = [
    Wrong("max_speed", { $0.maxSpeed = 0 }), Wrong("max_speed", { $0.maxSpeed = .nan }),
    Wrong("limit", { $0.limit = ["5"] }), Wrong("limit", { $0.limit = ["60..20=20"] }),
    Wrong("limit", { $0.limit = ["20..60=0"] }), Wrong("change", { $0.change = ["vn-bac-giang"] }),
    Wrong("stop", { $0.stop = ["vn-bac-giang=tea"] }),
    Wrong(
      "change",
      {
        $0.stop = ["vn-bac-giang"]
        $0.change = ["vn-kep=passenger-train"]
      }
    ),
  ]

  @Test(arguments: wrong)
  func `a value that cannot be is refused with its name`(wrong: Wrong<RunQuestion>) throws {
    let question = wrong.changed(hanoi)
    #expect(Asked.refusal { try question.answer(in: Asked.world) } == wrong.parameter)
  }

  @Test func `an unknown train, and places without a line between them, are refused`() throws {
    var kite = hanoi
    kite.train = "kite"
    #expect(Asked.refusal { try kite.answer(in: Asked.world) } == nil)
    let roads = RunQuestion(.between("Honolulu", "Mombasa"))
    #expect(Asked.refusal { try roads.answer(in: Asked.world) } == "network")
  }
}
