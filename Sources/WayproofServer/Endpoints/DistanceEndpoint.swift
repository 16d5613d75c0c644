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
    question.snap = arguments.number("snap").map { .kilometers($0) }
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
}
