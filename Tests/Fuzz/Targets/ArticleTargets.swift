import Casework
import ClaimReading
import Questions
import Travel

extension FuzzTarget {
  /// Articles, and what other programs say of them.
  static let articleTargets = [
    article("article", "article.txt"), article("html", "article.html"),
    article("markdown", "article.md"),
    FuzzTarget("earlier-figures") { bytes in _ = try EarlierFigure.figures(ofLines: bytes) },
    FuzzTarget("draft") { bytes in
      let article = ReadQuestion(Array(FuzzWorld.article.utf8), name: "article.txt")
      let question = AdmitQuestion(draft: bytes, name: "draft", article: article)
      check(draft: try question.answer(in: FuzzWorld.world).caseFile)
    },
    FuzzTarget("model-answer") { bytes in
      _ = try OutsideDraft(json: DraftRequest.draft(in: bytes))
    },
  ]

  private static func article(_ name: String, _ file: String) -> FuzzTarget {
    FuzzTarget(name) { bytes in
      var question = ReadQuestion(bytes, name: file)
      question.published = [nil, "2019-04-24", "0001-01-01", "9999-12-31"][bytes.count % 4]
      let read = try question.answer(by: FuzzWorld.reader)
      check(draft: try FuzzWorld.world.draft(of: [read], confidence: 0.3))
    }
  }

  /// Whatever a text is, its draft is a case file.
  private static func check(draft: String) {
    do {
      _ = try CheckQuestion(Array(draft.utf8), name: "draft").caseFile(in: FuzzWorld.world)
    } catch {
      violated("a draft is no case: \(error)\n\(draft)")
    }
  }
}
