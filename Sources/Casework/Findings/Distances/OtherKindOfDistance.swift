import Travel
import Quantities
import Claims
import Gazetteer
import Plausibility
import Wording

extension Rules {
  /// A contradicted distance that would fit if it were of another kind.
  enum OtherKindOfDistance: CaseRule {
    static let summary =
      "a contradicted distance would fit as one of another kind, such as the track for the straight line"
    static let threshold =
      "as the straight line or as a track that a network has, where its words do not name it, nothing disputes it"
    static let basis = "distances are typed: kinds are never compared silently"

    static func findings(_ context: FindingContext) -> [Finding] {
      context.claims.compactMap { account in
        guard account.verdict.isAgainst,
          case .distance(let value, let from, let to, let kinds) = account.claim.subject
        else { return nil }
        let rescuing = [DistanceKind.geodesic, .track].filter { kind in
          guard !kinds.contains(kind), context.isKnown(kind, from, to) else { return false }
          let subject = ClaimSubject.distance(value, from: from, to: to, kinds: [kind])
          return context.areFree([account.claim.with(subject)])
        }
        guard !rescuing.isEmpty else { return nil }
        let names = rescuing.map(\.words).joined(separator: " or ")
        return finding(
          .note, "\"\(account.claim.quote)\" would fit as \(names)", claims: [account.claim.id])
      }
    }
  }
}

extension FindingContext {
  /// Whether a kind of distance between some of the places is more than an estimate.
  fileprivate func isKnown(_ kind: DistanceKind, _ from: [String], _ to: [String]) -> Bool {
    from.compactMap { finder.found($0) }.contains { start in
      to.compactMap { finder.found($0) }.contains { end in
        world.distance(kind, from: start, to: end).map { $0.isHard || !$0.isEstimate } ?? false
      }
    }
  }
}
