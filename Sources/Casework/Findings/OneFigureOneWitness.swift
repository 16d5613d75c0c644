import Chronology
import Claims
import Quantities
import Wording

extension Rules {
  /// Several sources that give one figure, the same or there and back through another unit: one witness.
  enum OneFigureOneWitness: CaseRule {
    static let summary =
      "sources give one figure, the same or by way of another unit: they may be one witness, not several"
    static let threshold =
      "claims of one thing whose numbers are equal, or where one is the other's rounded conversion, or the "
      + "conversion of its rounded conversion (60 km/h, 37 mph, 59 km/h)"
    static let basis =
      "reports of 2019 to 2023 on one train's speed; rounding to the last printed digit or one more"

    static func findings(_ context: FindingContext) -> [Finding] {
      var groups: [[Claim]] = []
      for claim in context.claims.map(\.claim) where claim.value != nil {
        let kin = groups.firstIndex { group in group.contains { isCopy(claim, $0) } }
        if let kin { groups[kin].append(claim) } else { groups.append([claim]) }
      }
      return groups.filter { Set($0.map(\.source)).count > 1 }.map { told($0, context) }
    }

    /// Whether two claims are about one thing and one's figure can come from the other's.
    private static func isCopy(_ one: Claim, _ other: Claim) -> Bool {
      guard one.isAbout(other), let value = one.value, let second = other.value,
        value.unit.dimension == second.unit.dimension
      else { return false }
      return value.figures.contains { figure in
        second.figures.contains { figure.isDerivable(from: $0) || $0.isDerivable(from: figure) }
      }
    }

    private static func told(_ group: [Claim], _ context: FindingContext) -> Finding {
      let ancestor = ancestor(of: group, context)
      let others = group.filter { $0.id != ancestor.id }
      let figures = others.map { claim -> Phrase in
        "\(context.outlet(of: claim)): \(claim.value?.plain ?? "")"
      }
      return OneFigureOneWitness.finding(
        .note,
        """
        one figure, perhaps one witness: \(context.outlet(of: ancestor)) has \(ancestor.value?.plain ?? ""), from which \
        the others can come (\(figures.joined(separator: "; ")))
        """,
        claims: group.map(\.id))
    }

    /// The figure that the others come from: one from which all can be made, then the roundest, then the
    /// first in print.
    private static func ancestor(of group: [Claim], _ context: FindingContext) -> Claim {
      func rank(_ claim: Claim) -> (Int, Int, String) {
        let made = group.filter { other in
          guard let value = claim.value, let second = other.value else { return false }
          return value.figures.contains { figure in
            second.figures.contains { $0.isDerivable(from: figure) }
          }
        }
        let digits = claim.value?.number.significantDigits ?? .max
        return (-made.count, digits, context.source(of: claim)?.published?.description ?? "~")
      }
      return group.min { rank($0) < rank($1) } ?? group[0]
    }
  }
}

extension Claim {
  /// Whether two claims speak of the value of one thing.
  fileprivate func isAbout(_ other: Claim) -> Bool {
    switch (subject, other.subject) {
    case (.distance(_, let from, let to, _), .distance(_, let start, let end, _)):
      (Set(from) == Set(start) && Set(to) == Set(end))
        || (Set(from) == Set(end) && Set(to) == Set(start))
    case (.duration(_, let from, let to), .duration(_, let start, let end)):
      from == start && to == end
    case (.speed(_, let one), .speed(_, let two)):
      one.kind == two.kind && one.vehicle == two.vehicle && one.from == two.from
        && one.to == two.to
    default: false
    }
  }
}

extension HedgedValue {
  /// The printed number, and the one in brackets.
  fileprivate var figures: [PrintedFigure] {
    guard upperNumber == nil else { return [] }
    return [PrintedFigure(number: number, unit: unit)]
      + (conversion.map { [PrintedFigure(number: $0.number, unit: $0.unit)] } ?? [])
  }
}

/// A printed number in its unit.
private struct PrintedFigure {
  let number: PrintedNumber
  let unit: ValueUnit

  /// The same value and unit, its rounded conversion, or the conversion of its rounded conversion.
  func isDerivable(from other: PrintedFigure) -> Bool {
    if unit == other.unit, number.value == other.number.value { return true }
    // A small number says little: 2 h and 2 h need not be copied, and 3 km is 2 mi for many reasons.
    guard number.significantDigits >= 2, other.number.significantDigits >= 1,
      other.number.value >= 10
    else { return false }
    if unit != other.unit {
      return isRounded(other.si / unit.siSize) || isRoundedToGrain(other.si / unit.siSize)
    }
    return Self.sizes(of: unit.dimension).contains { size in
      guard size != unit.siSize else { return false }
      let between = (other.si / size).rounded()
      return isCutOrRounded(between * size / unit.siSize)
    }
  }

  private var si: Double { number.value * unit.siSize }

  private func isRounded(_ value: Double) -> Bool {
    abs(number.value - value) <= number.lastDigit / 2 + 1e-9
  }

  /// Rounded further than to whole numbers, where that still keeps two digits: 300 mi are 480 km.
  private func isRoundedToGrain(_ value: Double) -> Bool {
    number.grain <= 0.05 * number.value && abs(number.value - value) <= number.grain / 2 + 1e-9
  }

  /// Newspapers cut as often as they round: 37 mph are 59.5 km/h.
  private func isCutOrRounded(_ value: Double) -> Bool {
    isRounded(value) || number.value == value.rounded(.down)
  }

  /// The units that figures go through.
  private static func sizes(of dimension: ValueUnit.Dimension) -> [Double] {
    switch dimension {
    case .distance:
      [LengthUnit.kilometer, .mile, .nauticalMile].map(\.meters)
    case .speed:
      [SpeedUnit.kilometersPerHour, .milesPerHour, .knots].map(\.metersPerSecond)
    case .duration: []
    }
  }
}
