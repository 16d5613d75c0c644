/// What the words of a claim allow, in SI, and the way in which it can be stretched.
public struct ClaimedInterval: Hashable, Sendable {
  /// How the interval came about, which decides how it is widened.
  public enum Shape: String, Sendable {
    /// A number with something on both sides: widened about its centre by a factor.
    case twoSided
    /// "at most": the bound moves up by a share of itself.
    case atMost
    /// "never more than": a limit that is stated as one. It moves as "at most" does, and beside figures that print numbers
    /// by no more than its own printing leaves open.
    case limit
    /// "at least": the bound moves down by a share of itself.
    case atLeast
    /// A weekday or a part of the day: each side moves out by hours.
    case window
  }

  /// Metres, metres a second, seconds, or seconds since 1970 UTC.
  public let lower: Double?
  public let upper: Double?
  public let shape: Shape
  /// Of a limit, the share of it that its printing leaves open: half its grain.
  public let slack: Double

  public init(lower: Double?, upper: Double?, shape: Shape, slack: Double = 0) {
    self.lower = lower
    self.upper = upper
    self.shape = shape
    self.slack = slack
  }

  /// Nothing is said.
  public static let open = ClaimedInterval(lower: nil, upper: nil, shape: .twoSided)

  /// The interval read more widely by a stretch.
  public func stretched(by stretch: Stretch) -> ClaimedInterval {
    switch (stretch, shape) {
    case (.factor(let factor), .twoSided):
      guard let lower, let upper else { return self }
      let centre = (lower + upper) / 2
      let half = (upper - lower) / 2 * factor
      return ClaimedInterval(lower: centre - half, upper: centre + half, shape: shape)
    case (.share(let share), .atMost), (.share(let share), .limit):
      return ClaimedInterval(
        lower: lower, upper: upper.map { $0 * (1 + share) }, shape: shape, slack: slack)
    case (.share(let share), .atLeast):
      return ClaimedInterval(lower: lower.map { $0 * (1 - share) }, upper: upper, shape: shape)
    case (.hours(let hours), .window):
      return ClaimedInterval(
        lower: lower.map { $0 - hours * 3_600 }, upper: upper.map { $0 + hours * 3_600 },
        shape: shape)
    default: return self
    }
  }

  /// The interval read as widely as still counts as stretched.
  public func stretchedToLimit(of profile: HedgeProfile) -> ClaimedInterval {
    stretched(by: limit(of: profile))
  }

  /// The greatest stretch that still counts as one.
  public func limit(of profile: HedgeProfile) -> Stretch {
    switch shape {
    case .twoSided: .factor(profile.stretchFactorLimit)
    case .atMost, .atLeast, .limit: .share(profile.oneSidedLimit)
    case .window: .hours(profile.windowLimitHours)
    }
  }

  /// The least stretch that makes this interval share a value with the one between `low` and `high`.
  ///
  /// Nil where none is needed, or where none would do.
  public func stretchNeeded(toReach low: Double?, _ high: Double?) -> Stretch? {
    if let high, let lower, high < lower { return stretch(down: high) }
    if let low, let upper, low > upper { return stretch(up: low) }
    return nil
  }

  private func stretch(down target: Double) -> Stretch? {
    guard let lower else { return nil }
    switch shape {
    case .twoSided:
      guard let upper, upper > lower else { return nil }
      return .factor(((lower + upper) / 2 - target) / ((upper - lower) / 2))
    case .atMost, .atLeast, .limit: return lower > 0 ? .share((lower - target) / lower) : nil
    case .window: return .hours((lower - target) / 3_600)
    }
  }

  private func stretch(up target: Double) -> Stretch? {
    guard let upper else { return nil }
    switch shape {
    case .twoSided:
      guard let lower, upper > lower else { return nil }
      return .factor((target - (lower + upper) / 2) / ((upper - lower) / 2))
    case .atMost, .atLeast, .limit: return upper > 0 ? .share((target - upper) / upper) : nil
    case .window: return .hours((target - upper) / 3_600)
    }
  }
}

/// How far a claim is read beyond what its words give.
public enum Stretch: Hashable, Sendable {
  /// The width about the centre, as a multiple of the profile's; 1 is no stretch.
  case factor(Double)
  /// The shift of a one-sided bound, as a share of it; 0 is no stretch.
  case share(Double)
  /// The shift of each side of a window, in hours; 0 is no stretch.
  case hours(Double)

  /// No stretch at all.
  public static let asWorded = Stretch.factor(1)

  /// Whether it stays within what a profile still calls stretched.
  public func isWithinLimit(of profile: HedgeProfile) -> Bool {
    effort(under: profile) <= 1 + 1e-9
  }

  /// The stretch as a share of the limit, so that unlike ones can be ranked: 0 none, 1 at the limit.
  public func effort(under profile: HedgeProfile) -> Double {
    switch self {
    case .factor(let factor):
      (factor - 1) / max(1e-9, profile.stretchFactorLimit - 1)
    case .share(let share): share / max(1e-9, profile.oneSidedLimit)
    case .hours(let hours): hours / max(1e-9, profile.windowLimitHours)
    }
  }
}
