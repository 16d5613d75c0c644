public import Quantities
import Railways
public import TrainMotion

/// A way as a train's motion sees it, between the best and the worst that its unknowns allow.
public struct LineProfile: Sendable {
  /// The limits that sources give and none else, level, the least length: what no train can beat.
  public let ceilings: RunningPath
  /// Every unknown speed at its highest, level, the least length.
  public let best: RunningPath
  /// Every unknown speed at its lowest, rising and falling in turns, the greatest length.
  public let worst: RunningPath
  /// The share of the length whose line speed a source gives, 0 to 1.
  public let knownSpeedShare: Double
  /// The countries whose defaults were used, with the defaults.
  public let defaults: [String: LineDefault]
}

extension LineProfile {
  /// The line as a train sees it that is held back besides.
  ///
  /// - Throws: `MotionError.path` where a limit is not on the way.
  func restricted(by restrictions: TrainRestrictions) throws(MotionError) -> LineProfile {
    func path(_ path: RunningPath) throws(MotionError) -> RunningPath {
      var path = path
      if let cap = restrictions.cap { path = try path.limited(to: cap, between: 0...path.length) }
      for limit in restrictions.limits {
        path = try path.limited(to: limit.speed, between: limit.range)
      }
      return path
    }
    return LineProfile(
      ceilings: try path(ceilings), best: try path(best), worst: try path(worst),
      knownSpeedShare: knownSpeedShare, defaults: defaults)
  }
}

/// A stretch of a way with what is known of it.
private struct Stretch {
  let length: Double
  /// Metres a second; nil where nobody says.
  let speed: Double?
  let country: String
}

extension World {
  /// The profile of a way by rail that some network holds; nil for other ways.
  ///
  /// - Parameters:
  ///   - way: the way.
  ///   - assumed: what to take where nobody gives the line's speed, in place of the country's default.
  public func profile(of way: TypedDistance, assuming assumed: LineDefault? = nil) -> LineProfile? {
    guard let course = way.course else { return nil }
    let stretches = course.sections.map { section in
      Stretch(
        length: section.length.meters, speed: section.lineSpeed?.metersPerSecond,
        country: section.attributes.country)
    }
    return profile(stretches, way.interval, least: way.judged.lower, assuming: assumed)
  }

  /// The profile of a way of which only the length is known.
  public func profile(
    ofLength length: Interval<Distance>, assuming assumed: LineDefault? = nil
  ) -> LineProfile? {
    let longest = length.upper ?? length.lower ?? .zero
    return profile(
      [Stretch(length: longest.meters, speed: nil, country: "")], length, assuming: assumed)
  }

  private func profile(
    _ stretches: [Stretch], _ interval: Interval<Distance>, least: Distance? = nil,
    assuming assumed: LineDefault?
  ) -> LineProfile? {
    let length = stretches.reduce(0) { $0 + $1.length }
    guard length > 0, let worst = assumed ?? lineDefaults["*"] else { return nil }
    var used: [String: LineDefault] = [:]
    for stretch in stretches where stretch.speed == nil {
      used[stretch.country] = assumed ?? lineDefaults[stretch.country] ?? worst
    }
    let known = stretches.reduce(0) { $0 + ($1.speed == nil ? 0 : $1.length) }
    let shortest = (interval.lower?.meters ?? length) / length
    let longest = (interval.upper?.meters ?? length) / length
    let leastScale = least.map { $0.meters / length } ?? shortest
    guard
      let ceilings = Self.path(stretches, [:], scale: leastScale, isBest: true),
      let best = Self.path(stretches, used, scale: shortest, isBest: true),
      let slowest = Self.path(stretches, used, scale: longest, isBest: false)
    else { return nil }
    return LineProfile(
      ceilings: ceilings, best: best, worst: slowest, knownSpeedShare: known / length,
      defaults: used)
  }

  /// How long gradients last before they turn, in metres, where they are unknown.
  private static let hill = 5_000.0

  private static func path(
    _ stretches: [Stretch], _ defaults: [String: LineDefault], scale: Double, isBest: Bool
  ) -> RunningPath? {
    var sections: [RunningPath.Section] = []
    var place = 0.0
    for stretch in stretches where stretch.length * scale > 0.5 {
      let assumed = defaults[stretch.country]
      let limit =
        stretch.speed ?? (isBest ? assumed?.speed.upperBound : assumed?.speed.lowerBound)
        ?? .infinity
      let end = place + stretch.length * scale
      while place < end - 0.5 {
        let hill = (place / Self.hill + 1e-9).rounded(.down)
        let stop = isBest ? end : min(end, (hill + 1) * Self.hill)
        let gradient =
          isBest ? 0 : (assumed?.gradient ?? 0) * (Int(held: hill).isMultiple(of: 2) ? 1 : -1)
        sections.append(.init(start: place, limit: limit, resistance: gradient))
        place = stop
      }
      place = end
    }
    return try? RunningPath(sections: sections, length: place)
  }
}
