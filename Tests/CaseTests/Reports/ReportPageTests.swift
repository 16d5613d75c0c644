import Casework
import Claims
import Reporting
import Testing

/// The report as a page: the answer on its first screen, the rest below or folded.
@Suite struct ReportPageTests {
  /// The page of a case, its head, and what is below.
  private func page(_ slug: String) throws -> (dossier: Dossier, head: String, rest: String) {
    let dossier = try CaseRunner.dossier(slug)
    let page = dossier.page(carrying: [])
    let parts = page.split(separator: "</header>", maxSplits: 1)
    return (dossier, String(parts[0]), String(parts.last ?? ""))
  }

  @Test(arguments: ["hanoi-2019", "sonderzug-2019", "air-koryo-2023"])
  func `the head has the verdict, each doubtful report on a scale, and what happened when`(
    slug: String
  ) throws {
    let (dossier, head, rest) = try page(slug)
    #expect(head.contains("These reports cannot all be true"))
    #expect(head.contains("class=\"columns\"") && head.contains("Where it went"))
    #expect(head.contains(">reported</text>") && head.contains(">possible</text>"))
    // A claim goes by its quote; its id is for whoever writes the case.
    for claim in dossier.claims.map(\.claim.id.text) {
      #expect(!head.contains("[\(claim)]") && !head.contains("<code>\(claim)"), "\(claim)")
    }
    let cards = rest.ranges(of: "<article").count
    #expect(cards == min(8, dossier.conflicts.count), "\(cards)")
    #expect(rest.contains("<details><summary>How this follows"))
  }

  @Test func `a case that nothing speaks against lists its reports and has no cards`() throws {
    let (_, head, rest) = try page("js621-flight")
    #expect(head.contains("No contradiction found among the 7 figures checked"))
    #expect(head.contains("Pyongyang (FNJ)") && !rest.contains("<article"))
  }
}
