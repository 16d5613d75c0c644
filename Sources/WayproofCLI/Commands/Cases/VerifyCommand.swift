import ArgumentParser
import Casework
import ClaimReading
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
    let answer: ArticlesQuestion.Answer
    do {
      answer = try question.answer(by: ReadQuestion.reader(of: nil, in: world), in: world)
    } catch {
      throw CommandFailure(error)
    }
    let format = format ?? JudgedCases.formats.usual
    var style = try judging.style(hasPictures: [.html, .svg].contains(format.file))
    style.columns = Output.terminalWidth
    style.isColoured = form.isColoured
    style.lines = Output.screenLines
    do {
      let text = try format.text(of: JudgedCases([answer.judged], isList: false), style)
      Output.write(format.file == .text ? form.text(text) : text)
    } catch {
      throw CommandFailure(error)
    }
  }
}
