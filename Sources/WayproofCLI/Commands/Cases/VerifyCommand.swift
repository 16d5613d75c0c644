import ArgumentParser
import Casework
import ClaimReading
import Quantities
import Questions
import Reporting

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

  @Argument(
    help: "One sentence or a few, in any language that 'read' knows; - reads standard input.")
  var sentence: [String]

  @Option(help: "The day it was said, 2019-04-24, from which its weekdays are counted.")
  var date: String?

  func run() throws {
    let words = sentence.joined(separator: " ")
    let bytes = words == "-" ? try judging.bytes(of: words).bytes : Array(words.utf8)
    var question = ReadQuestion(bytes, name: "the sentence")
    question.input = .plain
    question.published = date
    let world = try judging.world()
    let answer: ArticlesQuestion.Answer
    var byMode: [(mode: TravelMode, answer: ArticlesQuestion.Answer)] = []
    do {
      var articles = ArticlesQuestion([question])
      // Whoever writes the sentence sees what was made of it.
      articles.confidence = 0.5
      let reader = try ReadQuestion.reader(of: nil, in: world)
      answer = try articles.answer(by: reader, in: world)
      if answer.claims == 0 { byMode = try articles.answers(byEachMode: reader, in: world) }
    } catch {
      throw CommandFailure(error)
    }
    var style = try judging.style()
    style.columns = Output.terminalWidth
    style.isColoured = form.isColoured
    style.lines = Output.screenLines
    guard answer.claims > 0 else {
      guard !byMode.isEmpty else { throw CommandFailure(advice(answer)) }
      let cases = byMode.map { (mode: $0.mode, dossier: $0.answer.judged.dossier) }
      return Output.write(form.text(Story.text(byMode: cases, style)))
    }
    do {
      let text = try JudgedCases.formats.usual.text(
        of: JudgedCases([answer.judged], isList: false), style)
      Output.write(form.text(text))
    } catch {
      throw CommandFailure(error)
    }
  }

  /// What is missing in a sentence of which nothing can be checked.
  private func advice(_ answer: ArticlesQuestion.Answer) -> String {
    answer.figures == 0
      ? "the sentence has no distance, time or speed: write for example \"450 km\", \"4 h 20\" or \"160 km/h\""
      : """
      its figures cannot be tied to a journey for sure: name both ends and the means of transport, such as "by rail from London \
      to Edinburgh"
      """
  }
}
