import Claims
import Wording

extension Rules {
  /// Greatest speeds of one vehicle that are not one figure.
  enum CeilingsDiffer: CaseRule {
    static let summary =
      "sources give one vehicle different greatest speeds; each alone contradicts nothing, for a lower one keeps "
      + "the higher, but not all can be the greatest"
    static let threshold =
      "the greatest is over a tenth more than the least, beyond what two roundings explain"
    static let basis = "reports of 2023 on one train: 25 mph, 59, 60 and 80 km/h, 55 mph"

    static func findings(_ context: FindingContext) -> [Finding] {
      var groups: [String: [(claim: Claim, speed: HedgedValue)]] = [:]
      for account in context.claims {
        guard case .speed(let value, let speed) = account.claim.subject, speed.kind == .maximum
        else { continue }
        groups[speed.vehicle, default: []].append((account.claim, value))
      }
      return groups.sorted { $0.key < $1.key }.compactMap { _, group in
        let ordered = group.sorted { $0.speed.siValue < $1.speed.siValue }
        guard let least = ordered.first, let most = ordered.last,
          most.speed.siValue > 1.1 * least.speed.siValue
        else { return nil }
        return finding(
          .warning,
          """
          the greatest speed is \(least.speed.plain) for \(context.outlet(of: least.claim)) and \
          \(most.speed.plain) for \(context.outlet(of: most.claim)): not both
          """,
          claims: ordered.map(\.claim.id))
      }
    }
  }
}
