public import Quantities

/// How long a train needs over a length of track, as bounds and not as one number.
public struct RunningTime: Hashable, Sendable {
  /// Less than this is impossible: the least length at the ceiling, without a stop.
  public let fastest: Duration
  /// What the usual averages of such trains make of the length; nil where they are unknown.
  public let usual: Interval<Duration>?
}

extension Train {
  /// The running time over `length`, from distance over speed.
  ///
  /// - Parameters:
  ///   - length: the track, as an interval; where it has no lower bound the fastest time is zero.
  ///   - limit: a lower ceiling than the train's own, such as a line speed.
  public func runningTime(over length: Interval<Distance>, limit: Speed? = nil) -> RunningTime {
    let ceiling = limit.map { min($0, self.ceiling) } ?? self.ceiling
    let fastest = (length.lower ?? .zero).duration(at: ceiling) ?? .zero
    let least = usualSpeed.upper.flatMap { (length.lower ?? .zero).duration(at: $0) }
    let most = usualSpeed.lower.flatMap { speed in length.upper?.duration(at: speed) }
    return RunningTime(fastest: fastest, usual: Interval(from: least, to: most))
  }
}
