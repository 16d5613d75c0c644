import Quantities
import Questions
import Railways
import Reporting

extension RecordDesk {
  /// How far places are apart.
  func distance(_ fields: RecordFields) throws(RecordFailure) -> RecordContent {
    var places = try fields.texts("places")
    if places.isEmpty { places = [try fields.required("from"), try fields.required("to")] }
    let question = DistanceQuestion(places: places)
    let report = try asking { () throws(QuestionError) in try question.answer(in: world) }
    return RecordContent(body: try content(report, in: DistanceReport.formats, fields))
  }

  /// The course between places.
  func route(_ fields: RecordFields) throws(RecordFailure) -> RecordContent {
    var query = RailQuery(
      stops: [try fields.required("from")] + (try fields.texts("via"))
        + [try fields.required("to")])
    query.avoided = try fields.texts("avoid").map { RailAvoidance($0) }
    query.gauge = try fields.whole("gauge").map { Gauge(millimeters: $0) }
    query.alternatives = try fields.whole("alternatives") ?? query.alternatives
    query.snapLimit = try fields.number("snap").map { .kilometers($0) }
    query.needsElectrification = try fields.flag("electrified")
    query.recordedBreaksOnly = try fields.flag("recorded_breaks_only")
    var question = RouteQuestion(query)
    question.mode = try fields.choice("mode", RouteQuestion.Mode.self) ?? question.mode
    question.explain = try fields.flag("explain")
    let motion = MotionTexts(
      date: try fields.text("date"), departure: try fields.text("depart"),
      average: try fields.number("average"))
    let format = try fields.text("format")
    let file = CourseDocument.formats.all.first { $0.name == format }?.file ?? .json
    let document = try asking { [question] () throws(QuestionError) in
      try question.answer(in: world).document(as: file, moving: motion)
    }
    return RecordContent(body: try content(document, in: CourseDocument.formats, fields))
  }

  /// How long a train needs.
  func run(_ fields: RecordFields) throws(RecordFailure) -> RecordContent {
    var question = RunQuestion(
      .between(try fields.required("from"), try fields.required("to")))
    question.train = try fields.text("train") ?? question.train
    question.stop = try fields.texts("stop")
    question.change = try fields.texts("change")
    question.maxSpeed = try fields.number("max_speed")
    question.limit = try fields.texts("limit")
    let report = try asking { [question] () throws(QuestionError) in
      try question.answer(in: world)
    }
    return RecordContent(body: try content(report, in: RunReport.formats, fields))
  }

  /// How long a flight takes.
  func fly(_ fields: RecordFields) throws(RecordFailure) -> RecordContent {
    var question = FlightQuestion(
      places: [try fields.required("from")] + (try fields.texts("via"))
        + [try fields.required("to")])
    question.aircraft = try fields.text("aircraft") ?? question.aircraft
    question.wind = try fields.texts("wind")
    question.altitude = try fields.text("altitude")
    question.date = try fields.text("date")
    question.depart = try fields.text("depart")
    question.takeOff = try fields.flag("take_off")
    let report = try asking { [question] () throws(QuestionError) in
      try question.answer(in: world)
    }
    return RecordContent(body: try content(report, in: FlightReport.formats, fields))
  }

  /// A travel log row by row.
  func logbook(_ fields: RecordFields) throws(RecordFailure) -> RecordContent {
    let bytes = try fields.requiredDocument("csv")
    let mode = try fields.text("by").map { text throws(RecordFailure) in
      guard let mode = TravelMode(named: text) else {
        throw RecordFailure("by '\(text.prefix(40))' is not a means of transport", field: "by")
      }
      return mode
    }
    let report = try asking { () throws(QuestionError) in
      var question = try LogbookQuestion(bytes, name: "the log")
      question.usualMode = mode
      return question.answer(in: world)
    }
    return RecordContent(body: try content(report, in: LogbookReport.formats, fields))
  }

  /// Pairs, one a line, each with its distances behind it.
  func pairs(_ fields: RecordFields) throws(RecordFailure) -> RecordContent {
    let table = PairTable(
      world: world, isLongitudeFirst: try fields.flag("lonlat"), threads: threads)
    var csv: [UInt8] = []
    var lines = 0
    var bad: [JSONValue] = []
    for piece in table.measure(Array(try fields.required("csv").utf8)) {
      csv += piece.output
      bad += piece.problems.map {
        .object(["line": .whole(lines + $0.line), "reason": .text($0.message)])
      }
      lines += piece.lines
    }
    let answer = JSONValue.object([
      "bad": .array(bad), "csv": .text(String(decoding: csv, as: UTF8.self)),
      "lines": .whole(lines),
    ])
    return RecordContent(body: .json(Array(answer.text(isPretty: false).utf8.dropLast())))
  }
}
