import Foundation
import HTTPTypes
import Hummingbird
import Synchronization

/// So many requests a second from one address beyond this machine: a bucket of tokens for each.
struct RateLimit: RouterMiddleware {
  typealias Context = ServiceContext
  private let rate: Double
  private let buckets = Buckets()

  /// So many addresses are remembered; with more, those that have been quiet are forgotten.
  private static let remembered = 10_000

  private let proxies: Set<String>

  /// - Parameter proxies: addresses beside those of this machine that tell for whom they ask.
  init(rate: Double, proxies: [String] = []) {
    self.rate = rate
    self.proxies = Set(proxies)
  }

  func handle(
    _ request: Request, context: Context,
    next: (Request, Context) async throws -> Response
  ) async throws -> Response {
    if let client = client(context.client, request.headers[values: Self.forwarded]), !take(client) {
      var problem = Problem(.tooManyRequests, "at most \(rate) requests a second are answered")
      problem.retryAfter = 1
      throw problem
    }
    return try await next(request, context)
  }

  /// Takes a token of an address; false where it has none left.
  func take(_ client: String, at now: ContinuousClock.Instant = .now) -> Bool {
    buckets.all.withLock { all in
      if all.count >= Self.remembered, all[client] == nil {
        all = all.filter { ($0.value.since.duration(to: now) / .seconds(1)) * rate < rate }
        if all.count >= Self.remembered { return false }
      }
      var bucket = all[client] ?? Buckets.Bucket(left: rate, since: now)
      let gained = (bucket.since.duration(to: now) / .seconds(1)) * rate
      bucket.left = min(max(1, rate), bucket.left + max(0, gained))
      bucket.since = now
      let isThere = bucket.left >= 1
      if isThere { bucket.left -= 1 }
      all[client] = bucket
      return isThere
    }
  }

  private static let forwarded = HTTPField.Name("X-Forwarded-For") ?? .from

  /// Who asks, by the address at the other end and, where that is a proxy's, by what it says; nil for this machine.
  ///
  /// Every proxy adds whom it heard from at the end: all before that of the first stranger is that stranger's word.
  func client(_ address: String?, _ forwarded: [String]) -> String? {
    guard let address else { return nil }
    let chain =
      forwarded.flatMap { $0.split(separator: ",") }
      .map { $0.trimmingCharacters(in: .whitespaces) } + [address]
    return chain.last { !Self.isLoopback($0) && !proxies.contains($0) }
  }

  static func isLoopback(_ address: String) -> Bool {
    address == "::1" || address.hasPrefix("127.") || address.hasPrefix("::ffff:127.")
  }

  private final class Buckets: Sendable {
    struct Bucket: Sendable {
      var left: Double
      var since: ContinuousClock.Instant
    }

    let all = Mutex<[String: Bucket]>([:])
  }
}
