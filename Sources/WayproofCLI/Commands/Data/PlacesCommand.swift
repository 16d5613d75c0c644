import ArgumentParser
import Datasets
import Foundation
import Gazetteer
import Geodesy
import Quantities
import Questions
import Reporting

struct PlacesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "places",
    abstract: "Search and extend the gazetteer.",
    discussion: """
      EXAMPLES:
        wayproof places khasan
        wayproof places near 42.415,130.64
        wayproof places import airports.csv
      """,
    subcommands: [PlacesFindCommand.self, PlacesImportCommand.self, PlacesNearCommand.self],
    defaultSubcommand: PlacesFindCommand.self)
}

struct PlacesFindCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "find",
    abstract: "Look up a place by its name, code, or the beginning of its name.",
    discussion: """
      EXAMPLES:
        wayproof places khasan
        wayproof places Туманган
        wayproof places VVO --format json
      """)

  @OptionGroup var data: DataOptions

  @Argument(help: "A name in any script, an IATA or ICAO code, or a coordinate.")
  var name: String

  @Option(
    help: PlaceReport.formats.optionHelp, completion: PlaceReport.formats.completion,
    transform: { try PlaceReport.formats.named($0) })
  var format = PlaceReport.formats.usual

  func run() throws {
    do {
      let gazetteer = try data.folder().gazetteer(added: UserFolder().places.path)
      let report = PlaceReport(try PlaceQuestion(name: name).answer(in: gazetteer))
      Output.write(try Output.text(of: report, as: format))
    } catch {
      throw CommandFailure(error)
    }
  }
}
