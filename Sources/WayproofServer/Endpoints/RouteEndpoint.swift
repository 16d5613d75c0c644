import HTTPTypes
import Quantities
import Questions
import Railways
import Reporting

extension Endpoint {
  /// The course between places.
  static let route = Endpoint(
    method: .get, path: "/v1/route",
    summary: "Find the way between places, by rail or by air.",
    parameters: [
      .from, .to, Parameter("via", "A place to pass, in order.", example: "ussuriysk").list,
      Parameter(
        "mode", .choice(RouteQuestion.Mode.allCases.map(\.rawValue)), "By rail or by air.",
        example: "rail"),
      .network,
    ] + conditions + [
      Parameter("explain", .flag, "Every section of the way.", example: "false"),
      Parameter(
        "date", "Of moving features: the day on which it begins.", example: "2019-04-24"),
      Parameter(
        "depart", "Of moving features: when it begins, by the clocks of the place.",
        example: "11:40"),
      Parameter(
        "average", .number(1...4_000), "Of moving features: the average speed in km/h.",
        example: "55"),
      CourseDocument.formats.parameter,
    ],
    successes: [Success(words: "The way.", types: CourseDocument.formats.types(json: "Route"))],
    problems: [.unprocessableContent]
  ) { call in
    let (arguments, service) = (call.arguments, call.service)
    let question = try routeQuestion(arguments)
    let format = CourseDocument.formats.asked(by: call)
    let motion = MotionTexts(
      date: arguments.text("date"), departure: arguments.text("depart"),
      average: arguments.number("average"))
    let text = try await service.queue.run { _ in
      let network = try arguments.text("network").map { try service.network($0) }
      let document = try asking { () throws(QuestionError) in
        try question.answer(in: service.world, on: network).document(
          as: format.file, moving: motion)
      }
      return try Answer.text(of: document, as: format)
    }
    return Answer.written(text, format.file)
  }

  /// Under which conditions a course by rail is sought.
  private static let conditions = [
    Parameter("avoid", "A place, a country or line:NAME not to pass.", example: "country:CN").list,
    Parameter(
      "gauge", .whole(180...2_500), "The gauge in mm that the train is bound to.", example: "1520"),
    Parameter(
      "alternatives", .whole(1...20), "This many ways that really differ.", example: "1"),
    Parameter(
      "objective", .choice(RailQuery.Objective.allCases.map(\.rawValue)),
      "With a network: the shortest or the fastest.", example: "shortest"),
    Parameter(
      "max_speed", .number(1...1_000), "Of the fastest: the train's own greatest speed in km/h.",
      example: "80"),
    snap,
    Parameter("electrified", .flag, "Electrified track only.", example: "false"),
    Parameter(
      "recorded_breaks_only", .flag, "No change of gauge where nobody records one.",
      example: "false"),
    Parameter(
      "trams", .flag, "With a network: trams, light rail and metro too.", example: "false"),
  ]

  private static func routeQuestion(_ arguments: Arguments) throws(Problem) -> RouteQuestion {
    var query = RailQuery(
      stops: [try arguments.required("from")] + arguments.texts("via")
        + [try arguments.required("to")])
    query.avoided = arguments.texts("avoid").map { RailAvoidance($0) }
    query.gauge = arguments.whole("gauge").map { Gauge(millimeters: $0) }
    query.alternatives = arguments.whole("alternatives") ?? query.alternatives
    query.objective =
      arguments.text("objective").flatMap(RailQuery.Objective.init) ?? query.objective
    query.trainSpeed = arguments.number("max_speed").map { .kilometersPerHour($0) }
    query.snapLimit = arguments.number("snap").map { .kilometers($0) }
    query.needsElectrification = arguments.flag("electrified")
    query.recordedBreaksOnly = arguments.flag("recorded_breaks_only")
    query.furtherKinds = arguments.flag("trams") ? RailQuery.urbanKinds : []
    var question = RouteQuestion(query)
    question.mode = arguments.text("mode").flatMap(RouteQuestion.Mode.init) ?? question.mode
    question.explain = arguments.flag("explain")
    return question
  }
}
