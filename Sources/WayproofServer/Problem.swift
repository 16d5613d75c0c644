import HTTPTypes
import Hummingbird
import Reporting

/// What is wrong with a request, as a problem document (RFC 9457).
struct Problem: Error {
  let status: HTTPResponse.Status
  let detail: String

  init(_ status: HTTPResponse.Status, _ detail: String) {
    self.status = status
    self.detail = detail
  }
}

/// Turns every failure into a problem document.
struct ProblemMiddleware<Context: RequestContext>: RouterMiddleware {
  func handle(
    _ request: Request, context: Context,
    next: (Request, Context) async throws -> Response
  ) async throws -> Response {
    do { return try await next(request, context) } catch let problem as Problem {
      return document(problem)
    } catch let error as any HTTPResponseError {
      return document(Problem(error.status, error.status.reasonPhrase))
    }
  }

  private func document(_ problem: Problem) -> Response {
    answer(
      problem.status,
      .object([
        "status": .whole(problem.status.code), "title": .text(problem.status.reasonPhrase),
        "detail": .text(problem.detail),
      ]), type: "application/problem+json")
  }
}
