import Claims
import Plausibility
import Quantities
import Travel
import Wording

/// Nobody keeps over a long way the speed that is reached for a moment: a marathon is not run as 100 metres are.
extension Assembly {
  /// No vehicle of its kind went so far in less time.
  mutating func addLongWay(_ leg: Leg, _ least: Distance, of journey: Journey) {
    guard journey.mode != .air, let law = longWay(least, from: leg, to: leg, of: journey),
      let speed = record(over: least, of: journey)
    else { return }
    add(
      Testimony(
        id: .named("long way \(leg.distanceID(in: journey).text)"), origin: .physics,
        strength: .hard,
        words: """
          \(leg.named): over so long a way no vehicle of its kind ever averaged more than \
          \(speed.kilometersPerHour, decimals: 0) km/h
          """,
        value: law))
  }

  /// That a way of at least so many metres between two events took as long as the best of its kind would; nil where no record
  /// is known.
  func longWay(
    _ least: Distance, from first: Leg, to last: Leg, of journey: Journey
  ) -> Constraint? {
    guard let speed = record(over: least, of: journey) else { return nil }
    return .elapsed(
      from: .stop(journey.id, first.start.id, journey.going),
      to: .stop(journey.id, last.end.id, journey.coming),
      ClaimedInterval(
        lower: least.meters / speed.metersPerSecond, upper: nil, shape: .atLeast))
  }

  private func record(over way: Distance, of journey: Journey) -> Speed? {
    guard caseFile.ownVehicle(journey.vehicle) == nil else { return nil }
    return world.range(of: journey.mode, journey.vehicle)?.record(over: way)
  }
}
