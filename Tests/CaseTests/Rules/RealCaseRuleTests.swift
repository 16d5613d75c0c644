import Casework
import Claims
import TestSupport
import Testing
import Wording

/// What the rules say of reports that were really printed.
@Suite struct RealCaseRuleTests {
  @Test(arguments: [
    ("hanoi-2019", ["false-precision", "gauge-break", "straight-line-as-route"]),
    ("sonderzug-2019", ["other-kind-of-distance", "straight-line-as-route"]),
    ("air-koryo-2023", ["swapped-directions"]),
    ("top-speeds", ["ceilings-differ", "computed-duration", "one-figure-one-witness"]),
    ("april-2019-train", ["gauge-break", "reversal"]),
    ("beijing-2025", ["speed-kind"]),
    ("border-480", []),
  ])
  func `a case has the findings that its reports deserve`(slug: String, codes: [String]) throws {
    let found = Set(try CaseRunner.dossier(slug).findings.map(\.code))
    #expect(Set(codes).isSubset(of: found), "\(found.sorted())")
    #expect(found.isSubset(of: Rules.all.map { $0.code }))
  }

  @Test func `60 km an hour, 37 miles and 59 km an hour are one witness, and 55 miles another`()
    throws
  {
    let findings = try CaseRunner.dossier("top-speeds").findings
    let witness = try #require(findings.first { $0.code == "one-figure-one-witness" })
    #expect(
      Set(witness.claims.map(\.text)) == ["km-60", "ministry-60", "km-59", "mph-38"])
    #expect(witness.message.english.contains("time.news has 60 km/h"))
  }

  @Test func `a fitting straight line and a track that fits are no straight line passed off`()
    throws
  {
    let findings = try CaseRunner.dossier("april-2019-train").findings
    let flagged = findings.filter { $0.code == "straight-line-as-route" }.flatMap(\.claims)
    #expect(!flagged.contains { $0.text == "six-hours" })
    let speeds = try CaseRunner.dossier("top-speeds").findings
    #expect(!speeds.contains { $0.code == "straight-line-as-route" })
  }

  @Test func `every rule has a code of its own and says what it is for`() {
    let codes = Rules.all.map { $0.code }
    #expect(Set(codes).count == codes.count)
    #expect(codes == codes.sorted())
    for rule in Rules.all {
      #expect(rule.code.wholeMatch(of: /[a-z]+(-[a-z]+)*/) != nil)
      #expect(!rule.summary.isEmpty && !rule.threshold.isEmpty && !rule.basis.isEmpty)
    }
  }
}
