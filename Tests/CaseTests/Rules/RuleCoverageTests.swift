import Casework
import Testing
import Wording

/// Every rule speaks and is silent where it should.
@Suite struct RuleCoverageTests {
  private static var suites: [any RuleSuite.Type] {
    [
      BeyondRangeTests.self, CeilingsDifferTests.self, ComputedDurationTests.self,
      FalsePrecisionTests.self, GaugeBreakTests.self, LooseConversionTests.self,
      NameOfSeveralTests.self, UnknownVehicleTests.self,
      NoWayInNetworkTests.self, OneFigureOneWitnessTests.self, OtherKindOfDistanceTests.self,
      QuoteNotVerbatimTests.self, ReversalTests.self, SpeedKindTests.self,
      StraightLineAsRouteTests.self, SwappedDirectionsTests.self, TrackOutliersTests.self,
      UnlikelyReadingTests.self,
      UnorderedSightingsTests.self, ZoneFromNearbyTests.self,
    ]
  }

  @Test func `every rule has a suite, and every suite a rule`() {
    #expect(Self.suites.map { $0.code }.sorted() == Rules.all.map { $0.code })
  }

  @Test(arguments: Rules.all.map { $0.code })
  func `a rule speaks of its cases and is silent where one thing differs`(code: String) throws {
    let suite = try #require(Self.suites.first { $0.code == code }, "no suite has cases for it")
    #expect(!suite.speaking.isEmpty && !suite.silent.isEmpty)
    for ruleCase in suite.speaking {
      #expect(try !suite.findings(ruleCase).isEmpty, "silent on: \(ruleCase.title)")
    }
    for ruleCase in suite.silent {
      let found = try suite.findings(ruleCase).map(\.message.english)
      #expect(found.isEmpty, "speaks of: \(ruleCase.title)")
    }
  }
}
