import Quantities

extension Instant {
  /// Such as `2019-04-24 01:40:05 UTC`, to the second.
  public var utcText: String { "\(text(in: .utc)) UTC" }

  /// Such as `2019-04-24 11:40:05`, by the clocks of a zone.
  public func text(in zone: Zone) -> String {
    let (date, second) = zone.local(self)
    let whole = max(0, min(86_399, Int(held: second)))
    let parts = [whole / 3_600, whole / 60 % 60, whole % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
    return "\(date) \(parts.joined(separator: ":"))"
  }
}
