import ArgumentParser
import Casework
import Claims
import Reporting

struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Explain one claim in full.",
    discussion: """
      What its words may mean, its verdict, what contradicts it and why, what would reconcile them, and what believing \
      it changes for everything else.

      EXAMPLES:
        wayproof explain geo/cases/april-2019-train.yaml twenty-hours
        wayproof explain --format md case.yaml about-560
      """)

  @OptionGroup var judging: JudgingOptions

  @Argument(help: "A case file (YAML); - reads one from standard input.")
  var file: String

  @Argument(help: "The identifier of one of its claims.")
  var claim: String

  @Option(
    help: Story.formats.optionHelp, completion: Story.formats.completion,
    transform: { try Story.formats.named($0) })
  var format: DocumentFormat<Story>?

  func run() throws {
    let dossier = try judging.judged(file, judging.bytes(of: file).bytes, judging.world()).dossier
    let language = try judging.style().language
    guard let story = Story(explaining: Claim.ID(claim), in: dossier, language: language) else {
      let known = dossier.claims.map(\.claim.id.text).joined(separator: ", ")
      throw CommandFailure(
        "\(file) has no claim '\(claim)'; "
          + (known.isEmpty ? "it has none" : "there are \(known)"))
    }
    Output.write(try Output.text(of: story, as: format ?? Story.formats.usual))
  }
}
