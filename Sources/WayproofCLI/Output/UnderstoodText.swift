import Claims
import Casework
import Questions
import Quantities
import Reporting

/// What was understood of articles, in a line for each journey.
struct UnderstoodText {
  private let answer: ArticlesQuestion.Answer

  init(_ answer: ArticlesQuestion.Answer) { self.answer = answer }

  var text: String {
    let journeys = answer.judged.dossier.caseFile.journeys.map {
      "  \($0.title) (\($0.mode.rawValue))"
    }
    let figures = answer.figures == 1 ? "1 figure" : "\(answer.figures) figures"
    guard answer.claims > 0 else {
      return "\(figures) found, none tied to a journey: 'wayproof read' shows them."
    }
    let head =
      "\(figures) found, \(answer.claims) tied to a journey; 'wayproof read' shows all."
    return ([head] + journeys).joined(separator: "\n")
  }
}
