import Wording

extension Rules {
  /// A leg for which no network has a way, so that an interval from the straight line stands in for it.
  enum NoWayInNetwork: CaseRule {
    static let summary =
      "no network has a way for a leg: its length is an interval from the straight line and usual detours"
    static let threshold = "always reported"
    static let basis = "coverage: what rests on an estimate must say so"

    static func findings(_ context: FindingContext) -> [Finding] {
      context.itineraries.flatMap(\.legs).filter { !$0.wayProblem.isEmpty }.map { leg in
        finding(
          .warning, "\(leg.named): \(leg.wayProblem); an interval from the geodesic stands in")
      }
    }
  }
}
