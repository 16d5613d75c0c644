import Hummingbird
import NIOCore

/// A request with where it comes from.
struct ServiceContext: RequestContext {
  var coreContext: CoreRequestContextStorage
  /// The address at the other end of the connection, without its port; nil in tests without one.
  let client: String?

  init(source: ApplicationRequestContextSource) {
    coreContext = .init(source: source)
    client = source.channel.remoteAddress?.ipAddress
  }
}
