import Claims
import Plausibility

extension Rules {
  /// A contradicted speed that would fit if it were a speed of another kind.
  enum SpeedKind: DocketRule {
    static let summary =
      "a contradicted speed would fit as one of another kind: what a train cannot pass, what it runs at, and "
      + "what it makes with its stops are three speeds"
    static let threshold = "judged anew as each other kind, and fits"
    static let basis =
      "The Chosun Ilbo, 31 August 2010: \"well over 100 km/h\" at the most, run at \"around 60\""

    static func findings(_ docket: Docket) -> [Finding] {
      docket.claims.compactMap { account in
        guard account.verdict == .contradicted,
          case .speed(let value, let speed) = account.claim.subject,
          let run = docket.run(of: speed)
        else { return nil }
        let rescuing = SpeedClaim.Kind.allCases.filter { kind in
          guard kind != speed.kind else { return false }
          let other = SpeedClaim(
            kind: kind, vehicle: speed.vehicle.isEmpty ? run.vehicle : speed.vehicle,
            years: speed.years, from: run.from, to: run.to)
          return docket.account(of: account.claim, saying: .speed(value, other))?.verdict == .fits
        }
        guard !rescuing.isEmpty else { return nil }
        let names = rescuing.map(\.words).joined(separator: " or ")
        return finding(
          .note,
          "\"\(account.claim.quote)\" cannot hold as \(speed.kind.words); it would as \(names)",
          claims: [account.claim.id])
      }
    }
  }
}

extension SpeedClaim.Kind {
  /// The kind as a report says it.
  var words: String {
    switch self {
    case .maximum: "the most it can do"
    case .running: "the speed it runs at between stops"
    case .average: "the average with its stops"
    }
  }
}

extension Docket {
  /// Between which events a speed was made: its own, or the ends of its vehicle's journey.
  fileprivate func run(
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
