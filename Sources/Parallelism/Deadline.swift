import Synchronization

/// When a piece of work must end: at a moment, or when nobody waits for it any more.
public final class Deadline: Sendable {
  private let due: ContinuousClock.Instant
  private let isEnded = Atomic<Bool>(false)

  /// - Parameter seconds: from now on.
  public init(after seconds: Double) { due = ContinuousClock.now + .seconds(seconds) }

  /// Whether the work must end now.
  public var isOver: Bool { isEnded.load(ordering: .relaxed) || ContinuousClock.now >= due }

  /// Nobody waits for it any more.
  public func end() { isEnded.store(true, ordering: .relaxed) }
}
