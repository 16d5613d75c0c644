import HTTPTypes
import Quantities
import Questions
import Reporting

extension Endpoint {
  /// How long a train needs.
  static let run = Endpoint(
    method: .get, path: "/v1/run",
    summary: "Estimate a train's running time.",
    parameters: [
      .from, .to,
      Parameter("train", "Of the library of trains.", example: "armoured-train"),
      Parameter(
        "stop", "A stop, in order; with what for (khasan=border) or how many minutes (khasan=60).",
        example: "khasan=60"
      ).list,
      Parameter(
        "change", "Where the train changes.", example: "ussuriysk=passenger-train"
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
}
