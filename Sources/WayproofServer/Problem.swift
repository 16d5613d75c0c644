import HTTPTypes
import Hummingbird
import Logging
import Questions
import Reporting

/// What is wrong with a request, as a problem document (RFC 9457).
struct Problem: Error {
  let status: HTTPResponse.Status
  let detail: String
  /// The parameter that it is about.
  var parameter: String?
  /// When it is worth asking again, in seconds.
  var retryAfter: Int?
  /// The methods that there are, for 405.
  var allowed: [HTTPRequest.Method] = []

  init(_ status: HTTPResponse.Status, _ detail: String, parameter: String? = nil) {
    self.status = status
    self.detail = detail
    self.parameter = parameter
  }

  /// A question that was understood, and cannot be answered.
  init(_ error: QuestionError) {
    let status: HTTPResponse.Status =
      error.condition == .tooManyClaims ? .contentTooLarge : .unprocessableContent
    self.init(status, error.text(\.parameterName), parameter: error.field?.parameterName)
  }

  var response: Response {
    // What is told back is the reader's own text, and may be of any length.
    let told = detail.count > 4_000 ? detail.prefix(4_000) + " …" : detail
    var fields: [String: JSONValue] = [
      "status": .whole(status.code), "title": .text(status.reasonPhrase), "detail": .text(told),
    ]
    if let parameter { fields["parameter"] = .text(parameter) }
    var response = Answer.json(.object(fields), status, type: "application/problem+json")
    if let retryAfter { response.headers[.retryAfter] = "\(retryAfter)" }
    if !allowed.isEmpty {
      response.headers[.allow] = allowed.map(\.rawValue).joined(separator: ", ")
    }
    if status == .unauthorized { response.headers[.wwwAuthenticate] = "Bearer" }
    return response
  }
}

/// Turns every failure into a problem document.
struct ProblemMiddleware: RouterMiddleware {
  typealias Context = ServiceContext

  func handle(
    _ request: Request, context: Context,
    next: (Request, Context) async throws -> Response
  ) async throws -> Response {
    let problem: Problem
    do { return try await next(request, context) } catch let known as Problem {
      problem = known
    } catch let error as any HTTPResponseError {
      problem = Problem(error.status, error.status.reasonPhrase)
    } catch is CancellationError {
      problem = Problem(.serviceUnavailable, "the service is being stopped")
    } catch {
      context.logger.error("unforeseen", metadata: ["error": "\(error)"])
      problem = Problem(.internalServerError, "something failed here; it is in the log")
    }
    var response = problem.response
    // An answer to HEAD has no body (RFC 9110, 9.3.2): the next one on the connection would begin with it.
    if request.method == .head { response.body = ResponseBody() }
    return response
  }
}

extension QuestionField {
  /// Its parameter, such as `max_speed`.
  fileprivate var parameterName: String { words.joined(separator: "_") }
}
