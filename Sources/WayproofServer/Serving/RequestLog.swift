import HTTPTypes
import Hummingbird
import Logging

/// One line for every request: what was asked and what came of it, never what was in it.
struct RequestLog: RouterMiddleware {
  typealias Context = ServiceContext

  func handle(
    _ request: Request, context: Context,
    next: (Request, Context) async throws -> Response
  ) async throws -> Response {
    let start = ContinuousClock.now
    let response = try await next(request, context)
    let level: Logger.Level = response.status.code >= 500 ? .warning : .info
    context.logger.log(
      level: level, "answered",
      metadata: [
        "method": "\(request.method.rawValue)",
        "path": "\(request.uri.path.prefix(200).debugDescription)",
        "status": "\(response.status.code)",
        "milliseconds": "\(Int(((ContinuousClock.now - start) / .milliseconds(1)).rounded()))",
        "client": "\(context.client ?? "")",
      ])
    return response
  }
}
