import Foundation
import HTTPTypes
import Hummingbird
import NIOCore

/// Who may ask: only under the names that the service goes by (a page elsewhere could have its own name lead here), and
/// with a token where there are tokens. A browser changes nothing on behalf of other sites' pages.
struct Guard: RouterMiddleware {
  typealias Context = ServiceContext
  let settings: ServiceSettings

  func handle(
    _ request: Request, context: Context,
    next: (Request, Context) async throws -> Response
  ) async throws -> Response {
    try checkName(request.head)
    try checkOrigin(request)
    try checkToken(request)
    return try await next(request, context)
  }

  private static let host = HTTPField.Name("Host")

  func checkName(_ head: HTTPRequest) throws {
    // The first becomes the authority; a second one is left among the fields.
    guard Self.host.map({ head.headerFields[$0] == nil }) ?? true else {
      throw Problem(.badRequest, "the request has two names for the service (Host)")
    }
    guard let name = Self.name(of: head.authority ?? "") else {
      throw Problem(.badRequest, "the name of the service (Host) is none: write HOST or HOST:PORT")
    }
    let isKnown =
      (ServiceSettings.loopbackNames + settings.names).contains(name)
      || !settings.isLocal && Self.isAddress(name)
    guard isKnown else {
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

  /// A host without its port, in small letters; nil for what is none.
  ///
  /// Source: RFC 3986, 3.2.2 and 3.2.3.
  static func name(of authority: String) -> String? {
    let isBracketed = authority.hasPrefix("[")
    guard
      let end = isBracketed
        ? authority.firstIndex(of: "]").map(authority.index(after:))
        : authority.firstIndex(of: ":") ?? authority.endIndex
    else { return nil }
    let (host, rest) = (authority[..<end], authority[end...])
    let port = rest.dropFirst()
    guard !host.isEmpty, rest.isEmpty || rest.hasPrefix(":") && port.allSatisfy(\.isNumber),
      host.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || "-._:[]".contains($0)) })
    else { return nil }
    return host.lowercased()
  }

  /// Whether a host is the address of a machine: no page's name leads to an address.
  private static func isAddress(_ host: String) -> Bool {
    let bare = host.hasPrefix("[") ? String(host.dropFirst().dropLast()) : host
    return (try? SocketAddress(ipAddress: bare, port: 0)) != nil
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
