import ArgumentParser
import CMemory
import Foundation
import Questions
import Reporting

/// Runs the command and turns every failure into a message and an exit code: 0 judged, 1 where
/// `--fail-on` says so, 2 usage or data error.
@main
enum Main {
  static func main() {
    StandardStreams.reserve()
    signal(SIGPIPE, SIG_DFL)
    cmemory_keep_freed()
    if VersionReport.isAsked(by: Array(CommandLine.arguments.dropFirst())) {
      Output.write(VersionReport.text)
      exit(0)
    }
    do {
      var command = try Wayproof.parseAsRoot()
      try command.run()
    } catch let code as ExitCode {
      exit(code.rawValue)
    } catch let failure as CommandFailure {
      Output.error(failure.message)
      exit(2)
    } catch {
      let message = Wayproof.fullMessage(for: error)
      guard Wayproof.exitCode(for: error) == .success else {
        let arguments = Array(CommandLine.arguments.dropFirst())
        Output.error(SuggestedCommand.advice(for: arguments) ?? message)
        exit(2)
      }
      Output.write(message + (message.hasSuffix("\n") ? "" : "\n"))
      exit(0)
    }
  }
}

extension QuestionField {
  /// Its option, such as `max-speed`.
  fileprivate var optionName: String { words.joined(separator: "-") }
}

struct Wayproof: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "wayproof",
    abstract: "Can what was reported about this journey all be true?",
    discussion: """
      Checks the distances, times and speeds that are reported of a journey against maps, clocks and physics, and \
      shows which reports contradict each other, and by how much.

      EXAMPLES:
        wayproof verify "London to Edinburgh is 450 km by rail, 4 h 20"
        wayproof check article.txt
        wayproof distance Nairobi Mombasa
      """,
    version: ProgramVersion.number,
    groupedSubcommands: [
      CommandGroup(
        name: "Check",
        subcommands: [
          VerifyCommand.self, CheckCommand.self, NewCommand.self, LogbookCommand.self,
          ExplainCommand.self, ReadCommand.self, AdmitCommand.self, DiffCommand.self,
          RulesCommand.self,
        ]),
      CommandGroup(
        name: "Measure",
        subcommands: [
          DistanceCommand.self, RouteCommand.self, RunCommand.self, FlyCommand.self,
          TimetableCommand.self,
        ]),
      CommandGroup(
        name: "What if",
        subcommands: [
          WhatIfCommand.self, ScenariosCommand.self, EstimateCommand.self, ReachCommand.self,
        ]),
      CommandGroup(name: "Many at once", subcommands: [BatchCommand.self, WorkerCommand.self]),
      CommandGroup(
        name: "Data",
        subcommands: [PlacesCommand.self, NetworkCommand.self, DataCommand.self]),
    ])
}

/// A failure that the user can mend, told in one message.
struct CommandFailure: Error, CustomStringConvertible {
  let message: String
  var description: String { message }

  init(_ message: String) { self.message = message }

  /// The failure of anything that says what is wrong.
  init(_ error: any Error) {
    guard let error = error as? QuestionError else {
      message = "\(error)"
      return
    }
    // The parts of a question are options here.
    let text = error.text { "--" + $0.optionName }
    message =
      switch error.condition {
      case .scenarioFile(let name): "\(text); use 'wayproof scenarios \(name)'"
      case .tooManyScenarios: "\(text), or give --yes"
      case .tooManyClaims, .other: text
      }
  }
}
