public import Claims

/// How widely the words of claims are read.
public enum Widening: Sendable {
  case asTheyStand
  /// Every claim as widely as a profile still calls stretched.
  case toTheLimit(of: HedgeProfile)
  /// The claims at some positions stretched, all others as they stand.
  case stretchingEach([Int: Stretch])

  var isAsTheyStand: Bool {
    if case .asTheyStand = self { return true }
    return false
  }

  /// Whether it reads a member at some position loosely.
  func isLoose(_ member: Int) -> Bool {
    switch self {
    case .asTheyStand: false
    case .toTheLimit: true
    case .stretchingEach(let stretches): stretches[member] != nil
    }
  }

  func interval(_ interval: ClaimedInterval, of member: Int) -> ClaimedInterval {
    switch self {
    case .asTheyStand: interval
    case .toTheLimit(let profile): interval.stretchedToLimit(of: profile)
    case .stretchingEach(let stretches):
      stretches[member].map { interval.stretched(by: $0) } ?? interval
    }
  }
}
