import ArgumentParser
import Casework
import Chronology
import ClaimReading
import Foundation
import Quantities
import Questions
import Reporting
import Travel

struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Check a sentence: can it be true?",
    discussion: """
      EXAMPLES:
        wayproof verify "London to Edinburgh is 450 km by rail, 4 h 20"
        wayproof verify "The flight from Nairobi to Lagos took 3 hours"
        wayproof verify --date 2024-03-10 "Left Kyiv at 22:30 on Sunday, in Warsaw at 14:00 on Monday"
      """)

  @OptionGroup var judging: JudgingOptions

  @OptionGroup var form: TextOptions

  @Option(
    help: JudgedCases.formats.optionHelp, completion: JudgedCases.formats.completion,
    transform: { try JudgedCases.formats.named($0) })
  var format: DocumentFormat<JudgedCases>?

  @Argument(
    help: "One sentence or a few, in any language that 'read' knows; - reads standard input.")
  var sentence: [String]

  @Option(help: "The day it was said, 2019-04-24, from which its weekdays are counted.")
  var date: String?

  func run() throws {
    let words = sentence.joined(separator: " ")
    let bytes = words == "-" ? try judging.bytes(of: words).bytes : Array(words.utf8)
    var question = SentenceQuestion(bytes)
    question.date = date
    let world = try judging.world()
    let format = format ?? JudgedCases.formats.usual
    var style = try judging.style(hasPictures: [.html, .svg].contains(format.file))
    style.columns = Output.terminalWidth
    style.isColoured = form.isColoured
    style.lines = Output.screenLines
    let answer: ArticlesQuestion.Answer
    do {
      let reader = try ReadQuestion.reader(of: nil, in: world)
      do { answer = try Self.answer(question, by: reader, in: world) } catch {
        // Where nobody says by what the journey was made, each means has its own verdict.
        let byMode = (try? question.answers(byEachMode: reader, in: world)) ?? []
        guard !byMode.isEmpty, format.file == .text else { throw error }
        let cases = byMode.map { (mode: $0.mode, dossier: $0.answer.judged.dossier) }
        return Output.write(form.text(Story.text(byMode: cases, style)))
      }
    } catch {
      throw CommandFailure(error)
    }
    do {
      let text = try format.text(of: JudgedCases([answer.judged], isList: false), style)
      Output.write(format.file == .text ? form.text(text) : text)
    } catch {
      throw CommandFailure(error)
    }
  }

  /// A sentence of "Monday" and "Friday" was said today where nobody gives its day.
  private static func answer(
    _ question: SentenceQuestion, by reader: ArticleReader, in world: World
  ) throws(QuestionError) -> ArticlesQuestion.Answer {
    let answer = try question.answer(by: reader, in: world)
    guard question.date == nil, answer.tested < answer.claims else { return answer }
    var today = question
    let now = Instant(secondsSinceEpoch: Date().timeIntervalSince1970)
    today.date = Zone.utc.local(now).date.description
    guard let dated = try? today.answer(by: reader, in: world), dated.tested > answer.tested else {
      return answer
    }
    return dated
  }
}
