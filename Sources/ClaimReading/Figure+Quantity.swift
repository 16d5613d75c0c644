import Claims
import Figures

extension Figure {
  /// The quantity that it gives; nil of a moment.
  var quantity: HedgedValue? { if case .quantity(let value) = value { value } else { nil } }

  /// What it measures; nil of a moment.
  var dimension: ValueUnit.Dimension? {
    if case .quantity(let value) = value { value.unit.dimension } else { nil }
  }

  /// How much it measures in SI, of a range the least; 0 of a moment.
  var siValue: Double { quantity?.siValue ?? 0 }

  /// So long a time has nights and rests in it, of which averages are told without them; in seconds, estimated.
  private static let severalDays = 30.0 * 3_600

  /// Whether it is a time that has nights and rests in it.
  var hasNights: Bool { dimension == .duration && siValue >= Self.severalDays }
}
