import Claims
import Figures

/// What a speed is by the figures before it, where its own words do not say.
enum SpeedSense {
  /// Conversions and averages are rounded by less.
  private static let rounding = 0.04
  /// So many figures before it are looked at.
  private static let reach = 5

  /// "an average of 91 km/h, or 49 knots" is one speed twice; "275 kilometres in eleven and a half hours, which is 24 km/h"
  /// is what the two make.
  static func kind(
    of value: FigureValue, in sentence: Range<Int>, after figures: [Figure]
  ) -> SpeedClaim.Kind? {
    guard case .quantity(let speed) = value, speed.unit.dimension == .speed else { return nil }
    let size = middle(of: speed)
    if let last = figures.last, last.sentence == sentence, case .quantity(let before) = last.value,
      before.unit.dimension == .speed, before.unit != speed.unit,
      abs(middle(of: before) / max(1e-9, size) - 1) <= rounding
    {
      return last.speedKind
    }
    let near = figures.suffix(reach).filter { isNear($0.sentence, sentence) }
    let lengths = near.compactMap { middle(of: $0, .distance) }
    let spans = near.compactMap { middle(of: $0, .duration) }
    let isProduct = lengths.contains { length in
      spans.contains { span in
        span > 0 && size > 0 && abs(length / span / size - 1) <= rounding
      }
    }
    return isProduct ? .average : nil
  }

  private static func isNear(_ one: Range<Int>, _ sentence: Range<Int>) -> Bool {
    one == sentence || (0...2).contains(sentence.lowerBound - one.upperBound)
  }

  private static func middle(of figure: Figure, _ dimension: ValueUnit.Dimension) -> Double? {
    guard case .quantity(let value) = figure.value, value.unit.dimension == dimension else {
      return nil
    }
    return middle(of: value)
  }

  private static func middle(of value: HedgedValue) -> Double {
    let upper = value.upperNumber?.value ?? value.number.value
    return (value.number.value + upper) / 2 * value.unit.siSize
  }
}
