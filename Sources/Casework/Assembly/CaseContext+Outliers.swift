import Chronology
import Claims
import Flights
import Geodesy
import PositionTracks
import Quantities
import TrainMotion
import Travel

/// A position of a track that its vehicle cannot have come to from the others.
struct TrackOutlier: Hashable, Sendable {
  let index: Int
  let point: PositionTrack.Point
  /// From the nearer of the positions before and after it.
  let aside: Distance
  /// The speed beyond which it would have had to go.
  let limit: Speed
}

extension CaseContext {
  /// The outliers of a claimed track, for each limit of speed that some are beyond: what no vehicle of its kind passes, what
  /// the kind passes in service, and what claims say that this one could do.
  func outliers(of claim: Claim) -> [[TrackOutlier]] {
    guard case .track(let said) = claim.subject, let track = tracks[said.file],
      let journey = caseFile.journeys.first(where: { $0.id == said.journey })
    else { return [] }
    let error = Distance.meters(said.radius)
    var told: Set<[Int]> = []
    return limits(of: journey).compactMap { limit in
      let left = track.outliers(beyond: limit, error: error)
      guard !left.isEmpty, told.insert(left).inserted else { return nil }
      return left.map { index in
        TrackOutlier(
          index: index, point: track.points[index],
          aside: track.distanceAside(of: index, without: left), limit: limit)
      }
    }
  }

  /// The two positions of a claimed track between which it goes faster than no vehicle of its kind ever did; nil where there
  /// are none, or outliers explain them.
  func impossibleJump(
    of claim: Claim
  ) -> (from: PositionTrack.Point, to: PositionTrack.Point, speed: Speed)? {
    guard case .track(let said) = claim.subject, let track = tracks[said.file],
      let journey = caseFile.journeys.first(where: { $0.id == said.journey }),
      let record = world.range(of: journey.mode, journey.vehicle)?.record,
      let jump = track.greatestJump(within: .infinity, error: .meters(said.radius)),
      jump.speed > record, outliers(of: claim).isEmpty
    else { return nil }
    return (track.points[jump.point - 1], track.points[jump.point], jump.speed)
  }

  /// The greatest first.
  private func limits(of journey: Journey) -> [Speed] {
    var limits: [Speed] = []
    if let range = world.range(of: journey.mode, journey.vehicle) {
      limits += [range.record, range.ceiling]
    }
    if journey.mode == .rail, !journey.vehicle.isEmpty,
      let train = world.train(named: journey.vehicle)
    {
      limits.append(train.ceiling)
    }
    for claim in caseFile.claims {
      guard case .speed(let value, let speed) = claim.subject, speed.kind == .maximum,
        !journey.vehicle.isEmpty, speed.vehicle == journey.vehicle,
        let most = value.interval(under: profile).upper
      else { continue }
      limits.append(.metersPerSecond(most))
    }
    return limits.sorted { $0 > $1 }
  }
}
