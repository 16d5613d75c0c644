import Casework
import Testing
import Wording

@Suite struct ConfidenceTests {
  @Test func `a contradiction of hard facts alone gives high confidence`() throws {
    let confidence = try #require(try CaseRunner.dossier("april-2019-train").confidence)
    #expect(confidence.level == .high)
    #expect(confidence.reasons.contains { $0.english.hasPrefix("3 contradictions rest") })
    #expect(confidence.reasons.contains { $0.english.hasPrefix("line speeds are known for 0 %") })
  }

  @Test func `what hedges could mend gives moderate confidence`() throws {
    let confidence = try #require(try CaseRunner.dossier("border-480").confidence)
    #expect(confidence.level == .moderate)
  }

  @Test func `that claims can stand together shows no more than that`() throws {
    let confidence = try #require(try CaseRunner.dossier("js621-flight").confidence)
    #expect(confidence.level == .moderate)
    #expect(confidence.reasons.contains { $0.english.hasSuffix("the reports are true") })
  }
}
