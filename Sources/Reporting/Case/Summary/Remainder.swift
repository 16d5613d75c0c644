import Casework
import Claims
import Plausibility
import Quantities

/// What is left for a report under one reading of its words.
struct Remainder {
  /// What the report says under the reading.
  let value: Constraint
  let claimed: ClaimedInterval
  /// What everything else allows.
  let left: Bounds
  /// The number that the report prints, or both of a range, in SI; nil if it prints none.
  let printed: ClosedRange<Double>?

  /// By how much what is left lies beyond what is printed, in SI; below it less than 0.
  var gap: Double {
    func held(_ number: Double?, else end: Double) -> Double {
      guard let number, number >= claimed.lower ?? number, number <= claimed.upper ?? number
      else { return end }
      return number
    }
    if let upper = claimed.upper, left.low > upper {
      return left.low - held(printed?.upperBound, else: upper)
    }
    if let lower = claimed.lower, left.high < lower {
      return left.high - held(printed?.lowerBound, else: lower)
    }
    return 0
  }

  /// How wide what is left is beside its middle; infinite where an end is open.
  var width: Double {
    let middle = (left.low + left.high) / 2
    return middle.isFinite && middle != 0 ? (left.high - left.low) / abs(middle) : .infinity
  }

  /// Only the end of what is left that the report misses.
  var missed: Bounds {
    gap > 0 ? Bounds(left.low, .infinity) : gap < 0 ? Bounds(-.infinity, left.high) : left
  }

  /// Readings of one kind count as one: from the station or from the border, but not by rail and as the crow flies.
  var kind: String {
    guard case .within(.distance(let kind, _, _), _) = value else { return "" }
    return kind.rawValue
  }
}

extension CaseTeller {
  /// Of each kind of quantity that a report's words may mean the nearest value that a conflict leaves.
  func remainders(of repair: Repair) -> [Remainder] {
    guard let member = dossier.members[.claim(repair.claim)] else { return [] }
    var nearest: [Remainder] = []
    for remainder in repair.implications.compactMap({ remainder(member, $0) }) {
      guard let known = nearest.firstIndex(where: { $0.kind == remainder.kind }) else {
        nearest.append(remainder)
        continue
      }
      if abs(remainder.gap) < abs(nearest[known].gap) { nearest[known] = remainder }
    }
    if nearest.contains(where: { $0.gap != 0 }) { return nearest }
    // The value shows only when all members are taken together, not in what they imply one by one.
    guard let value = repair.value, let reading = member.readings.first,
      let claimed = reading.value.interval
    else { return [] }
    let isAbove = value > (claimed.upper ?? .infinity)
    let left = isAbove ? Bounds(value, .infinity) : Bounds(-.infinity, value)
    return [
      Remainder(
        value: reading.value, claimed: claimed, left: left, printed: printed(by: member))
    ]
  }

  /// What is left for the readings of a report that do not fit.
  func missing(_ account: ClaimAccount) -> [Remainder] {
    guard let member = dossier.members[.claim(account.claim.id)] else { return [] }
    return account.implications.filter { !$0.meets }.compactMap { remainder(member, $0) }
  }

  /// What is left for the readings of a report that fit.
  func fitting(_ account: ClaimAccount) -> [Remainder] {
    guard let member = dossier.members[.claim(account.claim.id)] else { return [] }
    return account.implications.filter(\.meets).compactMap { remainder(member, $0) }
  }

  private func remainder(_ member: Member, _ implication: Implication) -> Remainder? {
    guard member.readings.indices.contains(implication.reading) else { return nil }
    return Remainder(
      value: member.readings[implication.reading].value, claimed: implication.claimed,
      left: implication.implied, printed: printed(by: member))
  }

  /// Readers compare with the number as it is printed, not with what its words allow.
  private func printed(by member: Member) -> ClosedRange<Double>? {
    guard let id = member.claim, let value = dossier.account(of: id)?.claim.value else {
      return nil
    }
    let low = value.siValue
    return low...max(low, (value.upperNumber?.value ?? 0) * value.unit.siSize)
  }
}

extension ValueFormat {
  /// A kilometre, or a kilometre an hour; nothing of what is not rounded.
  private var step: Double {
    switch self {
    case .distance: 1_000
    case .speed: 1 / 3.6
    case .duration, .ratio, .mode, .moment: 0
    }
  }

  /// The size of a gap, as finely as the values on its both sides.
  func roundedGap(_ gap: Double) -> Double {
    let size = abs(gap)
    guard step > 0, size > 3 * step, size.isFinite else { return size }
    return (size / step).rounded() * step
  }

  /// To whole kilometres or kilometres an hour, unless the gap itself is that small.
  func rounded(_ value: Double, gap: Double) -> Double {
    guard step > 0, abs(gap) > 3 * step, abs(value) > 10 * step, value.isFinite else {
      return value
    }
    return (value / step).rounded() * step
  }

  func rounded(_ bounds: Bounds, gap: Double) -> Bounds {
    Bounds(rounded(bounds.low, gap: gap), rounded(bounds.high, gap: gap))
  }
}
