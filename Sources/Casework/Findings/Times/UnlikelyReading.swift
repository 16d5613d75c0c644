import Claims
import Wording

extension Rules {
  /// A clock time that fits only if it is read as hardly anybody means it.
  enum UnlikelyReading: CaseRule {
    static let summary =
      "a clock time fits only twelve hours later than it is printed; that may be, and is seldom meant"
    static let threshold = "every other reading of it is excluded by what nobody disputes"
    static let basis = "a report of a train that left at 10:24 and came 492 km farther at 10:40"

    static func findings(_ context: FindingContext) -> [Finding] {
      context.claims.compactMap { account in
        guard let reading = account.unlikelyReading,
          let label = context.labels(of: account.claim.id)?[reading]
        else { return nil }
        return finding(
          .warning, "\"\(account.claim.quote)\" fits only \(label), which such words seldom mean",
          claims: [account.claim.id])
      }
    }
  }
}
