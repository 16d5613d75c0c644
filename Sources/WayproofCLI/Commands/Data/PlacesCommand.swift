import ArgumentParser
import Casework
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

  @Option(help: "text, json or csv.")
  var format: PlaceFormat = .text

  func run() throws {
    do {
      let gazetteer = try data.folder().gazetteer(added: UserFolder().places.path)
      Output.write(format.text(try PlaceQuestion(name: name).answer(in: gazetteer)))
    } catch {
      throw CommandFailure(error)
    }
  }
}

extension Place {
  fileprivate var position: String {
    guard let coordinate else { return "unknown" }
    let sign = isEstimated ? "≈" : ""
    return sign + Numbers.plain(coordinate.latitude, 4) + ","
      + Numbers.plain(coordinate.longitude, 4)
  }
}

/// How places are printed.
enum PlaceFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json, csv

  func text(_ places: [Place]) -> String {
    switch self {
    case .json: return JSONValue.array(places.map { JSONValue($0) }).text()
    case .csv:
      let rows = places.map { place in
        [
          place.id.text, place.name, place.kind.rawValue, place.country,
          place.coordinate.map { "\($0.latitude)" } ?? "",
          place.coordinate.map { "\($0.longitude)" } ?? "", place.zones.joined(separator: "; "),
        ].map(CommaSeparated.field).joined(separator: ",")
      }
      return (["id,name,kind,country,latitude,longitude,zones"] + rows).joined(separator: "\n")
        + "\n"
    case .text:
      var story = Story()
      story.blocks.append(
        .table(
          header: ["id", "name", "kind", "position", "zone", "also"],
          rows: places.map { place in
            [
              place.id.text, place.name, "\(place.kind.rawValue) \(place.country)",
              place.position, place.zones.joined(separator: ", "),
              (place.codes + place.names).prefix(5).joined(separator: ", "),
            ]
          }))
      return Output.terminalText(story)
    }
  }
}
