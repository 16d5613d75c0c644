import Casework
import HTTPTypes
import Hummingbird
import NIOCore
import Parallelism
import Questions
import Reporting
import Scenarios

extension Endpoint {
  /// What becomes of a case under other circumstances.
  static let whatIf = Endpoint(
    method: .post, path: "/v1/what-if",
    summary:
      "Vary what a case takes for granted: try, solve, simulate. Server-sent events tell the progress where they are accepted.",
    body: .fields([
      Parameter("case", .document, "The case file (YAML).", example: Examples.caseFile)
        .required,
      Parameter(
        "list", .flag, "Only tell the parameters that there are.", example: "false"),
      Parameter("set", "PARAMETER=VALUE that holds in every scenario.", example: "").list,
      Parameter("vary", "PARAMETER=VALUES.", example: "train.max_speed=40..80:20km/h").list,
      Parameter("one_at_a_time", .flag, "Each value by itself.", example: "false"),
      Parameter("show", "What to show, with commas.", example: "verdict"),
      Parameter("believe", "The only claims to believe, with commas.", example: ""),
      Parameter("solve", "The parameter whose value is looked for.", example: ""),
      Parameter("for", "What shall hold.", example: ""),
      Parameter("within", "Range to search, MIN..MAX.", example: ""),
      Parameter("simulate", .whole(1...1_000_000), "How many samples to draw.", example: ""),
      Parameter("draw", "PARAMETER=DISTRIBUTION.", example: "").list,
      Parameter("correlate", "PARAMETER,PARAMETER=NUMBER.", example: "").list,
      Parameter("sensitivity", .flag, "Which draw matters most.", example: "false"),
      Parameter(
        "seed", .whole(0...Int.max), "Where the random numbers begin.", example: "1"),
      Parameter("firm", .flag, "Leave estimates out.", example: "false"),
      Parameter("network", "An imported network to go by.", example: "").list,
    ]),
    successes: [
      Success(
        words: "The answer, with progress before it where events are accepted.",
        types: [("application/json", "WhatIf"), ("text/event-stream", nil)])
    ],
    problems: [.unprocessableContent]
  ) { call in
    let (service, fields) = (call.service, call.fields)
    guard call.accept.contains("text/event-stream") else {
      let text = try await call.whileAsked {
        try await service.queue.run(.long) { deadline in
          try service.whatIf(fields) { _, _ in !deadline.isOver }.text()
        }
      }
      return Answer.text(text, "application/json")
    }
    return service.whatIfEvents(call)
  }
}

extension Service {
  /// - Parameter progress: told how many scenarios are done of how many; false ends it.
  /// - Throws: `Problem`.
  func whatIf(
    _ fields: Arguments, _ progress: (Int, Int) -> Bool
  ) throws(Problem) -> JSONValue {
    let world = try world(with: fields.texts("network"))
    let asked = try question(Array(try fields.required("case").utf8))
    let model = try asking { () throws(QuestionError) in try asked.model(in: world) }
    if fields.flag("list") { return ScenarioDocument(model).parameters(ParameterList(model)) }
    let question = whatIfQuestion(fields)
    let plan = try asking { () throws(QuestionError) in try question.plan(for: model) }
    guard let answer = plan.answer(for: model, progress: progress) else {
      throw RequestQueue.late(settings.limits.seconds)
    }
    return answer
  }

  private func whatIfQuestion(_ fields: Arguments) -> WhatIfQuestion {
    var question = WhatIfQuestion()
    question.settings = fields.texts("set")
    question.vary = fields.texts("vary")
    question.oneAtATime = fields.flag("one_at_a_time")
    question.show = fields.text("show")
    question.believe = fields.text("believe")
    question.solve = fields.text("solve")
    question.condition = fields.text("for")
    question.within = fields.text("within")
    question.simulate = fields.whole("simulate")
    question.draw = fields.texts("draw")
    question.correlate = fields.texts("correlate")
    question.sensitivity = fields.flag("sensitivity")
    question.seed = UInt64(max(0, fields.whole("seed") ?? 1))
    question.firm = fields.flag("firm")
    question.limit = settings.limits.scenarios
    return question
  }

  /// Events `progress` with `done` and `of`, then one `answer` or one `problem`.
  ///
  /// Source: WHATWG HTML, 9.2 Server-sent events.
  func whatIfEvents(_ call: Call) -> Response {
    let fields = call.fields
    let (events, sender) = AsyncStream.makeStream(
      of: String.self, bufferingPolicy: .bufferingNewest(64))
    let work = Task {
      do {
        let text = try await queue.run(.long) { deadline in
          try whatIf(fields) { done, count in
            sender.yield(
              Self.event("progress", .object(["done": .whole(done), "of": .whole(count)])))
            return !deadline.isOver
          }.text(isPretty: false)
        }
        sender.yield("event: answer\ndata: \(text.filter { $0 != "\n" })\n\n")
      } catch {
        let problem = error as? Problem ?? Problem(.internalServerError, "something failed here")
        sender.yield(
          Self.event(
            "problem",
            .object(["status": .whole(problem.status.code), "detail": .text(problem.detail)])))
      }
      sender.finish()
    }
    sender.onTermination = { _ in work.cancel() }
    call.whenGone(cancel: work)
    let body = ResponseBody { writer in
      for await event in events { try await writer.write(ByteBuffer(string: event)) }
      try await writer.finish(nil)
    }
    return Response(
      status: .ok, headers: [.contentType: "text/event-stream", .cacheControl: "no-store"],
      body: body)
  }

  private static func event(_ name: String, _ value: JSONValue) -> String {
    "event: \(name)\ndata: \(value.text(isPretty: false).filter { $0 != "\n" })\n\n"
  }
}
