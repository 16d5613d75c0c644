import Casework
import Claims
import Datasets
import Foundation
import Reporting
import TestSupport
import Testing
import Wording

/// Reports in the languages of the message catalogue.
@Suite struct LanguageTests {
  /// Everything that is said of a case, with what a language cannot say in ⟦…⟧.
  private func report(_ slug: String, in code: String) throws -> String {
    let language = try DataFolder(path: Repository.geo.path).language(code).markingGaps
    let dossier = try CaseRunner.dossier(slug)
    let style = ReportStyle(language: language, hasPictures: true)
    let stories =
      [Story(dossier, style)]
      + dossier.claims.compactMap {
        Story(explaining: $0.claim.id, in: dossier, language: language)
      }
    let page = HTMLRenderer(title: "", language: language)
    return stories.map { page.text($0) }.joined() + dossier.page(carrying: [], style)
  }

  private static let codes = ["ko", "ru"]

  @Test(arguments: codes)
  func `every message has a key, and every language has it`(code: String) throws {
    let language = try DataFolder(path: Repository.geo.path).language(code)
    #expect(language.unkeyed.isEmpty, "without a key: \(language.unkeyed.sorted())")
    #expect(language.missing.isEmpty, "not in \(code): \(language.missing.values.sorted())")
  }

  @Test(arguments: CaseRunner.slugs, codes)
  func `nothing in a report is left in English`(slug: String, code: String) throws {
    let text = try report(slug, in: code)
    let gaps = Set(
      text.split(separator: "⟦").dropFirst().compactMap { $0.split(separator: "⟧").first })
    if let path = ProcessInfo.processInfo.environment["WRITE_GAPS"] {
      try Data(gaps.sorted().joined(separator: "\n").utf8).write(
        to: URL(fileURLWithPath: "\(path)/\(slug)"))
    }
    #expect(gaps.isEmpty, "\(gaps.sorted().joined(separator: "\n"))")
  }
}
