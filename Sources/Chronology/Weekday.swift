/// A day of the week, Monday first as in ISO 8601.
public enum Weekday: String, CaseIterable, Sendable {
  case monday, tuesday, wednesday, thursday, friday, saturday, sunday

  /// The English name, such as `Wednesday`.
  public var name: String { rawValue.prefix(1).uppercased() + rawValue.dropFirst() }

  /// The day that begins or is a name such as `Wed` or `Wednesday`, in any case; nil for other words.
  public init?(name: some StringProtocol) {
    let word = name.lowercased()
    guard word.count >= 3,
      let day = Weekday.allCases.first(where: { $0.rawValue.hasPrefix(word) })
    else { return nil }
    self = day
  }

  /// The nearest day of this name on or before `date`, or on or after it where `ahead` is set.
  ///
  /// A report of Wednesday that says "on Wednesday" speaks of its own day.
  public func resolved(against date: CivilDate, ahead: Bool) -> CivilDate {
    let order = Weekday.allCases
    let own = order.firstIndex(of: self) ?? 0
    let its = order.firstIndex(of: date.weekday) ?? 0
    let forward = (own - its + 7) % 7
    let backward = (its - own + 7) % 7
    return date.advanced(byDays: ahead ? forward : -backward)
  }
}
