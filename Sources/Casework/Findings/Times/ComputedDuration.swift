import Claims
import Wording

extension Rules {
  /// A duration that is a distance over a speed of the same case: worked out, not measured.
  enum ComputedDuration: CaseRule {
    static let summary =
      "a duration is just a distance divided by a speed that the reports give: worked out, not observed"
    static let threshold =
      "within 1 % or half its last significant digit; its source gives the distance or the speed too"
    static let basis =
      "The Chosun Ilbo, 12 September 2023: 1,200 km at less than 60 km/h, \"so it takes more than 20 hours\""

    static func findings(_ context: FindingContext) -> [Finding] {
      let claims = context.claims.map(\.claim)
      let ways = claims.compactMap { way -> (way: Claim, distance: HedgedValue)? in
        if case .distance(let distance, _, _, _) = way.subject { (way, distance) } else { nil }
      }
      let paces = claims.compactMap { pace -> (pace: Claim, speed: HedgedValue)? in
        guard case .speed(let speed, _) = pace.subject, speed.siValue > 0 else { return nil }
        return (pace, speed)
      }
      let (lengths, speeds) = (ways.map(\.distance.siValue), paces.map(\.speed.siValue))
      return claims.compactMap { claim in
        guard case .duration(let duration, _, _) = claim.subject, duration.upperNumber == nil else {
          return nil
        }
        // Hundreds of claims have millions of such pairs.
        let (seconds, grain) = (duration.siValue, duration.number.grain * duration.unit.siSize)
        for (row, meters) in lengths.enumerated() {
          for (column, speed) in speeds.enumerated() {
            guard isQuotient(seconds, grain, meters / speed) else { continue }
            let ((way, distance), (pace, speed)) = (ways[row], paces[column])
            guard way.source == claim.source || pace.source == claim.source else { continue }
            return finding(
              .note,
              """
              "\(claim.quote)" looks worked out: \(distance.plain) at \(speed.plain) takes \
              \(time(distance.siValue / speed.siValue))
              """,
              claims: [claim.id, way.id, pace.id])
          }
        }
        return nil
      }
    }

    /// In hours, below one in minutes.
    private static func time(_ seconds: Double) -> Phrase {
      seconds < 3_600
        ? "\(seconds / 60, decimals: 0) min" : "\(seconds / 3_600, decimals: 1) h"
    }

    /// Whether a duration of a grain, in seconds, is an exact one, but for rounding.
    private static func isQuotient(_ seconds: Double, _ grain: Double, _ exact: Double) -> Bool {
      abs(seconds - exact) <= min(max(0.01 * exact, grain / 2), 0.03 * exact)
    }
  }
}
