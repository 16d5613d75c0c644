import HTTPTypes
import Questions
import Reporting
import Travel

extension Endpoint {
  /// How likely a travel time is.
  static let estimate = Endpoint(
    method: .get, path: "/v1/estimate",
    summary: "How likely a travel time is if only likelihoods are known.",
    parameters: [
      Parameter(
        "distance", "The length of the way: a value or a distribution.",
        example: "hedged(about 1,180 km)"
      ).required,
      Parameter("speed", "The average speed while it moves.", example: "lognormal(55,1.2)km/h")
        .required,
      Parameter("stops", "Total time spent standing.", example: "triangular(1,2,6)h"),
      Parameter("claim", "A claimed time.", example: "about 20 hours").list,
      Parameter("samples", .whole(1...1_000_000), "How many samples to draw.", example: "10000"),
      Parameter("seed", .whole(0...Int.max), "Where the random numbers begin.", example: "1"),
      EstimateReport.formats.parameter,
    ],
    successes: [Success(words: "The estimate.", types: EstimateReport.formats.types())],
    problems: [.unprocessableContent]
  ) { call in
    let (arguments, service) = (call.arguments, call.service)
    var question = EstimateQuestion(
      distance: try arguments.required("distance"), speed: try arguments.required("speed"))
    question.stops = arguments.text("stops") ?? question.stops
    question.claims = arguments.texts("claim")
    question.samples = arguments.whole("samples") ?? question.samples
    question.seed = UInt64(max(0, arguments.whole("seed") ?? 1))
    let format = EstimateReport.formats.asked(by: call)
    let text = try await service.queue.run { [question] _ in
      let report = try asking { () throws(QuestionError) in
        try question.answer(under: service.world.usualProfile, service.world.grammar)
      }
      return try Answer.text(of: report, as: format)
    }
    return Answer.written(text, format.file)
  }
}
