import Claims
import Wording

/// A remark that no verdict makes but a reader would want, by one rule.
///
/// A rule is a type of its own in a file of its own; its code is the type's name in kebab case.
public protocol FindingRule: SendableMetatype {
  /// What it says, and why one would want to know.
  static var summary: String { get }
  /// From where on it speaks.
  static var threshold: String { get }
  /// Where the rule or its threshold comes from.
  static var basis: String { get }
}

extension FindingRule {
  /// Such as `straight-line-as-route`.
  public static var code: String {
    var code = ""
    for character in String(describing: Self.self) {
      if character.isUppercase, !code.isEmpty { code += "-" }
      code += character.lowercased()
    }
    return code
  }

  static func finding(
    _ severity: Finding.Severity, _ message: Phrase, claims: [Claim.ID] = []
  ) -> Finding {
    Finding(code: code, severity: severity, message: message, claims: claims)
  }
}

/// A rule that looks at a judged case.
protocol CaseRule: FindingRule {
  static func findings(_ context: FindingContext) -> [Finding]
}

/// The rules by which findings are made.
public enum Rules {
  /// All of them, in the order of their codes.
  public static var all: [any FindingRule.Type] {
    (caseRules + [QuoteNotVerbatim.self]).sorted { $0.code < $1.code }
  }

  private static var caseRules: [any CaseRule.Type] {
    [
      NoWayInNetwork.self, GaugeBreak.self, Reversal.self, BeyondRange.self,
      StraightLineAsRoute.self, OtherKindOfDistance.self, LooseConversion.self, FalsePrecision.self,
      OneFigureOneWitness.self, ComputedDuration.self, SpeedKind.self, CeilingsDiffer.self,
      SwappedDirections.self, UnorderedSightings.self, UnlikelyReading.self, ZoneFromNearby.self,
      TrackOutliers.self, NameOfSeveral.self, UnknownVehicle.self,
    ]
  }

  static func findings(_ context: FindingContext) -> [Finding] {
    caseRules.flatMap { $0.findings(context) }
  }
}
