import Casework
import Claims
import Datasets
import Foundation
import Testing
import Wording

@Suite struct QuoteNotVerbatimTests: RuleSuite {
  static let code = "quote-not-verbatim"

  private static let article = "The drive from Lima to La Paz took about 24  hours.\n"

  static let speaking = [
    RuleCase(
      "a quote has another number than its article",
      journeys: "{id: j, mode: road, stops: [{id: a, place: Lima}, {id: b, place: La Paz}]}",
      claims:
        "{id: c, source: one, quote: took about 42 hours, duration: about 42 hours, from: start, to: end}"
    )
  ]
  static let silent = [
    speaking[0].changed("it is the article's, spaces aside", "42 hours", "24 hours"),
    speaking[0].changed("its source's text is not there", "source: one", "source: two"),
  ]

  static func findings(_ ruleCase: RuleCase) throws -> [Finding] {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "wayproof-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data(article.utf8).write(to: folder.appendingPathComponent("a.txt"))
    let text = try ruleCase.text.replacing(
      "outlet: One,", with: "outlet: One, sha256: \(sha256(Array(article.utf8))),")
    let world = try BuiltIn.world
    let dossier = try CaseJudging(world: world).dossier(
      of: Array(text.utf8), name: "small")
    #expect(!dossier.findings.contains { $0.code == code }, "without the texts nobody knows")
    return try dossier.checkingQuotes(in: folder).findings.filter { $0.code == code }
  }

  @Test func `the claim and the words that are missing are named`() throws {
    let finding = try Self.finding()
    #expect(finding.severity == .warning && finding.claims.map(\.text) == ["c"])
    #expect(finding.message.english.contains("took about 42 hours"))
  }
}
