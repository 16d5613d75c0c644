import Claims
import Flights
import Gazetteer
import Plausibility
import Quantities
import Railways

/// Remarks that no verdict makes but a reader would want.
enum FindingRules {
  static func findings(
    caseFile: CaseFile, itineraries: [Itinerary], claims: [ClaimAccount]
  ) -> [Finding] {
    itineraries.flatMap { itinerary in itinerary.legs.flatMap { legFindings(itinerary, $0) } }
      + claims.compactMap { straightLineAsRoute($0) } + claims.compactMap { looseConversion($0) }
  }

  private static func legFindings(_ itinerary: Itinerary, _ leg: Leg) -> [Finding] {
    var findings: [Finding] = []
    if !leg.wayProblem.isEmpty {
      findings.append(
        Finding(
          code: "no-way-in-network", severity: .warning,
          message: "\(leg.title): \(leg.wayProblem); an interval from the geodesic stands in"))
    }
    if let path = leg.way?.path {
      findings += path.gaugeBreaks.map { change in
        let others = change.alternatives.map(\.text).joined(separator: ", ")
        return gaugeBreak(
          leg, "\(change.from) to \(change.to) at \(change.place)", change.site,
          others.isEmpty ? "" : "; it could also be at \(others)")
      }
      findings += path.reversals.map { reversal(leg, $0.place.text, $0.chainage) }
    }
    if let path = leg.way?.trackPath {
      findings += path.breaks.map { change in
        let (from, to) = (change.from.title, change.to.title)
        return gaugeBreak(leg, "\(from) to \(to) at \(change.title)", change.site, "")
      }
      findings += path.reversals.map { reversal(leg, $0.title, $0.chainage) }
    }
    if case .beyond(let way)? = leg.flight?.reach, let aircraft = leg.flight?.aircraft {
      findings.append(
        Finding(
          code: "beyond-range", severity: .warning,
          message:
            "\(leg.title): \(Int((way / 1_000).rounded())) km through the air are beyond the range of "
            + "\(aircraft.name), \(Int(aircraft.range.upperBound.kilometers)) km"))
    }
    return findings
  }

  private static func reversal(_ leg: Leg, _ place: String, _ chainage: Distance) -> Finding {
    Finding(
      code: "reversal", severity: .note,
      message: "\(leg.title): the train has to turn round at \(place), "
        + "\(Int(chainage.kilometers.rounded())) km on")
  }

  private static func gaugeBreak(
    _ leg: Leg, _ change: String, _ site: GaugeBreakSite, _ others: String
  ) -> Finding {
    let time =
      site.hours.least.map { least in
        "at least \(least) h" + (site.hours.most.map { ", at most \($0) h" } ?? "")
      } ?? "no measured time"
    return Finding(
      code: "gauge-break", severity: site.status == .unrecorded ? .warning : .note,
      message: "\(leg.title): \(change), \(site.method) (\(site.status.rawValue); \(time))\(others)"
    )
  }

  /// A distance that fits as a straight line and not along the track, told of a way by rail.
  private static func straightLineAsRoute(_ account: ClaimAccount) -> Finding? {
    guard case .distance(_, _, _, let kinds) = account.claim.subject,
      kinds.contains(.track) || kinds.contains(.road)
    else { return nil }
    let straight = account.implications.filter { $0.reading.hasPrefix("as the straight line") }
    let others = account.implications.filter { !$0.reading.hasPrefix("as the straight line") }
    guard straight.contains(where: \.meets), !others.isEmpty, !others.contains(where: \.meets)
    else { return nil }
    return Finding(
      code: "straight-line-as-route", severity: .warning,
      message: "\"\(account.claim.quote)\" is the straight line; no way over ground is that short",
      claims: [account.claim.id])
  }

  /// A bracketed conversion that is not the same value.
  private static func looseConversion(_ account: ClaimAccount) -> Finding? {
    let value: HedgedValue
    switch account.claim.subject {
    case .distance(let distance, _, _, _): value = distance
    case .speed(let speed, _): value = speed
    case .duration(let duration, _, _): value = duration
    default: return nil
    }
    guard let conversion = value.conversion else { return nil }
    let own = value.number.value * value.unit.siSize
    guard own > 0 else { return nil }
    let gap = (conversion.siValue - own) / own
    let printed = conversion.number.value
    let exact = own / conversion.unit.siSize
    guard abs(exact - printed) > conversion.number.lastDigit / 2 else { return nil }
    let percent = (abs(gap) * 1_000).rounded() / 10
    return Finding(
      code: "loose-conversion", severity: abs(gap) > 0.05 ? .warning : .note,
      message: "\(clean(value.number.value)) \(value.unit.symbol) is "
        + "\(clean((exact * 10).rounded() / 10)) \(conversion.unit.symbol), printed as "
        + "\(clean(printed)): off by \(percent) %",
      claims: [account.claim.id])
  }

  private static func clean(_ value: Double) -> String {
    value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : String(value)
  }
}
