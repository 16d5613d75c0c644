/// All values from a lower to an upper bound, both included; either bound may be missing.
///
/// An interval is not `Comparable`: whether one "is less" than another is not a yes or no. Ask for
/// its `relation(to:)` instead. After IEEE 1788-2015, without its decorations.
public struct Interval<Bound: Comparable & Sendable>: Sendable {
  /// The least value, or nil where nothing bounds it from below.
  public let lower: Bound?
  /// The greatest value, or nil where nothing bounds it from above.
  public let upper: Bound?
  /// Whether no value at all is in it.
  public let isEmpty: Bool

  private init(lower: Bound?, upper: Bound?, isEmpty: Bool) {
    self.lower = lower
    self.upper = upper
    self.isEmpty = isEmpty
  }

  /// The closed interval between two bounds, empty where they are in the wrong order.
  public init(from lower: Bound?, to upper: Bound?) {
    if let lower, let upper, lower > upper {
      self.init(lower: nil, upper: nil, isEmpty: true)
    } else {
      self.init(lower: lower, upper: upper, isEmpty: false)
    }
  }

  /// The interval that holds one value only.
  public init(exactly value: Bound) { self.init(lower: value, upper: value, isEmpty: false) }

  /// The interval with no value.
  public static var empty: Interval { Interval(lower: nil, upper: nil, isEmpty: true) }
  /// The interval of all values.
  public static var unbounded: Interval { Interval(lower: nil, upper: nil, isEmpty: false) }

  public static func atLeast(_ value: Bound) -> Interval { Interval(from: value, to: nil) }
  public static func atMost(_ value: Bound) -> Interval { Interval(from: nil, to: value) }

  /// Whether `value` lies within the bounds.
  public func contains(_ value: Bound) -> Bool {
    guard !isEmpty else { return false }
    if let lower, value < lower { return false }
    if let upper, value > upper { return false }
    return true
  }

  /// The values that are in both intervals.
  public func intersection(_ other: Interval) -> Interval {
    guard !isEmpty, !other.isEmpty else { return .empty }
    return Interval(
      from: [lower, other.lower].compactMap(\.self).max(),
      to: [upper, other.upper].compactMap(\.self).min())
  }

  /// The least interval that holds both.
  public func hull(_ other: Interval) -> Interval {
    guard !isEmpty else { return other }
    guard !other.isEmpty else { return self }
    var lowest: Bound?
    if let lower, let its = other.lower { lowest = min(lower, its) }
    var highest: Bound?
    if let upper, let its = other.upper { highest = max(upper, its) }
    return Interval(from: lowest, to: highest)
  }

  /// The interval of the converted bounds; `transform` must keep the order.
  public func map<Other>(_ transform: (Bound) -> Other) -> Interval<Other> {
    guard !isEmpty else { return .empty }
    return Interval<Other>(from: lower.map(transform), to: upper.map(transform))
  }
}

extension Interval: Equatable {}
extension Interval: Hashable where Bound: Hashable {}
