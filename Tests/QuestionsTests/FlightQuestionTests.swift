import Questions
import Reporting
import Testing
import Travel

@Suite struct FlightQuestionTests {
  private func block(_ question: FlightQuestion) throws -> [Double] {
    let fields = try Asked.fields(question.answer(in: Asked.world).json)
    return try #require(fields["block_s"] as? [Double])
  }

  /// In hours as airlines print them in 2024: BA 177, LA 2372 and NZ 800-odd, to half an hour.
  @Test(arguments: [
    ("LHR", "JFK", "b777", 8.0), ("GRU", "LIM", "a320", 5.3), ("AKL", "SCL", "b787", 11.0),
  ])
  func `a flight takes about what airlines print`(
    from: String, to: String, aircraft: String, hours: Double
  ) throws {
    var question = FlightQuestion(places: [from, to])
    question.aircraft = aircraft
    let times = try block(question).map { $0 / 3_600 }
    #expect(times[0] - 0.7 < hours && hours < times[1] + 0.7, "\(times)")
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
    for places in [["SYD"], ["SYD", "Atlantis"]] {
      #expect(Asked.refusal { try FlightQuestion(places: places).answer(in: Asked.world) } == nil)
    }
    var kite = FlightQuestion(places: ["SYD", "PER"])
    kite.aircraft = "kite"
    #expect(Asked.refusal { try kite.answer(in: Asked.world) } == nil)
  }
}
