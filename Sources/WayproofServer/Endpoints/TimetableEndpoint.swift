import HTTPTypes
import Questions
import Reporting

extension Endpoint {
  /// How a timetable stands to tracks and the laws of motion.
  static let timetable = Endpoint(
    method: .post, path: "/v1/timetable",
    summary: "Hold a timetable, a table of calls (CSV), against tracks and the laws of motion.",
    parameters: [
      Parameter("train", "Of the library of trains.", example: "passenger-train"),
      Parameter(
        "line_speed",
        "Line speeds in km/h to take where nobody gives them, in place of the country's.",
        example: "60..120"),
      Parameter("trip", "A trip of which every section is listed.", example: "one").list,
      .network.list, TimetableReport.formats.parameter,
    ],
    body: .text(["text/csv", "text/plain"], example: Examples.timetable),
    successes: [Success(words: "The check.", types: TimetableReport.formats.types())],
    problems: [.unprocessableContent]
  ) { call in
    let (arguments, service) = (call.arguments, call.service)
    var question = TimetableQuestion(.table(call.text, name: "the timetable"))
    question.train = arguments.text("train")
    question.lineSpeed = arguments.text("line_speed")
    question.trips = arguments.texts("trip")
    let format = TimetableReport.formats.asked(by: call)
    let text = try await call.whileAsked { [question] in
      try await service.queue.run(.long) { _ in
        let world = try service.world(with: arguments.texts("network"))
        let answer = try asking { () throws(QuestionError) in try question.answer(in: world) }
        return try Answer.text(of: answer.report, as: format)
      }
    }
    return Answer.written(text, format.file)
  }
}
