import Questions
import Reporting
import Testing
import Travel

@Suite struct FlightQuestionTests {
  private func block(_ question: FlightQuestion) throws -> [Double] {
    let fields = try Asked.fields(question.answer(in: Asked.world).json)
    return try #require(fields["block_s"] as? [Double])
  }

  /// In km by Vincenty's inverse formula, from the airports' positions.
  @Test(arguments: [
    ("LHR", "JFK", "b777", 5_554.517), ("GRU", "LIM", "a320", 3_476.847),
    ("AKL", "SCL", "b787", 9_673.653),
  ])
  func `a flight is as quick as airliners are, and on the ground before and after`(
    from: String, to: String, aircraft: String, kilometers: Double
  ) throws {
    var question = FlightQuestion(places: [from, to])
    question.aircraft = aircraft
    let fields = try Asked.fields(question.answer(in: Asked.world).json)
    let airborne = try #require(fields["airborne_s"] as? [Double])
    let block = try #require(fields["block_s"] as? [Double])
    for seconds in airborne {
      #expect((600...1_050).contains(kilometers / (seconds / 3_600)), "\(airborne)")
    }
    #expect(airborne[0] < airborne[1] && airborne[0] < block[0] && airborne[1] < block[1])
  }

  @Test func `a tailwind helps and a headwind costs`() throws {
    var question = FlightQuestion(places: ["NBO", "JNB"])
    question.aircraft = "b737"
    var times: [Double] = []
    for wind in ["100", "0", "-100"] {
      question.wind = [wind]
      times.append(try block(question)[0])
    }
    #expect(times == times.sorted() && times[0] < times[2] - 1_800)
  }

  @Test func `the clocks are those of both ends`() throws {
    var question = FlightQuestion(places: ["LHR", "JFK"])
    question.aircraft = "b777"
    question.date = "2024-07-01"
    question.depart = "11:20"
    let fields = try Asked.fields(question.answer(in: Asked.world).json)
    let moments = try #require(fields["moments"] as? [[String: Any]])
    #expect(moments.first?["zone"] as? String == "Europe/London")
    #expect(moments.last?["zone"] as? String == "America/New_York")
    // 11:20 in London in summer is 10:20 UTC.
    let start = try #require((moments.first?["unix_s"] as? [Double])?.first)
    #expect(start == 1_719_829_200)
  }

  private static let wrong: [Wrong<FlightQuestion>] = [
    Wrong("wind", { $0.wind = ["x"] }), Wrong("wind", { $0.wind = ["501"] }),
    Wrong("wind", { $0.wind = ["361@10"] }), Wrong("altitude", { $0.altitude = "99" }),
    Wrong("altitude", { $0.altitude = "11000..9000" }),
    Wrong("altitude", { $0.altitude = "24000" }),
    Wrong("date", { $0.date = "2023-02-29" }), Wrong("depart", { $0.depart = "06:57" }),
    Wrong(
      "depart",
      {
        $0.date = "2023-09-12"
        $0.depart = "25:00"
      }
    ),
    Wrong("take_off", { $0.takeOff = true }),
  ]

  @Test(arguments: wrong)
  func `a value that cannot be is refused with its name`(wrong: Wrong<FlightQuestion>) throws {
    let question = wrong.changed(FlightQuestion(places: ["SYD", "PER"]))
    #expect(Asked.refusal { try question.answer(in: Asked.world) } == wrong.parameter)
  }

  @Test func `one place, unknown places and unknown aircraft are refused`() throws {
    for places in [["SYD"], ["SYD", "Erewhonia"]] {
      #expect(Asked.refusal { try FlightQuestion(places: places).answer(in: Asked.world) } == nil)
    }
    var kite = FlightQuestion(places: ["SYD", "PER"])
    kite.aircraft = "kite"
    #expect(Asked.refusal { try kite.answer(in: Asked.world) } == nil)
  }
}
