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

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, md, json }

  @Argument(help: "Codes of rules; all without one.")
  var codes: [String] = []

  @Option(help: "text, md or json.")
  var format: Format = .text

  func run() throws {
    let unknown = codes.filter { code in !Rules.all.contains { $0.code == code } }
    guard unknown.isEmpty else {
      throw CommandFailure(
        "there is no rule '\(unknown[0])'; there are "
          + Rules.all.map { $0.code }.joined(separator: ", "))
    }
    let rules = Rules.all.filter { codes.isEmpty || codes.contains($0.code) }
    switch format {
    case .text:
      Output.write(
        Output.terminalText(Story(rules: rules)))
    case .md: Output.write(MarkdownRenderer().text(Story(rules: rules)))
    case .json: Output.write(JSONValue(rules: rules).text())
    }
  }
}
