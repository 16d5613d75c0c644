import Flights
import Quantities
import Wording

extension Rules {
  /// A flight that is longer than its type of aircraft can fly.
  enum BeyondRange: CaseRule {
    static let summary = "a flight is longer than its type of aircraft can fly without landing"
    static let threshold = "the least way flown exceeds the greatest range of the type"
    static let basis = "geo/aircraft/, the range of each type with its source"

    static func findings(_ context: FindingContext) -> [Finding] {
      context.itineraries.flatMap(\.legs).compactMap { leg in
        guard case .beyond(let way)? = leg.flight?.reach, let aircraft = leg.flight?.aircraft
        else { return nil }
        return finding(
          .warning,
          """
          \(leg.named): \(way / 1_000, decimals: 0) km through the air are beyond the range of \
          \(term: aircraft.name), \(aircraft.range.upperBound.kilometers.rounded(.down), decimals: 0) km
          """)
      }
    }
  }
}
