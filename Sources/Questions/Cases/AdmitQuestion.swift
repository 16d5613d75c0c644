import Casework
public import ClaimReading
import Datasets
import Gazetteer
public import Travel

/// What of another program's draft an article bears.
public struct AdmitQuestion: Sendable {
  /// The draft, in the JSON of `OutsideDraft`.
  public let draft: [UInt8]
  /// What it is called, for messages.
  public let name: String
  public let article: ReadQuestion

  public init(draft: [UInt8], name: String, article: ReadQuestion) {
    (self.draft, self.name, self.article) = (draft, name, article)
  }

  /// A draft case of what was admitted, and what was refused.
  public struct Answer: Sendable {
    public let caseFile: String
    public let admission: Admission
  }

  /// - Throws: `QuestionError` for what is no draft, and what is wrong with the article.
  public func answer(in world: World) throws(QuestionError) -> Answer {
    let outside: OutsideDraft
    do { outside = try OutsideDraft(json: draft) } catch {
      throw QuestionError("\(name): \(error)")
    }
    var reader = try ReadQuestion.reader(of: article.language, in: world)
    reader.isExplaining = true
    let read = try article.answer(by: reader)
    do {
      let confidences = try world.folder.tieConfidences()
      let admission = read.admitting(outside, at: confidences, by: world.grammar) {
        world.gazetteer.places(written: $0)
      }
      return Answer(
        caseFile: try world.draft(
          of: [admission.article], confidence: confidences[.drafted], title: nil),
        admission: admission)
    } catch {
      throw QuestionError(error)
    }
  }
}
