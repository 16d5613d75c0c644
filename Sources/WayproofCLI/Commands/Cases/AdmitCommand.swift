import ArgumentParser
import ClaimReading
import Datasets
import Foundation
import Questions
import Travel

struct AdmitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "admit",
    abstract: "Draft a case from another program's reading, as far as the article bears it.",
    discussion: """
      The draft says which figure belongs to which journey, in JSON:

        {"journeys": [{"mode": "rail", "from": "Lyon", "to": "Paris"}],
         "claims": [{"quote": "took two hours", "of": "time", "journey": 1}]}

      'of' is departure, arrival, passing, take-off, landing, length, time, moving, stop, average or maximum. \
      Admitted is only what stands in the article to the letter, with a value that is read alike and with places that the \
      article names; for the rest the reason is given. The verdict is left to 'wayproof check'.

      EXAMPLES:
        wayproof admit draft.json article.txt > case.yaml
        wayproof admit draft.json article.txt | wayproof check -
      """)

  @OptionGroup var data: DataOptions
  @OptionGroup var reading: ArticleOptions

  @Argument(help: "The draft; - reads it from standard input.")
  var draft: String

  @Argument(help: "The article as plain text, Markdown or HTML.")
  var article: String

  func run() throws {
    let bytes =
      try draft == "-"
      ? StandardInput.bytes(limit: OutsideDraft.limit)
      : ArticleOptions.bytes(of: draft, limit: OutsideDraft.limit)
    let name = draft == "-" ? "standard input" : URL(fileURLWithPath: draft).lastPathComponent
    let world = try data.world()
    let question = AdmitQuestion(
      draft: bytes, name: name, article: try reading.question(article))
    try Self.write(question, in: world)
  }

  /// Writes what was admitted, and says what was not.
  static func write(_ question: AdmitQuestion, in world: World) throws(CommandFailure) {
    let answer: AdmitQuestion.Answer
    do { answer = try question.answer(in: world) } catch { throw CommandFailure(error) }
    for refusal in answer.admission.refusals {
      Output.error("not admitted: \(refusal.subject): \(refusal.reason)")
    }
    guard answer.admission.admitted > 0 else {
      throw CommandFailure("\(question.name): nothing of this draft could be admitted")
    }
    Output.write(answer.caseFile)
  }
}
