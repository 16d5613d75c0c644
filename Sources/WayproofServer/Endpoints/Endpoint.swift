import HTTPTypes
import Hummingbird
import NIOCore
import Reporting

/// One thing that the service does: how it is asked, what it says of itself, and how it answers.
struct Endpoint: Sendable {
  enum Body: Sendable {
    case none
    /// Text of one of some media types, the first if none is told.
    case text([String], example: String)
    /// An object of JSON.
    case fields([Parameter])
  }

  /// One answer that is not a problem.
  struct Success: Sendable {
    var status: HTTPResponse.Status = .ok
    let words: String
    /// Media types, each with the name of its schema, if it has one.
    let types: [(type: String, schema: String?)]
    var headers: [(name: String, words: String)] = []
  }

  let method: HTTPRequest.Method
  /// As `/v1/cases/{id}`.
  let path: String
  let summary: String
  var parameters: [Parameter] = []
  var body = Body.none
  /// How many times as much as others its body may have.
  var bodies = 1
  let successes: [Success]
  /// The problems that it may answer with, beside those that every endpoint may.
  var problems: [HTTPResponse.Status] = []
  let answer: @Sendable (Call) async throws -> Response
}

/// A request to an endpoint, read and checked.
struct Call: Sendable {
  let service: Service
  let arguments: Arguments
  /// What the body gave, where it is an object of fields.
  let fields: Arguments
  /// The body, where it is text.
  let text: [UInt8]
  /// The media type that the body is said to have, without its parameters; empty where none is told.
  let type: String
  let accept: String
  fileprivate let context: ServiceContext

  /// Does some work, which ends when whoever asked has gone.
  func whileAsked<Value: Sendable>(
    _ work: @escaping @Sendable () async throws -> Value
  ) async throws -> Value {
    let task = Task(operation: work)
    context.whenGone { task.cancel() }
    return try await withTaskCancellationHandler {
      try await task.value
    } onCancel: {
      task.cancel()
    }
  }

  /// Ends a task when whoever asked has gone.
  func whenGone(cancel task: Task<Void, Never>) { context.whenGone { task.cancel() } }
}

extension Endpoint {
  /// Hands requests over to the endpoint.
  func add(to router: Router<ServiceContext>, _ service: Service) {
    router.on(RouterPath(path), method: method) { request, context in
      let arguments = try Arguments.of(request, context, parameters)
      let bytes = try await bytes(request, service.settings.limits)
      var fields = try Arguments([], of: [])
      if case .fields(let known) = body {
        // Large ones take long, and connections must be served meanwhile.
        fields = try await service.queue.run { _ in try Arguments.of(json: bytes, known) }
      }
      return try await answer(
        Call(
          service: service, arguments: arguments, fields: fields, text: bytes,
          type: Self.essence(request.headers[.contentType]),
          accept: request.headers[.accept] ?? "", context: context))
    }
  }

  private func bytes(_ request: Request, _ limits: ServiceSettings.Limits) async throws -> [UInt8] {
    let types: [String]
    switch body {
    case .none: return []
    case .text(let known, _): types = known
    case .fields: types = ["application/json"]
    }
    try check(type: Self.essence(request.headers[.contentType]), among: types)
    if let coding = request.headers[.contentEncoding], coding.lowercased() != "identity" {
      throw Problem(
        .unsupportedMediaType, "the body is packed as '\(coding.prefix(40))'; send it as it is")
    }
    let most = limits.body * bodies
    let tooLarge = Problem(.contentTooLarge, "a body may have at most \(most) bytes")
    if let length = request.headers[.contentLength].flatMap(Int.init), length > most {
      throw tooLarge
    }
    return try await Self.within(limits.seconds) {
      do {
        let buffer = try await request.body.collect(upTo: most)
        return Array(buffer.readableBytesView)
      } catch is NIOTooManyBytesError {
        throw tooLarge
      } catch let cancelled as CancellationError {
        throw cancelled
      } catch {
        throw Problem(.badRequest, "the body broke off, or its parts are not as HTTP has them")
      }
    }
  }

  /// A media type without its parameters.
  private static func essence(_ type: String?) -> String {
    (type ?? "").split(separator: ";").first.map { $0.filter { $0 != " " }.lowercased() } ?? ""
  }

  private func check(type essence: String, among known: [String]) throws(Problem) {
    // Programs that send a file without thinking of its type say one of these.
    let loose = ["", "application/x-www-form-urlencoded", "application/octet-stream"]
    if case .text = body, loose.contains(essence) { return }
    guard known.contains(essence) else {
      throw Problem(
        .unsupportedMediaType,
        "the body is '\(essence.prefix(60))', and \(known.joined(separator: ", ")) is read here")
    }
  }

  /// A client that sends its body slower than this is told so.
  private static func within<Value: Sendable>(
    _ seconds: Double, _ work: @escaping @Sendable () async throws -> Value
  ) async throws -> Value {
    try await withThrowingTaskGroup(of: Value.self) { group in
      group.addTask { try await work() }
      group.addTask {
        try await Task.sleep(for: .seconds(seconds))
        throw Problem(.requestTimeout, "the body did not come within \(Numbers.seconds(seconds))")
      }
      defer { group.cancelAll() }
      guard let first = try await group.next() else { throw CancellationError() }
      return first
    }
  }
}
