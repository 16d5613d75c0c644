import Travel
import Casework
import Datasets
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
import Reporting

/// The service with its settings, ready to be run.
///
/// - Parameter listening: is told the port once there is one, which settings may leave open.
func application(
  _ service: Service, logger: Logger, listening: @escaping @Sendable (Int) -> Void = { _ in }
) throws -> some ApplicationProtocol {
  let settings = service.settings
  let router = Router(context: ServiceContext.self, options: .autoGenerateHeadEndpoints)
  router.add(middleware: RequestLog())
  router.add(middleware: MetricsMiddleware())
  router.add(middleware: SecurityHeaders(settings: settings))
  router.add(middleware: ProblemMiddleware())
  if let origin = settings.corsOrigin { router.add(middleware: CORS.allowing(origin)) }
  router.add(middleware: RateLimit(rate: settings.limits.rate, proxies: settings.proxies))
  router.add(middleware: Guard(settings: settings))
  let endpoints = Endpoint.all
  router.add(middleware: WrongPath(endpoints: endpoints + Page.endpoints))
  let description = try OpenAPI(
    endpoints: endpoints, hasTokens: !settings.tokens.isEmpty,
    schemas: Endpoint.schemas(service.world.folder)
  ).document
  for endpoint in endpoints + Page.endpoints + [.description(description)] {
    endpoint.add(to: router, service)
  }
  let patience = TimeAmount.seconds(Int64(max(1, settings.limits.seconds.rounded(.up))))
  return Application(
    router: router,
    server: .http1(
      configuration: HTTP1Channel.Configuration(
        additionalChannelHandlers: [OtherEnd(patience: patience)], idleTimeout: patience)),
    configuration: ApplicationConfiguration(
      address: .hostname(settings.host, port: settings.port), serverName: ProgramVersion.name,
      availableConnectionsDelegate: MaximumAvailableConnections(settings.limits.connections)),
    onServerRunning: { channel in
      listening(channel.localAddress?.port ?? settings.port)
    },
    logger: logger)
}

extension Endpoint {
  /// What programs ask for.
  static let all: [Endpoint] =
    [
      .check, .reach, .read, .draft, .tree, .text, .whatIf, .estimate, .distance, .route, .run,
      .fly,
      .timetable, .places,
      .networks, .health, .ready,
      .metrics,
    ] + cases

  static func description(_ document: JSONValue) -> Endpoint {
    Endpoint(
      method: .get, path: "/v1/openapi.json", summary: "The endpoints, described for programs.",
      successes: []
    ) { _ in Answer.json(document) }
  }

  /// The schemas of answers, as the data folder has them.
  static func schemas(_ folder: DataFolder) throws -> [String: JSONValue] {
    try ["Dossier": "dossier-2", "Route": "route-2", "WhatIf": "what-if-1"].mapValues { name in
      let bytes = try DataFolder.bytes(
        of: folder.url.appendingPathComponent("schema/\(name).json"))
      return try JSONDecoder().decode(JSONValue.self, from: Data(bytes))
    }
  }
}

/// What browsers are told of pages of another origin.
enum CORS {
  static func allowing(_ origin: String) -> CORSMiddleware<ServiceContext> {
    CORSMiddleware(
      allowOrigin: origin == "*" ? .all : .custom(origin),
      allowHeaders: [.accept, .authorization, .contentType, .ifMatch, .ifNoneMatch],
      allowMethods: [.get, .post, .put, .delete, .head, .options],
      exposedHeaders: [HTTPField.Name.eTag.rawName, HTTPField.Name.location.rawName],
      maxAge: .seconds(600))
  }
}

/// Tells a path that is not there from one that is not asked so.
struct WrongPath: RouterMiddleware {
  typealias Context = ServiceContext
  let endpoints: [Endpoint]

  func handle(
    _ request: Request, context: Context,
    next: (Request, Context) async throws -> Response
  ) async throws -> Response {
    do { return try await next(request, context) } catch let error as HTTPError
      where error.status == .notFound
    {
      let methods = endpoints.filter { Self.matches($0.path, request.uri.path) }.map(\.method)
      guard !methods.isEmpty, !methods.contains(request.method) else {
        throw Problem(
          .notFound, "there is no '\(request.uri.path.prefix(100))' here; /docs lists what there is"
        )
      }
      var problem = Problem(
        .methodNotAllowed,
        "\(request.method.rawValue.prefix(20)) is not answered here; \(methods.map(\.rawValue).joined(separator: ", ")) is"
      )
      problem.allowed = methods
      throw problem
    }
  }

  private static func matches(_ pattern: String, _ path: String) -> Bool {
    let (one, other) = (pattern.split(separator: "/"), path.split(separator: "/"))
    return one.count == other.count
      && zip(one, other).allSatisfy { $0 == $1 || $0.hasPrefix("{") }
  }
}
