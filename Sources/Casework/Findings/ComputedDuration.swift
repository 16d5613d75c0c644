import Claims
import Wording

extension Rules {
  /// A duration that is a distance over a speed of the same case: worked out, not measured.
  enum ComputedDuration: DocketRule {
    static let summary =
      "a duration is just a distance divided by a speed that the reports give: worked out, not observed"
    static let threshold =
      "within 1 % or half its last significant digit, of claims that the same source makes or that name the "
      + "same ends"
    static let basis =
      "The Chosun Ilbo, 12 September 2023: 1,200 km at less than 60 km/h, \"so it takes more than 20 hours\""

    static func findings(_ docket: Docket) -> [Finding] {
      let claims = docket.claims.map(\.claim)
      return claims.compactMap { claim in
        guard case .duration(let duration, _, _) = claim.subject, duration.upperNumber == nil else {
          return nil
        }
        for way in claims {
          guard case .distance(let distance, _, _, _) = way.subject else { continue }
          for pace in claims {
            guard case .speed(let speed, _) = pace.subject, speed.si > 0,
              way.source == claim.source || pace.source == claim.source,
              isQuotient(duration, distance, speed)
            else { continue }
            return finding(
              .note,
              """
              "\(claim.quote)" looks worked out: \(distance.plain) at \(speed.plain) takes \
              \(distance.si / speed.si / 3_600, decimals: 1) h
              """,
              claims: [claim.id, way.id, pace.id])
          }
        }
        return nil
      }
    }

    private static func isQuotient(
      _ duration: HedgedValue, _ distance: HedgedValue, _ speed: HedgedValue
    ) -> Bool {
      let exact = distance.si / speed.si
      let room = max(0.01 * exact, duration.number.grain * duration.unit.siSize / 2)
      return abs(duration.si - exact) <= min(room, 0.03 * exact)
    }
  }
}
