import ArgumentParser
import Casework
import Datasets
import Foundation
import Reporting
import Scenarios

struct ScenariosCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "scenarios",
    abstract: "Compare named scenarios.",
    discussion: """
      A scenario file names a case and, for each scenario, what is supposed in it: any parameter that \
      `wayproof what-if CASE --list` shows, and claims that are not believed.

      EXAMPLES:
        wayproof scenarios geo/scenarios/april-2019-train.yaml
        wayproof scenarios --format csv scenarios.yaml > scenarios.csv
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, md, csv, json }

  @OptionGroup var judging: JudgingOptions

  @Argument(help: "A scenario file (YAML).")
  var file: String

  @Option(help: "text, md, csv or json.")
  var format: Format = .text

  @Option(
    help: "Maximum number of scenarios at once (default: all cores). Does not change the result.")
  var threads: Int?

  func validate() throws {
    if let threads, threads < 1 { throw ValidationError("--threads must be at least 1") }
  }

  func run() throws {
    let url = URL(fileURLWithPath: file)
    let scenarios: ScenarioFile
    do {
      scenarios = try ScenarioFile(yaml: try DataFolder.bytes(of: url, limit: 8 << 20), name: file)
    } catch {
      throw CommandFailure(error)
    }
    let path = URL(fileURLWithPath: scenarios.casePath, relativeTo: url.deletingLastPathComponent())
    let model = try judging.model(of: path.path, judging.world())
    let comparison: Comparison
    do { comparison = try Comparison(scenarios, model, threads: threads) } catch {
      throw CommandFailure(error)
    }
    let report = ComparisonReport(comparison)
    let language = try judging.style().language
    switch format {
    case .text:
      Output.write(
        Output.terminalText(
          report.story(in: language), least: WhatIfCommand.tableWidth))
    case .md: Output.write(MarkdownRenderer().text(report.story(in: language)))
    case .csv: Output.write(report.commaSeparated)
    case .json: Output.write(ScenarioDocument(model).comparison(report).text())
    }
  }
}
