import Claims
import Testing
import Travel
import Wording

@testable import Casework
@testable import Plausibility

@Suite struct UnorderedSightingsTests: RuleSuite {
  static let code = "unordered-sightings"

  static let speaking = [
    RuleCase(
      "seventeen sightings between Buenos Aires and Santiago",
      journeys:
        "{id: j, title: Over the Andes, mode: road, stops: [{id: a, place: EZE}, {id: b, place: SCL}]}",
      claims: sightings(17))
  ]
  static let silent = [
    RuleCase(
      "sixteen of them",
      journeys:
        "{id: j, title: Over the Andes, mode: road, stops: [{id: a, place: EZE}, {id: b, place: SCL}]}",
      claims: sightings(16))
  ]

  private static func sightings(_ count: Int) -> String {
    (1...count).map { hour in
      "{id: c\(hour), source: one, quote: q, sighting: \"-34.6,-58.4\", "
        + "time: \"2024-05-02 \(hour < 10 ? "0" : "")\(hour):00\", zone: America/Argentina/Buenos_Aires}"
    }.joined(separator: "\n")
  }

  /// Of the case unjudged: holding so many sightings against each other takes long, and the rule asks for none of it.
  static func findings(_ ruleCase: RuleCase) throws -> [Finding] {
    let world = try BuiltIn.world
    let model = try CaseJudging(world: world).model(
      of: Array(ruleCase.text.utf8), name: "small")
    let context = FindingContext(
      context: model.context, claims: [], conflicts: [],
      system: ConstraintSystem(members: [], laws: []), known: KnownSets(groups: [], names: [])
    ) { _ in ConstraintSystem(members: [], laws: []) }
    return Rules.UnorderedSightings.findings(context)
  }

  @Test func `those that are left are named`() throws {
    let finding = try Self.finding()
    #expect(finding.severity == .note && finding.claims.map(\.text) == ["c17"])
    #expect(finding.message.english.hasPrefix("1 of 17 sightings of \"Over the Andes\""))
  }
}
