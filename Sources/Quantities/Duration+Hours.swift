extension Duration {
  /// The duration in seconds, as a number for the kernels.
  public var inSeconds: Double {
    let (seconds, attoseconds) = components
    return Double(seconds) + Double(attoseconds) * 1e-18
  }

  /// A duration of `value` seconds, where a value beyond ±30,000 years is held there and NaN is 0,
  /// so that no input can trap.
  public static func clampedSeconds(_ value: Double) -> Duration {
    guard !value.isNaN else { return .zero }
    return .seconds(min(max(value, -1e12), 1e12))
  }

  /// A duration of `value` hours, held within the same limits.
  public static func hours(_ value: Double) -> Duration { .clampedSeconds(value * 3_600) }

  /// A duration of `value` minutes, held within the same limits.
  public static func minutes(_ value: Double) -> Duration { .clampedSeconds(value * 60) }
}

extension Distance {
  /// How long `distance` takes at a steady `speed`; nil where the speed is not positive.
  public func duration(at speed: Speed) -> Duration? {
    guard speed.metersPerSecond > 0 else { return nil }
    return .clampedSeconds(meters / speed.metersPerSecond)
  }

  /// The steady speed that covers this distance in `duration`; nil where that is not positive.
  public func speed(over duration: Duration) -> Speed? {
    let seconds = duration.inSeconds
    guard seconds > 0 else { return nil }
    return .metersPerSecond(meters / seconds)
  }
}
