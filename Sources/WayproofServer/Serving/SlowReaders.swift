import NIOCore

/// Ends connections whose other end takes nothing of an answer for too long.
final class SlowReaders: ChannelInboundHandler, RemovableChannelHandler {
  typealias InboundIn = Never
  private let patience: TimeAmount
  private var alarm: Scheduled<Void>?

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
    context.fireChannelInactive()
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
