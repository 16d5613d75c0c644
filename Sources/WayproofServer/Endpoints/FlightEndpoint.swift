import HTTPTypes
import Quantities
import Questions
import Reporting

extension Endpoint {
  /// How long a flight takes.
  static let fly = Endpoint(
    method: .get, path: "/v1/fly",
    summary: "Estimate a flight's time, gate to gate.",
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
