import HTTPTypes
import Hummingbird

/// What browsers are told about every answer: scripts, styles, pictures and data come from here alone.
struct SecurityHeaders: RouterMiddleware {
  typealias Context = ServiceContext
  let settings: ServiceSettings

  func handle(
    _ request: Request, context: Context,
    next: (Request, Context) async throws -> Response
  ) async throws -> Response {
    var response = try await next(request, context)
    // A report brings a policy of its own, which is narrower still.
    if response.headers[.contentSecurityPolicy] == nil {
      response.headers[.contentSecurityPolicy] = policy
    }
    response.headers[.xContentTypeOptions] = "nosniff"
    for (name, value) in Self.fixed {
      if let field = HTTPField.Name(name) { response.headers[field] = value }
    }
    return response
  }

  private static let fixed = [
    ("Referrer-Policy", "same-origin"), ("X-Frame-Options", "DENY"),
    ("Cross-Origin-Opener-Policy", "same-origin"), ("Cross-Origin-Resource-Policy", "same-origin"),
    ("Permissions-Policy", "camera=(), geolocation=(), microphone=()"),
  ]

  private var policy: String {
    let tiles = settings.tiles.flatMap(Self.origin).map { " \($0)" } ?? ""
    return """
      default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:\(tiles); connect-src 'self'; \
      form-action 'self'; base-uri 'none'; frame-ancestors 'none'
      """
  }

  /// The scheme and host of an address.
  private static func origin(_ address: String) -> String? {
    let parts = address.split(separator: "/", maxSplits: 3, omittingEmptySubsequences: false)
    guard parts.count >= 3,
      parts[2].allSatisfy({ $0.isLetter || $0.isNumber || ".:-*{}".contains($0) })
    else { return nil }
    return "\(parts[0])//\(parts[2].replacing("{s}", with: "*"))"
  }
}
