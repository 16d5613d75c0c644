import Claims
import Figures

extension FigureTies.Context {
  /// What a speed belongs to.
  func speed(_ kind: SpeedClaim.Kind?) -> FigureTie {
    if hasNear(.limit, 8), !own.contains(where: { $0.what == .vehicle }) { return FigureTie(untied: .limit) }
    if kind == .average {
      if let pair = pair(in: own) { return leg(pair.from, pair.to, .averageOfJourney) }
      return strand == nil ? .none : journey(.averageOfJourney)
    }
    let isNamed = own.contains { $0.what == .vehicle }
    let reason: TieReason =
      mode == nil
      ? .unknownVehicle
      : isNamed
        ? .namedVehicle
        : has(.vehicle) ? .vehicleByMode : kind == .maximum ? .vehicleOfJourney : .speedOfJourney
    return tie(.vehicle, reason, mode: mode)
  }
}
