import ArgumentParser
import Datasets
import Foundation
import Reporting

struct DiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Compare two reports and show what changed.",
    discussion: """
      Which verdicts, implied values and conflicts changed, and what can have brought it about: the case \
      file, the hedges' profile, the program, the data. Exits with 1 where anything did.

      EXAMPLES:
        wayproof check --format json case.yaml > after.json
        wayproof diff before.json after.json
      """)

  @Argument(help: "The earlier dossier (JSON).")
  var before: String

  @Argument(help: "The later one.")
  var after: String

  @Option(
    help: DossierDiff.formats.optionHelp, completion: DossierDiff.formats.completion,
    transform: { try DossierDiff.formats.named($0) })
  var format: DocumentFormat<DossierDiff>?

  /// A dossier of thousands of claims has some megabytes.
  private static let limit = 256 << 20

  func run() throws {
    let diff: DossierDiff
    do {
      diff = try DossierDiff(try Self.bytes(before), try Self.bytes(after))
    } catch let error as DossierDiff.Failure {
      throw CommandFailure("\(before), \(after): \(error)")
    }
    Output.write(try Output.text(of: diff, as: format ?? DossierDiff.formats.usual))
    if !diff.isEmpty { throw ExitCode(1) }
  }

  private static func bytes(_ path: String) throws(CommandFailure) -> [UInt8] {
    do { return try DataFolder.bytes(of: URL(fileURLWithPath: path), limit: limit) } catch {
      throw CommandFailure(error)
    }
  }
}
