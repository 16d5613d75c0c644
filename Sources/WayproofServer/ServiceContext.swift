import Hummingbird
import NIOCore

/// A request with where it comes from.
struct ServiceContext: RequestContext {
  var coreContext: CoreRequestContextStorage
  /// The address at the other end of the connection, without its port; nil in tests without one.
  let client: String?
  private let channel: any Channel

  init(source: ApplicationRequestContextSource) {
    coreContext = .init(source: source)
    channel = source.channel
    client = channel.remoteAddress?.ipAddress
  }

  /// Does something as soon as whoever asked has gone.
  func whenGone(_ work: @escaping @Sendable () -> Void) {
    if client != nil { OtherEnd.whenGone(from: channel, work) }
  }
}
