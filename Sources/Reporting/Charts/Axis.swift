public import Chronology
public import Wording

/// What a chart's side measures: where it begins and ends, and what is written at it.
public struct Axis: Sendable {
  /// A value with what is written there.
  public struct Tick: Hashable, Sendable {
    public let value: Double
    public let label: String
  }

  public let title: String
  public let range: ClosedRange<Double>
  public let ticks: [Tick]

  private init(title: String, range: ClosedRange<Double>, ticks: [Tick]) {
    self.title = title
    self.range = range
    self.ticks = ticks
  }

  /// An axis of numbers; of two ends that are the same it makes a little more.
  ///
  /// - Parameters:
  ///   - title: what it measures.
  ///   - values: what it has to hold; endless ones are left out.
  ///   - fits: whether it ends where the values end, and not at the next round number.
  public static func numbers(
    _ title: String, holding values: [Double], fits: Bool = false
  ) -> Axis {
    let known = values.filter(\.isFinite)
    let low = known.min() ?? 0
    let high = max(known.max() ?? 1, low + max(1e-9, abs(low) * 1e-9))
    let step = step(low, high)
    let first = fits ? low : (low / step).rounded(.down) * step
    let last = fits ? high : (high / step).rounded(.up) * step
    var ticks: [Tick] = []
    var index = (first / step - 1e-9).rounded(.up)
    while index * step <= last + step * 1e-6, ticks.count < 24 {
      let value = index * step
      ticks.append(
        Tick(value: value, label: Numbers.fixed(value, abs(step - step.rounded()) < 1e-9 ? 0 : 1)))
      index += 1
    }
    return Axis(title: title, range: first...max(last, first + 1e-9), ticks: ticks)
  }

  /// A round step that divides a range into five or so.
  private static func step(_ low: Double, _ high: Double) -> Double {
    let rough = (high - low) / 5
    guard rough.isFinite, rough > 0 else { return 1 }
    var step = 1.0
    while step > rough { step /= 10 }
    while step * 10 <= rough { step *= 10 }
    return [1.0, 2, 5, 10].map { $0 * step }.first { $0 >= rough * 0.999 } ?? step
  }

  /// An axis of moments, in seconds since 1970, by the clocks of a zone.
  ///
  /// - Parameter count: about how many moments are written at it, at the most.
  public static func moments(
    _ title: String, holding values: [Double], zone: Zone, fits: Bool = false,
    language: Language = .english, ticks count: Double = 7
  ) -> Axis {
    let known = values.filter { abs($0) < 2.6e11 }
    let low = known.min() ?? 0
    let high = max(known.max() ?? 3_600, low + 60)
    let minutes = [
      1.0, 5, 10, 15, 30, 60, 120, 180, 360, 720, 1_440, 2_880, 10_080, 43_200, 525_600,
    ]
    let step = 60 * (minutes.first { $0 * 60 * count >= high - low } ?? 5_256_000)
    func offset(_ moment: Double) -> Double {
      Double(zone.offset(at: Instant(secondsSinceEpoch: moment)))
    }
    let shift = offset(low)
    let first = fits ? low : ((low + shift) / step).rounded(.down) * step - shift
    let last = fits ? high : ((high + shift) / step).rounded(.up) * step - shift
    var ticks: [Tick] = []
    var value = ((first + shift) / step - 1e-9).rounded(.up) * step - shift
    while value <= last + 1, ticks.count < 24 {
      let (date, second) = zone.local(Instant(secondsSinceEpoch: value))
      let day = language.text("\(date.day) \(term: Numbers.month(date.month))")
      let clock = Numbers.clock(second)
      let isNewDay = ticks.isEmpty || second < 60
      ticks.append(
        Tick(value: value, label: step >= 86_400 ? day : isNewDay ? "\(day) \(clock)" : clock))
      value += step
    }
    return Axis(title: title, range: first...last, ticks: ticks)
  }

  /// How far along the axis a value lies, from 0 to 1.
  func share(_ value: Double) -> Double {
    (value - range.lowerBound) / (range.upperBound - range.lowerBound)
  }
}
