import Quantities
public import Casework
public import Claims
public import Plausibility
import Wording

/// What a claim says of something that is varied or asked: a band on a chart's axis.
public struct ClaimBand: Hashable, Sendable {
  public let claim: Claim.ID
  /// What tells its reading from the others, such as `in Vladivostok time`; blank where there is one.
  public let reading: String
  /// In SI, or seconds since 1970; endless where nothing bounds it.
  public let bounds: Bounds
}

extension CaseModel {
  /// What the claims say of a parameter.
  public func bands(for parameter: CaseParameter) -> [ClaimBand] {
    switch parameter.target {
    case .ceiling(let journey):
      let vehicle = caseFile.journeys.first { $0.id == journey }?.vehicle ?? ""
      return caseFile.claims.compactMap { claim in
        guard case .speed(let value, let speed) = claim.subject, speed.kind == .maximum,
          speed.vehicle == vehicle
        else { return nil }
        return band(claim, value)
      }
    case .number(let id, _):
      return caseFile.claims.filter { $0.id == id }.compactMap { claim in
        claim.value.map { band(claim, $0) }
      }
    case .departure(let journey):
      guard let first = caseFile.journeys.first(where: { $0.id == journey })?.stops.first else {
        return []
      }
      return bands(for: .stop(journey: journey, stop: first.id, kind: .departure))
    case .way(let leg): return bands(forWayOf: leg)
    case .stay, .gaugeChange, .vehicle, .cars, .cruise, .wind, .place, .hedge, .zone, .belief:
      return []
    }
  }

  /// What the claims say of what is asked.
  public func bands(for measure: Measure) -> [ClaimBand] {
    switch measure.kind {
    case .window(let event): bands(for: event)
    case .running(let leg): bands(forTimeOf: leg)
    case .verdict, .claimVerdict, .possible: []
    }
  }

  private func bands(for event: EventReference) -> [ClaimBand] {
    let moment = caseFile.event(event)
    let outcome = outcome()
    return outcome.system.members.flatMap { member -> [ClaimBand] in
      guard let claim = member.claim else { return [] }
      return member.readings.enumerated().compactMap { place, reading in
        guard case .elapsed(.epoch, moment, let interval) = reading.value else { return nil }
        let label = outcome.titles.label(of: place, in: member.id)
        return ClaimBand(claim: claim, reading: label.english, bounds: Bounds(interval))
      }
    }
  }

  private func bands(forTimeOf leg: Circumstances.LegID) -> [ClaimBand] {
    guard let journey = caseFile.journeys.first(where: { $0.id == leg.journey }),
      journey.stops.indices.contains(leg.index + 1)
    else { return [] }
    let ends = [(leg.index, EventKind.departure), (leg.index + 1, .arrival)].map { place, kind in
      caseFile.event(.stop(journey: journey.id, stop: journey.stops[place].id, kind: kind))
    }
    return caseFile.claims.compactMap { claim in
      guard case .duration(let value, let from, let to) = claim.subject,
        caseFile.event(from) == ends[0], caseFile.event(to) == ends[1]
      else { return nil }
      return band(claim, value)
    }
  }

  private func bands(forWayOf leg: Circumstances.LegID) -> [ClaimBand] {
    guard let legs = itineraries.first(where: { $0.journey.id == leg.journey })?.legs,
      legs.indices.contains(leg.index)
    else { return [] }
    let ends = Set([legs[leg.index].start.name, legs[leg.index].end.name])
    return caseFile.claims.compactMap { claim in
      guard case .distance(let value, let from, let to, let kinds) = claim.subject,
        kinds.contains(where: { $0 != .geodesic }),
        from.contains(where: { one in to.contains { Set([one, $0]) == ends } })
      else { return nil }
      return band(claim, value)
    }
  }

  private func band(_ claim: Claim, _ value: HedgedValue) -> ClaimBand {
    ClaimBand(claim: claim.id, reading: "", bounds: Bounds(value.interval(under: profile)))
  }
}

extension Bounds {
  fileprivate init(_ interval: ClaimedInterval) {
    self.init(interval.lower ?? -.infinity, interval.upper ?? .infinity)
  }
}
