import Casework
import Claims
import Plausibility

/// What a reader in a hurry needs of a case: each report that is likeliest to be wrong, once, with the number that matters.
struct CaseSummary {
  /// One report that has something against it.
  struct Point {
    let account: ClaimAccount
    /// The shortest conflict that it is to blame for; nil if no other statement speaks against it, but the route does.
    let conflict: Conflict?
    /// What that conflict asks of it.
    var repair: Repair? { conflict?.repairs.first { $0.claim == account.claim.id } }
  }

  /// The gravest first.
  let points: [Point]
  /// Reports that hold only along the straight line.
  let crowFlies: [ClaimAccount]
  /// Reports that nothing speaks against.
  let consistent: [ClaimAccount]
  /// Reports that nothing could be held against.
  let untested: [ClaimAccount]

  init(_ dossier: Dossier) {
    points = Self.blamed(in: dossier) + Self.others(in: dossier)
    crowFlies = dossier.claims.filter { $0.verdict == .crowFlies }
    consistent = dossier.claims.filter { $0.verdict == .consistent }
    untested = dossier.claims.filter { $0.verdict == .untested }
  }

  /// For each conflict one that cannot stand whatever the others say, or the report that the simplest explanation of all
  /// conflicts names, or the one that it takes the least to change.
  private static func blamed(in dossier: Dossier) -> [Point] {
    var order: [Claim.ID] = []
    var shortest: [Claim.ID: Conflict] = [:]
    let cheapest = dossier.corrections.compactMap(\.list.first)
    let named = Set(cheapest.flatMap(\.parts).compactMap { dossier.members[$0.member]?.claim })
    for conflict in dossier.conflicts {
      let refuted = conflict.repairs.first {
        dossier.account(of: $0.claim)?.verdict == .contradicted
      }
      let explained = conflict.repairs.first { named.contains($0.claim) }
      guard let culprit = refuted ?? explained ?? conflict.repairs.first else { continue }
      let known = shortest[culprit.claim]
      if known == nil { order.append(culprit.claim) }
      // Against a firm conflict no weaker one is shown, however short.
      let isBetter = known.map {
        conflict.gravity == $0.gravity && conflict.claims.count < $0.claims.count
      }
      if isBetter ?? true { shortest[culprit.claim] = conflict }
    }
    return order.compactMap { id in
      dossier.account(of: id).map { Point(account: $0, conflict: shortest[id]) }
    }
  }

  /// Forecasts that were not borne out, and reports that the route itself refutes: the case's conflicts do not name them.
  private static func others(in dossier: Dossier) -> [Point] {
    let named = Set(dossier.conflicts.flatMap(\.claims))
    return dossier.claims.filter {
      ($0.verdict.isAgainst || $0.verdict == .unlikely || $0.verdict == .loose)
        && !named.contains($0.claim.id)
    }.map { Point(account: $0, conflict: $0.conflicts.first) }
  }
}
