import Casework
import HTTPTypes
import Questions
import Reporting

extension Endpoint {
  /// Where something can have been.
  static let reach = Endpoint(
    method: .post, path: "/v1/reach",
    summary:
      "Say where the vehicle of a case can have been between the moments at which that is known.",
    parameters: [
      Parameter("journey", "The journey by its id, if the case has several.", example: "out"),
      Parameter(
        "at", "The moment that is asked about, in the words of a case.",
        example: "2019-04-24 08:00 KST"),
      Parameter(
        "by", "In place of at: as far as it can have come at any time up to this moment.",
        example: "noon, 24 April 2019"),
      Parameter(
        "speed", "In place of the speeds that are known of its vehicle.", example: "80km/h"),
      Parameter("without", "A claim that is left out.", example: "max-60").list,
      ReachReport.formats.parameter, .network.list,
    ],
    body: .text(["application/yaml", "text/html", "text/plain"], example: Examples.caseFile),
    successes: [Success(words: "The areas.", types: ReachReport.formats.types())],
    problems: [.unprocessableContent]
  ) { call in
    let (arguments, service, bytes) = (call.arguments, call.service, call.text)
    var question = ReachQuestion()
    question.journey = arguments.text("journey")
    question.at = arguments.text("at")
    question.by = arguments.text("by")
    question.speed = arguments.text("speed")
    question.without = arguments.texts("without")
    let (format, networks) = (ReachReport.formats.asked(by: call), arguments.texts("network"))
    let text = try await service.queue.run { [question] _ in
      let (check, world) = (try service.question(bytes), try service.world(with: networks))
      let report = try asking { () throws(QuestionError) in
        try question.answer(of: check.model(in: world))
      }
      return try Answer.text(of: report, as: format)
    }
    return Answer.written(text, format.file)
  }
}
