import Casework
import Plausibility
import Claims

extension ClaimAccount {
  /// What a claim's conflicts leave for its value, where there are some, else what everything undisputed leaves; each
  /// interval once.
  var left: [Bounds] {
    let charged = conflicts.flatMap { conflict in
      conflict.repairs.first { $0.claim == claim.id }?.implications ?? []
    }
    return (charged.isEmpty ? implications : charged).map(\.implied).filter {
      $0.low <= $0.high && ($0.low > 0 || $0.high.isFinite)
    }.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }
}
