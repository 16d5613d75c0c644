/// A number with its unit and hedge, as a source gave it.
public struct HedgedValue: Hashable, Sendable {
  public let hedge: Hedge
  /// The number, or the lower one of a range, in the unit of the text.
  public let number: PrintedNumber
  /// The upper number of a range.
  public let upperNumber: PrintedNumber?
  /// Size of the unit in SI.
  public let unit: ValueUnit
  /// The same value in another unit, as printed in brackets.
  public let conversion: Conversion?

  public init(
    hedge: Hedge, number: PrintedNumber, upperNumber: PrintedNumber? = nil, unit: ValueUnit,
    conversion: Conversion? = nil
  ) {
    self.hedge = hedge
    self.number = number
    self.upperNumber = upperNumber
    self.unit = unit
    self.conversion = conversion
  }

  /// The same words with another number; the end of a range moves with it, a conversion is left out.
  public func with(_ number: Double) -> HedgedValue {
    func printed(_ number: Double) -> PrintedNumber {
      number == number.rounded()
        ? PrintedNumber(whole: number)
        : PrintedNumber(value: number, grain: self.number.grain, looksExact: true)
    }
    return HedgedValue(
      hedge: hedge, number: printed(number),
      upperNumber: upperNumber.map { printed(number + $0.value - self.number.value) }, unit: unit)
  }

  /// The same number, meant otherwise.
  public func with(_ hedge: Hedge) -> HedgedValue {
    HedgedValue(
      hedge: hedge, number: number, upperNumber: upperNumber, unit: unit, conversion: conversion)
  }

  /// A bracketed conversion: it inherits the hedge and never narrows.
  public struct Conversion: Hashable, Sendable {
    public let number: PrintedNumber
    public let unit: ValueUnit

    public init(number: PrintedNumber, unit: ValueUnit) {
      self.number = number
      self.unit = unit
    }

    /// The converted value in SI.
    public var siValue: Double { number.value * unit.siSize }
  }
}

extension HedgedValue {
  /// The number in SI, of a range the lower one: metres, seconds, metres per second.
  public var siValue: Double { number.value * unit.siSize }

  /// The upper number of a range in SI, or the only number.
  public var greatestSIValue: Double { (upperNumber ?? number).value * unit.siSize }

  /// The interval in SI that the words give under a profile.
  public func interval(under profile: HedgeProfile) -> ClaimedInterval {
    let bounds = bounds(under: profile)
    let shape: ClaimedInterval.Shape =
      switch (bounds.lower, bounds.upper) {
      // What somebody says of a time or a length by a limit is less than that by his clock or map.
      case (nil, _): hedge == .atMost && unit.dimension == .speed ? .limit : .atMost
      case (_, nil): .atLeast
      default: .twoSided
      }
    return ClaimedInterval(
      lower: bounds.lower.map { max(0, $0) * unit.leastSize },
      upper: bounds.upper.map { $0 * unit.greatestSize },
      shape: shape,
      slack: shape == .limit && number.value > 0
        ? profile.bareShare.held(number.grain / 2, of: number.value) / number.value : 0)
  }

  private func bounds(under profile: HedgeProfile) -> (lower: Double?, upper: Double?) {
    let value = number.value
    let held = profile.aboutShare.held(number.grain / 2, of: value)
    // "About two hours" is no narrower than "two hours".
    let about = max(held, number.looksExact ? rounding(under: profile) : 0)
    switch hedge {
    case .exactly: return around(value, exactly / 2)
    case .bare where number.looksExact: return around(value, rounding(under: profile))
    case .bare: return around(value, profile.bareShare.held(number.grain / 2, of: value))
    case .about: return around(value, about)
    case .nearly: return (value - held, value)
    case .justOver: return (value, value + held)
    case .atLeast: return (value, nil)
    case .atMost, .upTo: return (nil, value)
    case .range: return (value, upperNumber?.value ?? value)
    case .couple: return (profile.couple.lower * value, profile.couple.upper.map { $0 * value })
    case .few: return (profile.few.lower * value, profile.few.upper.map { $0 * value })
    case .several: return (profile.several.lower * value, profile.several.upper.map { $0 * value })
    case .near: return (0, profile.nearKilometers)
    case .plural: return (profile.plural.lower, profile.plural.upper)
    }
  }

  /// Half of what printing a number to its last digit leaves open. Of one to four hours or kilometres nobody leaves out a
  /// half, but a tenth, or a fifth of an hour (a convention): what a half would excuse is a loose reading. Days are
  /// counted, the first and the last as they come.
  private func rounding(under profile: HedgeProfile) -> Double {
    let half = number.lastDigit / 2
    guard number.lastDigit == 1, unit.siSize < ValueUnit.day.siSize || unit.dimension != .duration
    else { return half }
    return min(half, max(abs(number.value) * profile.aboutShare.most, 0.4 * half))
  }

  /// How finely "exactly" is meant, in the unit of the text: to the last printed digit, but whole hours to ten minutes, whole
  /// days to two hours and whole weeks to a day, for whoever stresses that knows it finer than the unit (a convention).
  private var exactly: Double {
    guard number.lastDigit == 1, let share = Self.exactShares[unit.symbol] else {
      return number.lastDigit
    }
    return share
  }

  private static let exactShares = ["h": 1.0 / 6, "d": 1.0 / 12, "week": 1.0 / 7]

  private func around(_ value: Double, _ half: Double) -> (lower: Double?, upper: Double?) {
    (value - half, value + half)
  }
}
