import Chronology
import Gazetteer
import Geodesy
import Quantities

/// Two moments at which it is known where something was, a time between them, and how fast it can go.
struct ReachFrame {
  let before: Fix?
  let after: Fix?
  let moment: ClosedRange<Instant>?
  let isUntil: Bool
  let speed: Speed

  /// Everywhere that it can have been; nil where it cannot have come from the one place to the other.
  var area: ReachableArea? {
    let limits = limits
    return middles.lazy.compactMap { ReachableArea(limits: limits, around: $0) }.first
  }

  // MARK: Limits

  private var limits: [ReachableArea.Limit] {
    var limits: [ReachableArea.Limit] = []
    if let reach = reachBefore, let center = before?.place.coordinate {
      limits.append(.within(reach, of: center))
    }
    if let reach = reachAfter, let center = after?.place.coordinate {
      limits.append(.within(reach, of: center))
    }
    if isWhole, let whole, let start = before?.place.coordinate, let end = after?.place.coordinate {
      limits.append(.way(whole, from: start, to: end))
    }
    return limits
  }

  /// Whether any time between both counts, and not one moment alone.
  private var isWhole: Bool { moment == nil || isUntil }

  private func way(_ seconds: Double, _ fix: Fix) -> Distance {
    .meters(speed.metersPerSecond * max(0, seconds)) + fix.radius
  }

  /// How far from the place before it can have been.
  private var reachBefore: Distance? {
    guard let moment, let before else { return nil }
    return apart(moment, before)
  }

  private var reachAfter: Distance? {
    guard let moment, !isUntil, let after else { return nil }
    return apart(moment, after)
  }

  /// The longest that it can have been between a moment and a known one, whichever was first, gone at the speed.
  private func apart(_ moment: ClosedRange<Instant>, _ fix: Fix) -> Distance? {
    guard let earliest = fix.earliest, let latest = fix.latest else {
      // A moment that is bounded on one side alone bounds what lies on the other.
      if let earliest = fix.earliest, earliest <= moment.lowerBound, fix.latest == nil,
        fix.name == before?.name
      {
        return way(moment.upperBound.seconds(since: earliest), fix)
      }
      if let latest = fix.latest, latest >= moment.upperBound, fix.name == after?.name {
        return way(latest.seconds(since: moment.lowerBound), fix)
      }
      return nil
    }
    return way(
      max(
        moment.upperBound.seconds(since: earliest), latest.seconds(since: moment.lowerBound)), fix)
  }

  /// From the one place by way of anywhere to the other.
  private var whole: Distance? {
    guard let before, let after, let start = before.earliest, let end = after.latest else {
      return nil
    }
    return way(end.seconds(since: start), before) + after.radius
  }

  // MARK: Drawing

  /// Places that may be within all limits, the likeliest first.
  private var middles: [Coordinate] {
    let ends = [before, after].compactMap { $0?.place.coordinate }
    guard ends.count == 2, let start = ends.first, let end = ends.last else { return ends }
    let line = Ellipsoid.wgs84.line(from: start, to: end)
    let length = line.length
    let near = reachBefore.map { min($0, length) } ?? length
    let far = reachAfter.map { max(.zero, length - $0) } ?? .zero
    let shared = isWhole ? near * 0.5 : (near + far) * 0.5
    return [shared, far, near].map { line.point(at: min(max(.zero, $0), length)) }
  }

  /// When it can have been at a station that is so far by track from the places before and after.
  func station(_ place: Place, _ from: Distance?, _ to: Distance?) -> Reach.Station {
    func moved(_ moment: Instant?, _ way: Distance?, _ sign: Double) -> Instant? {
      guard let moment, let way else { return nil }
      return moment.advanced(bySeconds: sign * way.meters / speed.metersPerSecond)
    }
    let earliest = moved(before?.earliest, from, 1)
    let latest = moved(after?.latest, to, -1)
    return Reach.Station(
      place: place,
      earliest: moment.map { later(earliest, isUntil ? nil : $0.lowerBound) } ?? earliest,
      latest: moment.map { earlier(latest, $0.upperBound) } ?? latest)
  }

  private func later(_ one: Instant?, _ other: Instant?) -> Instant? {
    [one, other].compactMap(\.self).max()
  }

  private func earlier(_ one: Instant?, _ other: Instant?) -> Instant? {
    [one, other].compactMap(\.self).min()
  }
}
