import Claims
import Plausibility
import Wording

extension Rules {
  /// A disputed speed that nothing would dispute if it were a speed of another kind.
  enum SpeedKind: CaseRule {
    static let summary =
      "a disputed speed would stand as one of another kind: what a train cannot pass, what it runs at, and what it "
      + "makes with its stops are three speeds"
    static let threshold =
      "it is in a conflict, and as a speed of the other kind in none; as a usual speed only from half of "
      + "what would be needed on"
    static let basis =
      "The Chosun Ilbo, 31 August 2010: \"well over 100 km/h\" at the most, run at \"around 60\""

    static func findings(_ context: FindingContext) -> [Finding] {
      context.claims.compactMap { account in
        guard case .speed(let value, let speed) = account.claim.subject,
          FindingContext.isDisputed(account.claim, context.conflicts)
        else { return nil }
        let rescuing = context.otherKinds(than: speed).filter {
          ($0.from != nil || context.isNearNeeded(value, account.claim))
            && context.areFree([account.claim.with(.speed(value, $0))])
        }
        guard !rescuing.isEmpty else { return nil }
        let names = rescuing.map(\.words).joined(separator: ", or as ")
        return finding(
          .note,
          "\"\(account.claim.quote)\" is disputed as \(speed.words); it would stand as \(names)",
          claims: [account.claim.id])
      }
    }
  }
}

extension SpeedClaim {
  /// The kind as a report says it.
  fileprivate var words: Phrase {
    switch kind {
    case .maximum: "the most it can do"
    case .running where from == nil: "the speed at which it usually runs, said of no stretch"
    case .running: "the speed it runs at between stops"
    case .average: "the average with its stops"
    }
  }
}

extension FindingContext {
  /// Whether a speed could be usual for a vehicle that would have had to make what its conflicts ask for: at least
  /// half of it.
  fileprivate func isNearNeeded(_ value: HedgedValue, _ claim: Claim) -> Bool {
    let needed = conflicts.compactMap { conflict in
      conflict.repairs.first { $0.claim == claim.id }?.value
    }
    return needed.allSatisfy { value.siValue >= $0 / 2 }
  }

  /// What else a speed may be: of its own events, or of its vehicle's journey from end to end.
  fileprivate func otherKinds(than speed: SpeedClaim) -> [SpeedClaim] {
    guard let run = run(of: speed) else { return [] }
    func other(_ kind: SpeedClaim.Kind, isOfJourney: Bool = true) -> SpeedClaim {
      SpeedClaim(
        kind: kind, vehicle: speed.vehicle.isEmpty ? run.vehicle : speed.vehicle,
        years: speed.years, from: isOfJourney ? run.from : nil, to: isOfJourney ? run.to : nil)
    }
    switch speed.kind {
    case .maximum: return [other(.running, isOfJourney: false), other(.average)]
    case .running: return [other(.maximum), other(.average)]
    case .average: return [other(.maximum), other(.running)]
    }
  }

  /// Between which events a speed was made: its own, or the ends of its vehicle's journey.
  private func run(
    of speed: SpeedClaim
  ) -> (vehicle: String, from: EventReference, to: EventReference)? {
    let journeys = caseFile.journeys
    if let from = speed.from, let to = speed.to, case .stop(let id, _, _) = from {
      return (journeys.first { $0.id == id }?.vehicle ?? "", from, to)
    }
    guard let journey = journeys.first(where: { $0.vehicle == speed.vehicle }),
      let first = journey.stops.first, let last = journey.stops.last
    else { return nil }
    return (
      journey.vehicle, .stop(journey: journey.id, stop: first.id, kind: .departure),
      .stop(journey: journey.id, stop: last.id, kind: .arrival)
    )
  }
}
