import HTTPTypes
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
    question.snap = arguments.number("snap") ?? question.snap
    let format = DistanceReport.formats.asked(by: call)
    let text = try await service.workshop.run { [question] _ in
      let networks = try arguments.texts("network").map { try service.network($0) }
      let report = try asking { () throws(QuestionError) in
        try question.answer(in: service.world, networks: networks)
      }
      return try Answer.text(of: report, as: format)
    }
    return Answer.written(text, format.file)
  }

  private static let snap = Parameter(
    "snap", .number(0...100), "With a network: how many km from track a place may be.", example: "2"
  )

  private static let routeFormats: [Format] = [.json, .geojson, .md, .csv, .gpx, .kml, .mfjson]

  /// The way between places.
  static let route = Endpoint(
    method: .get, path: "/v1/route",
    summary: "Find the way between places, by rail or by air.",
    parameters: [
      .from, .to, Parameter("via", "A place to pass, in order.", example: "ussuriysk").list,
      Parameter(
        "mode", .choice(RouteQuestion.Mode.allCases.map(\.rawValue)), "By rail or by air.",
        example: "rail"),
      .network,
      Parameter(
        "avoid", "With a network: a place, country:XX or line:NAME not to pass.",
        example: "country:CN"
      ).list,
      Parameter(
        "gauge", .whole(180...2_500), "With a network: the gauge in mm that the train is bound to.",
        example: "1520"),
      Parameter(
        "alternatives", .whole(1...20), "With a network: so many ways that really differ.",
        example: "1"),
      Parameter(
        "objective", .choice(RouteQuestion.Objective.allCases.map(\.rawValue)),
        "With a network: the shortest or the fastest.", example: "shortest"),
      Parameter(
        "max_speed", .number(1...1_000), "Of the fastest: the train's own greatest speed in km/h.",
        example: "80"),
      snap,
      Parameter(
        "electrified", .flag, "With a network: electrified track only.", example: "false"),
      Parameter(
        "recorded_breaks_only", .flag,
        "With a network: no change of gauge where nobody records one.", example: "false"),
      Parameter(
        "trams", .flag, "With a network: trams, light rail and metro too.", example: "false"),
      Parameter(
        "explain", .flag, "With a network: every section of the way.", example: "false"),
      Parameter(
        "date", "Of moving features: the day on which it begins.", example: "2019-04-24"),
      Parameter(
        "depart", "Of moving features: when it begins, by the clocks of the place.",
        example: "11:40"),
      Parameter(
        "average", .number(1...4_000), "Of moving features: the average speed in km/h.",
        example: "55"),
      .format(routeFormats),
    ],
    successes: [Success(words: "The way.", types: Format.types(routeFormats))],
    problems: [.unprocessableContent]
  ) { call in
    let (arguments, service) = (call.arguments, call.service)
    let question = try routeQuestion(arguments)
    let format = Format.of(call, among: routeFormats)
    let text = try await service.workshop.run { _ in
      let network = try arguments.text("network").map { try service.network($0) }
      let answer = try asking { () throws(QuestionError) in
        try question.answer(in: service.world, on: network)
      }
      return try written(of: answer, format, arguments)
    }
    return Answer.written(text, format)
  }

  private static func routeQuestion(_ arguments: Arguments) throws(Problem) -> RouteQuestion {
    var question = RouteQuestion(
      from: try arguments.required("from"), to: try arguments.required("to"))
    question.via = arguments.texts("via")
    question.mode = arguments.text("mode").flatMap(RouteQuestion.Mode.init) ?? question.mode
    question.avoid = arguments.texts("avoid")
    question.gauge = arguments.whole("gauge")
    question.alternatives = arguments.whole("alternatives") ?? question.alternatives
    question.objective =
      arguments.text("objective").flatMap(RouteQuestion.Objective.init) ?? question.objective
    question.maxSpeed = arguments.number("max_speed")
    question.snap = arguments.number("snap") ?? question.snap
    question.electrified = arguments.flag("electrified")
    question.recordedBreaksOnly = arguments.flag("recorded_breaks_only")
    question.trams = arguments.flag("trams")
    question.explain = arguments.flag("explain")
    return question
  }

  private static func written(
    of answer: RouteAnswer, _ format: Format, _ arguments: Arguments
  ) throws(Problem) -> String {
    let report = answer.report
    switch format {
    case .geojson: return report.geoJSON.text()
    case .md: return MarkdownRenderer().text(report.story)
    case .csv: return report.csv
    case .gpx: return report.gpx
    case .kml: return report.kml
    case .mfjson:
      let motion = try asking { () throws(QuestionError) in
        try Motion(
          date: arguments.text("date"), departure: arguments.text("depart"),
          average: arguments.number("average"), at: answer.places.first)
      }
      return report.movingFeatures(from: motion.start, at: motion.speed).text()
    default: return report.json.text()
    }
  }

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
    let text = try await service.workshop.run { [question] _ in
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
    let text = try await service.workshop.run { [question] _ in
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
