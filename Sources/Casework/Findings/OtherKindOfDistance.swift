import Claims
import Plausibility

extension Rules {
  /// A contradicted distance that would fit if it were of another kind.
  enum OtherKindOfDistance: DocketRule {
    static let summary =
      "a contradicted distance would fit as one of another kind, such as the road for the track"
    static let threshold = "judged anew as each kind that its words do not name, and fits"
    static let basis = "distances are typed: kinds are never compared silently"

    static func findings(_ docket: Docket) -> [Finding] {
      docket.claims.compactMap { account in
        guard account.verdict == .contradicted,
          case .distance(let value, let from, let to, let kinds) = account.claim.subject
        else { return nil }
        let rescuing = [DistanceKind.geodesic, .track, .road].filter { kind in
          guard !kinds.contains(kind) else { return false }
          let subject = ClaimSubject.distance(value, from: from, to: to, kinds: [kind])
          return docket.account(of: account.claim, saying: subject)?.verdict == .fits
        }
        guard !rescuing.isEmpty else { return nil }
        let names = rescuing.map(\.words).joined(separator: " or ")
        return finding(
          .note, "\"\(account.claim.quote)\" would fit as \(names)", claims: [account.claim.id])
      }
    }
  }
}
