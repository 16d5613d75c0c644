import Quantities
import Casework
import Chronology
import Claims
import Foundation
import Plausibility
import Wording

/// How the value that a constraint or a proof speaks of is written.
enum ValueFormat {
  case distance
  case speed
  case duration
  /// How many times as much.
  case ratio
  case mode
  /// A moment by the clocks of a zone, and of the other side's where it is at a border.
  case moment(Zone, also: [Zone] = [], since: CivilDate? = nil)

  init(_ subject: ProofSubject, _ titles: Titles) {
    switch subject {
    case .quantity(let quantity):
      self.init(quantity.dimension)
    case .elapsed(.origin, let end) where titles.stands[end] != nil:
      self.init(titles.stands[end]?.dimension ?? .duration)
    case .elapsed(let from, let to):
      let title = titles.events[to]
      self =
        from == .epoch
        ? .moment(
          title?.zone ?? .utc, also: title?.otherZones ?? [], since: titles.firstDay) : .duration
    }
  }

  init(_ constraint: Constraint, _ titles: Titles) {
    switch constraint {
    case .within(let quantity, _): self.init(.quantity(quantity), titles)
    case .elapsed(let from, let to, _): self.init(.elapsed(from, to), titles)
    default: self = .distance
    }
  }

  private init(_ dimension: QuantityID.Dimension) {
    switch dimension {
    case .distance: self = .distance
    case .speed: self = .speed
    case .duration: self = .duration
    case .ratio: self = .ratio
    case .mode: self = .mode
    }
  }

  func text(_ value: Double) -> Phrase {
    switch self {
    case .distance: Numbers.distance(value)
    case .speed: Numbers.speed(value)
    case .duration: Numbers.duration(value)
    case .ratio: "\(value, decimals: value < 10 ? 2 : 1) times"
    case .mode: mode(value)
    case .moment(let zone, let others, let first):
      first.map { Numbers.clock(value, in: zone, since: $0) }
        ?? Numbers.moment(value, in: zone, also: others)
    }
  }

  /// An interval in words: `145 to 155 km`, `at most 60 km/h`, `at least 86.2 km/h`.
  func text(_ bounds: Bounds) -> Phrase {
    if case .mode = self, bounds.low != bounds.high { return "any mode" }
    let isMeasure = if case .moment = self { false } else { true }
    // That two places are a hundred metres apart at the least says nothing of a way of kilometres.
    let least = if case .distance = self, bounds.high > 1_000 { 100.0 } else { 0.0 }
    let hasLow = bounds.low.isFinite && !(isMeasure && bounds.low <= least)
    switch (hasLow, bounds.high.isFinite) {
    case (true, true):
      // A clock time to the minute is that minute.
      if !isMeasure, bounds.high - bounds.low <= 60 { return text(bounds.low) }
      let (low, high) = ends(bounds)
      // Ends that read the same are one.
      return low.english == high.english ? low : shortened(bounds, low, high)
    case (true, false):
      return isMeasure ? "at least \(text(bounds.low))" : "not before \(text(bounds.low))"
    case (false, true):
      return isMeasure ? "at most \(text(bounds.high))" : "not after \(text(bounds.high))"
    case (false, false): return "anything"
    }
  }

  private func ends(_ bounds: Bounds) -> (low: Phrase, high: Phrase) {
    if case .distance = self, bounds.high - bounds.low < 3_000 {
      return (
        Numbers.distance(bounds.low, isFine: true), Numbers.distance(bounds.high, isFine: true)
      )
    }
    return (text(bounds.low), text(bounds.high))
  }

  /// An interval of a tenth of a kilometre or less, to hundredths where these are what its ends are; nil for others.
  private func narrow(_ bounds: Bounds) -> (low: Phrase, high: Phrase)? {
    let ends = [bounds.low, bounds.high]
    guard bounds.low >= 1_000, bounds.high - bounds.low <= 150,
      ends.contains(where: { abs($0 / 100 - ($0 / 100).rounded()) > 0.01 }),
      ends.allSatisfy({ abs($0 / 10 - ($0 / 10).rounded()) < 0.01 })
    else { return nil }
    return (
      "\(bounds.low / 1_000, decimals: 2) km", "\(bounds.high / 1_000, decimals: 2) km"
    )
  }

  /// Finer than usual, for two values that would read the same.
  func fineText(_ value: Double) -> Phrase {
    switch self {
    case .distance: Numbers.fineDistance(value)
    case .speed: "\(value * 3.6, decimals: 3) km/h"
    case .duration: Numbers.fineDuration(value)
    case .ratio, .mode, .moment: text(value)
    }
  }

  /// Leaves out what both ends share: `145 to 155 km`, `10:30 to 10:50 on Wed 24 Apr …`.
  private func shortened(_ bounds: Bounds, _ low: Phrase, _ high: Phrase) -> Phrase {
    switch self {
    case .distance, .speed:
      if let range = low.range(to: high) { return range }
    case .moment(let zone, also: let others, since: nil) where others.isEmpty:
      // Of one day by one clock the day is told once.
      let (first, second) = zone.local(Instant(secondsSinceEpoch: (bounds.low / 60).rounded() * 60))
      let (last, end) = zone.local(Instant(secondsSinceEpoch: (bounds.high / 60).rounded() * 60))
      if first == last {
        let (clocks, day) = ([second, end].map(Numbers.clock), Numbers.weekdayAndDay(first))
        return "\(clocks[0]) to \(clocks[1]) on \(day) (\(term: zone.cityName))"
      }
    case .moment, .duration, .ratio, .mode: break
    }
    return "\(low) to \(high)"
  }

  private func mode(_ number: Double) -> Phrase {
    let modes = TravelMode.allCases
    guard let index = Int(exactly: number), modes.indices.contains(index - 1) else {
      return "any mode"
    }
    return "by \(term: modes[index - 1].rawValue)"
  }

  /// What words mean, as finely as that is.
  func text(_ interval: ClaimedInterval) -> Phrase {
    let bounds = Bounds(interval.lower ?? -.infinity, interval.upper ?? .infinity)
    switch (self, interval.lower, interval.upper) {
    case (.distance, .some, .some):
      guard let (low, high) = narrow(bounds) else { return text(bounds) }
      return low.range(to: high) ?? "\(low) to \(high)"
    case (.duration, let low?, let high?) where high - low <= 120 && high > low:
      return "\(Numbers.fineDuration(low)) to \(Numbers.fineDuration(high))"
    case (.duration, let low?, nil) where low > 0: return "at least \(Numbers.fineDuration(low))"
    case (.duration, nil, let high?): return "at most \(Numbers.fineDuration(high))"
    default: return text(bounds)
    }
  }
}

extension Stretch {
  /// The stretch in its own terms.
  var words: Phrase {
    switch self {
    case .factor(let factor) where factor >= 100: "more than 100 times the tolerance of its wording"
    case .factor(let factor):
      "\(factor, decimals: factor < 10 ? 2 : 1) times the tolerance of its wording"
    case .share(let share):
      "\(share * 100, decimals: share < 0.001 ? 3 : 1) % beyond the limit it gives"
    case .hours(let hours): "\(Numbers.duration(hours * 3_600)) outside the period it gives"
    }
  }
}
