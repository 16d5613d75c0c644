/// How two intervals lie to each other: a coarser table of the IEEE 1788 overlap states.
public enum IntervalRelation: String, CaseIterable, Sendable {
  /// One of the two holds no value.
  case empty
  /// All of the first is less than all of the second.
  case before
  /// They share the upper bound of the first, which is the lower bound of the second.
  case meets
  /// They share values, and the first begins and ends lower.
  case overlaps
  /// All of the first is in the second, which holds more.
  case within
  case equals
  /// All of the second is in the first, which holds more.
  case contains
  /// They share values, and the first begins and ends higher.
  case overlappedBy
  /// They share the lower bound of the first, which is the upper bound of the second.
  case metBy
  /// All of the first is greater than all of the second.
  case after

  /// The relation of the second to the first.
  public var inverse: IntervalRelation {
    switch self {
    case .empty, .equals: self
    case .before: .after
    case .meets: .metBy
    case .overlaps: .overlappedBy
    case .within: .contains
    case .contains: .within
    case .overlappedBy: .overlaps
    case .metBy: .meets
    case .after: .before
    }
  }
}

extension Interval {
  /// How this interval lies to `other`. A missing bound counts as beyond every value.
  public func relation(to other: Interval) -> IntervalRelation {
    if isEmpty || other.isEmpty { return .empty }
    if self == other { return .equals }
    if let upper, let lower = other.lower {
      if upper < lower { return .before }
      if upper == lower, self.lower != upper, other.upper != lower { return .meets }
    }
    if let lower, let upper = other.upper {
      if lower > upper { return .after }
      if lower == upper, self.upper != lower, other.lower != upper { return .metBy }
    }
    let beginsInside = Self.begins(self, notBefore: other)
    let endsInside = Self.ends(self, notAfter: other)
    switch (beginsInside, endsInside) {
    case (true, true): return .within
    case (false, false): return .contains
    case (false, true):
      return Self.ends(other, notAfter: self) ? .contains : .overlaps
    case (true, false):
      return Self.begins(other, notBefore: self) ? .contains : .overlappedBy
    }
  }

  private static func begins(_ one: Interval, notBefore other: Interval) -> Bool {
    guard let bound = other.lower else { return true }
    guard let lower = one.lower else { return false }
    return lower >= bound
  }

  private static func ends(_ one: Interval, notAfter other: Interval) -> Bool {
    guard let bound = other.upper else { return true }
    guard let upper = one.upper else { return false }
    return upper <= bound
  }
}
