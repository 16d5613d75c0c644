import Casework
import Chronology
import ClaimReading
import Datasets
import Foundation
import Plausibility
import TestSupport
import Travel

/// Texts read, drafted and judged by the world of the data folder.
struct ArticleTrial {
  private static let shared: Result<World, any Error> = Result {
    try World(folder: try DataFolder(path: Repository.geo.path))
  }

  let world: World

  init() throws { world = try Self.shared.get() }

  func article(_ text: String, _ language: String) throws -> ReadArticle {
    let text = try ArticleText(utf8: Array(text.utf8))
    let reading = try world.articleReader(language: language).read(
      text, language: language, published: CivilDate(iso: "2024-10-02"))
    return ReadArticle(name: "report.txt", text: text, reading: reading)
  }

  /// Whether anything in a text is said not to fit.
  func isDoubted(_ text: String, _ language: String) throws -> Bool {
    switch try dossier(text, language).verdict {
    case .cannotAllBeTrue, .unlikely: true
    case .noContradiction, .undecided: false
    }
  }

  /// Whether something in a text is checked, and fits.
  func isChecked(_ text: String, _ language: String) throws -> Bool {
    if case .noContradiction = try dossier(text, language).verdict { true } else { false }
  }

  private func dossier(_ text: String, _ language: String) throws -> Dossier {
    let draft = try world.draft(of: [try article(text, language)])
    return try CaseJudging(world: world).dossier(of: Array(draft.utf8), name: "draft")
  }
}
