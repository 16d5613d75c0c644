import Casework
import Claims
import Foundation
import Plausibility
import Quantities
import Reporting
import TestSupport
import Testing
import Travel
import Wording

@Suite struct SnapshotTests {
  @Test(arguments: CaseRunner.slugs)
  func `every format of every case is as it was`(slug: String) throws {
    let dossier = try CaseRunner.dossier(slug)
    let folder = Repository.root.appendingPathComponent("Tests/CaseTests/Cases/\(slug)")
    let story = Story(dossier)
    let terminal = TerminalRenderer(width: 80, isColoured: false).text(story)
    try expectSnapshot(terminal, at: folder.appendingPathComponent("expected.txt"))
    try expectSnapshot(
      MarkdownRenderer().text(story), at: folder.appendingPathComponent("expected.md"))
    try expectSnapshot(
      JSONValue(dossier).text(), at: folder.appendingPathComponent("expected.json"))
    try expectSnapshot(
      GeoJSON.document(dossier).text(), at: folder.appendingPathComponent("expected.geojson"))
    #expect(JSONValue(try CaseRunner.dossier(slug)).text() == JSONValue(dossier).text())
    for line in terminal.split(separator: "\n") { #expect(line.count <= 80, "\(line)") }
  }

  /// As readers of these languages have passed them.
  @Test(arguments: ["air-koryo-2023", "april-2019-train", "beijing-2025"], ["ko", "ru"])
  func `reports in other languages are as they were`(slug: String, code: String) throws {
    let language = try BuiltIn.world.folder.language(code)
    let story = Story(try CaseRunner.dossier(slug), ReportStyle(language: language))
    try expectSnapshot(
      TerminalRenderer(width: 80, isColoured: false).text(story),
      at: Repository.root.appendingPathComponent(
        "Tests/CaseTests/Cases/\(slug)/expected.\(code).txt"))
  }

  /// A true story about each mode on each continent.
  @Test(arguments: CaseRunner.trueStories)
  func `true stories of every continent are accused of nothing, and told as they were`(
    slug: String
  ) throws {
    let dossier = try CaseRunner.made(slug)
    #expect(dossier.accused.isEmpty && !dossier.verdict.isContradictory)
    #expect(Set(dossier.itineraries.map(\.journey.mode)).count == 4)
    try expectSnapshot(
      TerminalRenderer(width: 80, isColoured: false).text(Story(dossier)),
      at: Repository.root.appendingPathComponent("Tests/CaseTests/Made/\(slug).txt"))
  }

  @Test(.enabled(if: Repository.hasShared("seeds"), "the articles are not beside the project"))
  func `quotes of the founding reports are verbatim`() throws {
    let shared = try #require(Repository.shared)
    for slug in ["april-2019-train", "september-2023-train", "js621-flight"] {
      let checked = try CaseRunner.dossier(slug).checkingQuotes(
        in: shared.appendingPathComponent("seeds"))
      let wrong = checked.findings.filter { $0.code == "quote-not-verbatim" }
      #expect(wrong.isEmpty, "\(wrong)")
    }
  }
}
