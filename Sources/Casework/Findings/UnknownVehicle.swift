import Claims
import Quantities
import Wording

extension Rules {
  /// A train or an aircraft of a name that tells nothing of how fast it is.
  enum UnknownVehicle: CaseRule {
    static let summary =
      "a train or an aircraft bears a name that is not known: it is held against what any of its mode can do"
    static let threshold =
      "neither a type, a brand nor a vehicle of the case's own is called so"
    static let basis =
      "reports name trains such as the Glacier Express without saying what hauls them"

    static func findings(_ context: FindingContext) -> [Finding] {
      var told: Set<String> = []
      return context.caseFile.journeys.compactMap { journey in
        guard context.caseFile.ownVehicle(journey.vehicle) == nil,
          context.world.isUnknown(journey.vehicle, by: journey.mode),
          told.insert(journey.vehicle).inserted
        else { return nil }
        return finding(
          .note,
          """
          nothing is known of "\(journey.vehicle)": it may be anything that goes by \(term: journey.mode.rawValue); \
          'vehicles:' says how fast it is
          """)
      }
    }
  }
}
