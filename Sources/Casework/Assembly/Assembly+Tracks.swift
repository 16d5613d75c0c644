import Chronology
import Claims
import Gazetteer
import Plausibility
import Quantities
import PositionTracks
import Wording

extension Assembly {
  /// A track bounds when its vehicle was at the stops that it comes to, how far it went between them, and how
  /// fast it could go.
  ///
  /// Outliers may be left out, which mends what they contradict: the track without them is a loose reading of it.
  mutating func addTrack(_ claim: Claim, _ said: TrackClaim) {
    guard let itinerary = itineraries.first(where: { $0.journey.id == said.journey }),
      let track = tracks[said.file]
    else { return }
    // A track has no words that could be stretched: it has no value, only what it entails.
    let ceiling = itinerary.journey.ceilingID
    func reading(_ track: PositionTrack, _ label: Phrase) -> Testimony.Reading? {
      let constraints = constraints(of: track, said, itinerary)
      guard !constraints.isEmpty else { return nil }
      return .init(label: label, value: .atLeast(ceiling, ceiling), others: constraints)
    }
    let loose = context.outliers(of: claim).compactMap { outliers in
      track.without(outliers.map(\.index)).flatMap { reading($0, Self.without(outliers)) }
    }
    guard let whole = reading(track, "") else { return }
    add(claim, [whole], loosely: loose)
  }

  /// How many outliers are named one by one.
  private static let named = 3

  /// Such as "without the position of 2024-05-06 10:01:05 UTC".
  private static func without(_ outliers: [TrackOutlier]) -> Phrase {
    guard outliers.count <= named else { return "without \(outliers.count) positions" }
    let times = outliers.map { $0.point.time.utcText }.joined(separator: ", ")
    return outliers.count == 1
      ? "without the position of \(term: times)" : "without the positions of \(term: times)"
  }

  private func constraints(
    of track: PositionTrack, _ said: TrackClaim, _ itinerary: Itinerary
  ) -> [Constraint] {
    let error = Distance.meters(said.radius)
    let passings = itinerary.places.passings(of: track, error: error)
    var constraints: [Constraint] = []
    for (index, passing) in passings.enumerated() {
      guard let passing else { continue }
      constraints += times(at: index, passing, of: itinerary.journey)
    }
    for (index, leg) in itinerary.legs.enumerated() where leg.way != nil || leg.flight != nil {
      guard let start = passings[index], let end = passings[index + 1] else { continue }
      constraints.append(
        .within(
          leg.distanceID(in: itinerary.journey),
          way(track, from: start, to: end, leg, error)))
    }
    if itinerary.journey.mode != .air, let speed = track.greatestSpeed(over: 60, error: error) {
      constraints.append(
        .within(
          itinerary.journey.ceilingID,
          ClaimedInterval(lower: speed.metersPerSecond, upper: nil, shape: .atLeast)))
    }
    return constraints
  }

  /// The vehicle came before it was last inside, and left after it was first.
  private func times(
    at index: Int, _ passing: TrackPassing, of journey: Journey
  ) -> [Constraint] {
    let stop = journey.stops[index]
    let isAir = journey.mode == .air
    var constraints: [Constraint] = []
    if index > 0 {
      constraints.append(
        .moment(
          .stop(journey.id, stop.id, isAir ? .landing : .arrival),
          ClaimedInterval(
            lower: passing.before?.secondsSinceEpoch, upper: passing.last.secondsSinceEpoch,
            shape: passing.before == nil ? .atMost : .twoSided)))
    }
    if index < journey.stops.count - 1 {
      constraints.append(
        .moment(
          .stop(journey.id, stop.id, isAir ? .takeOff : .departure),
          ClaimedInterval(
            lower: passing.first.secondsSinceEpoch, upper: passing.after?.secondsSinceEpoch,
            shape: passing.after == nil ? .atLeast : .twoSided)))
    }
    return constraints
  }

  /// At least what was measured; where the points lie close, hardly more either.
  private func way(
    _ track: PositionTrack, from start: TrackPassing, to end: TrackPassing, _ leg: Leg,
    _ error: Distance
  ) -> ClaimedInterval {
    let (first, last) = (start.points.upperBound, end.points.lowerBound)
    let measured = track.length(between: first, and: last, error: error).meters
    let isClose = track.greatestGap(between: first, and: last) <= .kilometers(1)
    let ends = (leg.startPlace.extent + leg.endPlace.extent + error + error).meters
    // Short-cuts between points and errors of position are within 2 % at such spacing.
    return ClaimedInterval(
      lower: measured * 0.98 - 2 * error.meters, upper: isClose ? measured * 1.02 + 2 * ends : nil,
      shape: isClose ? .twoSided : .atLeast)
  }
}

extension [Place] {
  /// The stays of a track at places in their order; nil where it comes to one never, or too early.
  func passings(of track: PositionTrack, error: Distance) -> [TrackPassing?] {
    var start = 0
    return map { place in
      guard let coordinate = place.coordinate,
        let passing = track.passing(
          coordinate, within: Swift.max(place.extent, .meters(500)) + error, from: start)
      else { return nil }
      start = passing.points.upperBound
      return passing
    }
  }
}
