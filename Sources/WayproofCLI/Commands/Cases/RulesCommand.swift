import ArgumentParser
import Casework
import Reporting

struct RulesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules",
    abstract: "List the rules behind the notes of a report.",
    discussion: """
      EXAMPLES:
        wayproof rules
        wayproof rules straight-line-as-route
        wayproof rules --format json
      """)

  @Argument(help: "Codes of rules; all without one.")
  var codes: [String] = []

  @Option(
    help: RuleReport.formats.optionHelp, completion: RuleReport.formats.completion,
    transform: { try RuleReport.formats.named($0) })
  var format = RuleReport.formats.usual

  func run() throws {
    let unknown = codes.filter { code in !Rules.all.contains { $0.code == code } }
    guard unknown.isEmpty else {
      throw CommandFailure(
        "there is no rule '\(unknown[0])'; there are "
          + Rules.all.map { $0.code }.joined(separator: ", "))
    }
    let report = RuleReport(Rules.all.filter { codes.isEmpty || codes.contains($0.code) })
    Output.write(try Output.text(of: report, as: format))
  }
}
