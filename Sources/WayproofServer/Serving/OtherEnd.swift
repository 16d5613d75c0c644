import NIOCore

/// Watches the other end of a connection: ends it where nothing of an answer is taken for too long, and tells when nobody is
/// there any more.
final class OtherEnd: ChannelInboundHandler, RemovableChannelHandler {
  typealias InboundIn = Never
  private let patience: TimeAmount
  private var alarm: Scheduled<Void>?
  private var isGone = false
  private var leaving: [@Sendable () -> Void] = []

  /// - Parameter patience: how long nothing may be taken.
  init(patience: TimeAmount) { self.patience = patience }

  func channelWritabilityChanged(context: ChannelHandlerContext) {
    if context.channel.isWritable {
      stop()
    } else if alarm == nil {
      watch(context, left: Self.left(context))
    }
    context.fireChannelWritabilityChanged()
  }

  func channelInactive(context: ChannelHandlerContext) {
    stop()
    leave()
    context.fireChannelInactive()
  }

  func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
    // Whoever sends no more reads no more either, but for programs that say so before they listen.
    if case ChannelEvent.inputClosed? = event as? ChannelEvent { leave() }
    context.fireUserInboundEventTriggered(event)
  }

  /// Does something as soon as nobody is there any more.
  private func whenGone(_ work: @escaping @Sendable () -> Void) {
    if isGone { work() } else { leaving.append(work) }
  }

  private func leave() {
    isGone = true
    let waiting = leaving
    leaving = []
    for work in waiting { work() }
  }

  /// Does something as soon as nobody is at the other end of a channel any more.
  static func whenGone(from channel: any Channel, _ work: @escaping @Sendable () -> Void) {
    channel.pipeline.handler(type: OtherEnd.self).assumeIsolatedUnsafeUnchecked().whenSuccess {
      $0.whenGone(work)
    }
  }

  func handlerRemoved(context: ChannelHandlerContext) { stop() }

  private func watch(_ context: ChannelHandlerContext, left: Int) {
    alarm = context.eventLoop.assumeIsolated().scheduleTask(in: patience) {
      let now = Self.left(context)
      if now < left { self.watch(context, left: now) } else { context.close(promise: nil) }
    }
  }

  private func stop() {
    alarm?.cancel()
    alarm = nil
  }

  /// How many bytes wait to be taken.
  private static func left(_ context: ChannelHandlerContext) -> Int {
    (try? context.channel.syncOptions?.getOption(.bufferedWritableBytes)) ?? 0
  }
}
