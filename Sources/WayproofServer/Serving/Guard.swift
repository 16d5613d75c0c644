import Foundation
import HTTPTypes
import Hummingbird

/// Who may ask: only under the names that the service goes by (a page elsewhere could have its own name lead here), and
/// with a token where there are tokens. A browser changes nothing on behalf of other sites' pages.
struct Guard: RouterMiddleware {
  typealias Context = ServiceContext
  let settings: ServiceSettings

  func handle(
    _ request: Request, context: Context,
    next: (Request, Context) async throws -> Response
  ) async throws -> Response {
    try checkName(request)
    try checkOrigin(request)
    try checkToken(request)
    return try await next(request, context)
  }

  private func checkName(_ request: Request) throws {
    guard settings.isLocal || !settings.names.isEmpty else { return }
    let name = Self.name(of: request.head.authority ?? "")
    guard (ServiceSettings.loopbackNames + settings.names).contains(name) else {
      throw Problem(
        .misdirectedRequest,
        "the service does not go by the name '\(name)'; the setting names adds some")
    }
  }

  private func checkOrigin(_ request: Request) throws {
    guard request.method != .get, request.method != .head, request.method != .options,
      let origin = request.headers[.origin]
    else { return }
    let own = request.head.authority ?? ""
    let isOwn = origin == "http://\(own)" || origin == "https://\(own)"
    guard isOwn || settings.corsOrigin == "*" || settings.corsOrigin == origin else {
      throw Problem(
        .forbidden, "pages of '\(origin)' may not ask; the setting cors.origin allows one")
    }
  }

  private func checkToken(_ request: Request) throws {
    guard !settings.tokens.isEmpty, request.method != .options,
      !["/health", "/ready"].contains(request.uri.path)
    else { return }
    let sent = request.headers[.authorization] ?? ""
    guard sent.lowercased().hasPrefix("bearer ") else {
      throw Problem(.unauthorized, "send a token: Authorization: Bearer …")
    }
    let token = sent.dropFirst(7).trimmingCharacters(in: .whitespaces)
    // All are compared in whole, so that the time taken tells nothing.
    let isKnown = settings.tokens.reduce(false) { Self.isSame($1, token) || $0 }
    guard isKnown else { throw Problem(.unauthorized, "the token is not known here") }
  }

  /// A host without its port.
  private static func name(of authority: String) -> String {
    if authority.hasPrefix("["), let end = authority.firstIndex(of: "]") {
      return String(authority[...end])
    }
    return authority.split(separator: ":", maxSplits: 1).first.map(String.init) ?? ""
  }

  private static func isSame(_ one: String, _ other: String) -> Bool {
    let (left, right) = (Array(one.utf8), Array(other.utf8))
    var difference = UInt8(left.count == right.count ? 0 : 1)
    for index in left.indices {
      difference |= left[index] ^ (index < right.count ? right[index] : 0)
    }
    return difference == 0
  }
}
