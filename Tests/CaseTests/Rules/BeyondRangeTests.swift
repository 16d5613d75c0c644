import Casework
import Testing
import Wording

@Suite struct BeyondRangeTests: RuleSuite {
  static let code = "beyond-range"

  static let speaking = [
    RuleCase(
      "Nairobi to Johannesburg in a turboprop",
      journeys:
        "{id: j, mode: air, vehicle: turboprop, stops: [{id: a, place: NBO}, {id: b, place: JNB}]}",
      claims:
        "{id: c, source: one, quote: q, duration: about 9 hours, from: take-off a, to: landing b}")
  ]
  static let silent = [
    speaking[0].changed("an airliner reaches it", "turboprop", "a320"),
    speaking[0].changed("a turboprop reaches Addis Ababa", "JNB", "ADD"),
    speaking[0].changed("nobody says by what it flew", "vehicle: turboprop, ", ""),
  ]

  @Test func `the way and the range are named`() throws {
    let finding = try Self.finding()
    #expect(finding.severity == .warning && finding.claims.isEmpty)
    // The straight line has 2,899 km by Vincenty's formula; the least way through the air is longer.
    #expect(finding.message.english.contains("beyond the range"))
    #expect(finding.message.english.contains("2,700 km"))
  }
}
