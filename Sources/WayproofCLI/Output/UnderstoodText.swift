import Claims
import Casework
import Questions
import Quantities
import Reporting
import Wording

/// What was understood of articles, in a line for each journey.
struct UnderstoodText {
  private let answer: ArticlesQuestion.Answer

  init(_ answer: ArticlesQuestion.Answer) { self.answer = answer }

  func text(in language: Language) -> String {
    let journeys = answer.judged.dossier.caseFile.journeys.map { journey in
      let mode = language.text(Phrase(term: journey.mode.rawValue))
      return "  \(journey.title)" + (journey.isOfUnnamedVehicle ? "" : " (\(mode))")
    }
    let figures: Phrase = answer.figures == 1 ? "1 figure" : "\(answer.figures) figures"
    guard answer.claims > 0 else {
      return language.text("\(figures) found, none tied to a journey: 'wayproof read' shows them.")
    }
    let head: Phrase =
      "\(figures) found, \(answer.claims) tied to a journey; 'wayproof read' shows all."
    return ([language.text(head)] + journeys).joined(separator: "\n")
  }
}
