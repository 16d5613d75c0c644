import HTTPTypes
import Quantities
import Questions
import Reporting

extension Endpoint {
  /// How far places are apart.
  static let distance = Endpoint(
    method: .get, path: "/v1/distance",
    summary: "Measure between places, from each to the next: every kind of distance that is known.",
    parameters: [
      Parameter(
        "place", "Two places or more, in order.", example: "pyongyang"
      ).required.list,
      .network.list, snap, DistanceReport.formats.parameter,
    ],
    successes: [
      Success(words: "The distances.", types: DistanceReport.formats.types())
    ],
    problems: [.unprocessableContent]
  ) { call in
    let (arguments, service) = (call.arguments, call.service)
    var question = DistanceQuestion(places: arguments.texts("place"))
    question.snap = arguments.number("snap").map { .kilometers($0) } ?? question.snap
    let format = DistanceReport.formats.asked(by: call)
    let text = try await service.queue.run { [question] _ in
      let networks = try arguments.texts("network").map { try service.network($0) }
      let report = try asking { () throws(QuestionError) in
        try question.answer(in: service.world, networks: networks)
      }
      return try Answer.text(of: report, as: format)
    }
    return Answer.written(text, format.file)
  }

  static let snap = Parameter(
    "snap", .number(0...100), "With a network: how many km from track a place may be.", example: "2"
  )

  /// How long a train needs.
  static let run = Endpoint(
    method: .get, path: "/v1/run",
    summary: "How long a train needs, by the laws of motion.",
    parameters: [
      .from, .to,
      Parameter("train", "Of the library of trains.", example: "armoured-train"),
      Parameter(
        "stop", "A stop, in order; with what for (khasan=border) or how many minutes (khasan=60).",
        example: "khasan=60"
      ).list,
      Parameter(
        "change", "Where it goes on with another train.", example: "ussuriysk=passenger-train"
      ).list,
      Parameter(
        "max_speed", .number(1...1_000), "A speed in km/h that it never passes.", example: "60"),
      Parameter(
        "limit", "A slower stretch: 120..135=40 is 40 km/h between km 120 and 135.",
        example: "0..20=30"
      ).list,
      .network, RunReport.formats.parameter,
    ],
    successes: [Success(words: "The run.", types: RunReport.formats.types())],
    problems: [.unprocessableContent]
  ) { call in
    let (arguments, service) = (call.arguments, call.service)
    var question = RunQuestion(
      .between(try arguments.required("from"), try arguments.required("to")))
    question.train = arguments.text("train") ?? question.train
    question.stop = arguments.texts("stop")
    question.change = arguments.texts("change")
    question.maxSpeed = arguments.number("max_speed")
    question.limit = arguments.texts("limit")
    let format = RunReport.formats.asked(by: call)
    let text = try await service.queue.run { [question] _ in
      let world = try service.world(with: arguments.texts("network"))
      let report = try asking { () throws(QuestionError) in try question.answer(in: world) }
      return try Answer.text(of: report, as: format)
    }
    return Answer.written(text, format.file)
  }

  /// How long a flight takes.
  static let fly = Endpoint(
    method: .get, path: "/v1/fly",
    summary: "How long a flight takes: climb, cruise, descent, taxi and wind.",
    parameters: [
      .from, .to, Parameter("via", "A place to fly over, in order.", example: "ICN").list,
      Parameter("aircraft", "Of the library of aircraft.", example: "an-148"),
      Parameter(
        "wind", "At cruise in km/h along the way (50, -40..80) or from a direction (270@100).",
        example: "-40..80"
      ).list,
      Parameter("altitude", "Of the cruise in metres, 10000 or 9000..11000.", example: "10000"),
      Parameter("date", "The day, for the winds of its season.", example: "2023-09-12"),
      Parameter(
        "depart", "When it leaves its stand, by the clocks there.", example: "06:57"),
      Parameter(
        "take_off", .flag, "Whether that is when the wheels leave the ground.", example: "true"),
      FlightReport.formats.parameter,
    ],
    successes: [Success(words: "The flight.", types: FlightReport.formats.types())],
    problems: [.unprocessableContent]
  ) { call in
    let (arguments, service) = (call.arguments, call.service)
    var question = FlightQuestion(
      places: [try arguments.required("from")] + arguments.texts("via")
        + [try arguments.required("to")])
    question.aircraft = arguments.text("aircraft") ?? question.aircraft
    question.wind = arguments.texts("wind")
    question.altitude = arguments.text("altitude")
    question.date = arguments.text("date")
    question.depart = arguments.text("depart")
    question.takeOff = arguments.flag("take_off")
    let format = FlightReport.formats.asked(by: call)
    let text = try await service.queue.run { [question] _ in
      let report = try asking { () throws(QuestionError) in
        try question.answer(in: service.world)
      }
      return try Answer.text(of: report, as: format)
    }
    return Answer.written(text, format.file)
  }
}

/// A question's failure as a problem.
func asking<Value>(_ question: () throws(QuestionError) -> Value) throws(Problem) -> Value {
  do { return try question() } catch { throw Problem(error) }
}
