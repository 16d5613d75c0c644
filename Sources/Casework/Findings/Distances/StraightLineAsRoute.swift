import Travel
import Claims
import Gazetteer
import Plausibility
import Quantities
import Wording

extension Rules {
  /// A distance that is the straight line between its places and far too short for the way it is told of.
  enum StraightLineAsRoute: CaseRule {
    static let summary =
      "a distance reported for a route over ground is the straight line: somebody measured on a map"
    static let threshold =
      "the words hold the straight line between the places, or miss it by 1 % of it at most, and no "
      + "known way over ground fits"
    static let basis =
      "reports of 2019: 2,758 km \"by train\" to Hanoi is the geodesic, the line has over 4,000"

    static func findings(_ context: FindingContext) -> [Finding] {
      context.claims.compactMap { account in
        guard case .distance(let value, let from, let to, let kinds) = account.claim.subject,
          kinds.contains(.track) || kinds.contains(.road),
          let straight = context.straight(from, to, value),
          !context.fitsOverGround(account) || !context.knowsWay(from, to)
        else { return nil }
        let kilometers = (straight.kilometers * 10).rounded() / 10
        return finding(
          .warning,
          """
          "\(account.claim.quote)" is the straight line, \(kilometers, decimals: kilometers == kilometers.rounded() ? 0 : 1) km; \
          no way over ground is that short
          """, claims: [account.claim.id])
      }
    }
  }
}

extension FindingContext {
  /// Whether a reading as a way over ground fits, or none was tried.
  fileprivate func fitsOverGround(_ account: ClaimAccount) -> Bool {
    let member = system.members.first { $0.id == .claim(account.claim.id) }
    let overGround = account.implications.filter { implication in
      member.map { !$0.readings[implication.reading].isStraightLine } ?? true
    }
    return overGround.contains(where: \.meets)
      || (overGround.isEmpty && !account.verdict.isAgainst)
  }

  /// Whether the network has a way between two of the places, so that its length is no mere estimate.
  fileprivate func knowsWay(_ from: [String], _ to: [String]) -> Bool {
    from.compactMap { finder.found($0) }.contains { start in
      to.compactMap { finder.found($0) }.contains { end in
        world.distance(.track, from: start, to: end)?.isEstimate == false
      }
    }
  }

  /// The straight line that a distance's words hold, or all but hold.
  fileprivate func straight(_ from: [String], _ to: [String], _ value: HedgedValue) -> Distance? {
    let interval = value.interval(under: profile)
    for start in from.compactMap({ finder.found($0) }) {
      for end in to.compactMap({ finder.found($0) }) {
        guard let line = world.distance(.geodesic, from: start, to: end),
          let least = line.interval.lower?.meters, let most = line.interval.upper?.meters
        else { continue }
        let room = 0.01 * line.central.meters
        if let upper = interval.upper, upper < least - room { continue }
        if let lower = interval.lower, lower > most + room { continue }
        guard interval.lower != nil, interval.upper != nil else { continue }
        return line.central
      }
    }
    return nil
  }
}

extension Reading {
  /// Whether it takes a claim to speak of a straight line.
  fileprivate var isStraightLine: Bool {
    if case .within(.distance(.geodesic, _, _), _) = value { return true }
    return false
  }
}
