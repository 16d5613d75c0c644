import ArgumentParser
import Chronology
import Datasets
import Foundation
import Questions
import Reporting

struct DataCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "data",
    abstract: "Keep data files with their origin, digest and licence.",
    discussion: """
      Files are kept in the user's data folder (WAYPROOF_DATA, else XDG_DATA_HOME/wayproof, else \
      ~/.local/share/wayproof) and go by name: `wayproof network import NAME`.

      Where data comes from:
        OpenStreetMap extracts  download.geofabrik.de             ODbL 1.0, © OpenStreetMap contributors
        Airports                ourairports.com/data              public domain
        Railroads, countries    naturalearthdata.com              public domain

      A file of countries or land (GeoJSON) that is called "basemap" is drawn below the maps of reports.

      EXAMPLES:
        wayproof data add extract.osm.pbf --name my-extract --licence ODbL-1.0
        wayproof data list
        wayproof data verify my-extract
      """,
    subcommands: [
      DataListCommand.self, DataAddCommand.self, DataVerifyCommand.self, DataRemoveCommand.self,
    ])
}

struct DataListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "What is kept.")

  func run() throws {
    do {
      let items = try DataShelf.own.items()
      if items.isEmpty { Output.error("nothing is kept yet; `wayproof data add` keeps a file") }
      for item in items {
        Output.write(
          "\(item.name): \(item.bytes) bytes, added \(item.added) from \(item.origin), SHA-256 "
            + "\(item.sha256.prefix(16))…"
            + [item.licence, item.attribution].filter { !$0.isEmpty }.map { "; \($0)" }.joined()
            + "\n")
      }
    } catch {
      throw CommandFailure(error)
    }
  }
}

struct DataAddCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: "Keep a file, or what an address holds.",
    discussion: """
      A download that was cut short goes on where it stopped when it is asked for again.

      EXAMPLES:
        wayproof data add extract.osm.pbf --name my-extract --licence ODbL-1.0
        wayproof data add https://download.geofabrik.de/europe/monaco-latest.osm.pbf --name monaco \\
            --attribution "© OpenStreetMap contributors, ODbL 1.0"
      """)

  @Argument(help: "A file, or an address that begins with https:// or http://.")
  var origin: String

  @Option(help: "What it will be called.")
  var name: String

  @Option(help: "The SHA-256 that it must have.")
  var sha256 = ""

  @Option(help: "Its licence, such as ODbL-1.0.")
  var licence = ""

  @Option(help: "Who has to be named wherever it is used.")
  var attribution = ""

  @Option(help: "The greatest size in MB.")
  var limit = 4_096

  @Flag(help: "Overwrite an existing entry of the same name.")
  var replace = false

  func run() throws {
    guard (1...1_000_000).contains(limit) else {
      throw CommandFailure("--limit \(limit): write 1 to 1000000 MB")
    }
    guard sha256.isEmpty || (sha256.count == 64 && sha256.allSatisfy(\.isHexDigit)) else {
      throw CommandFailure("--sha256: a SHA-256 has 64 hexadecimal digits")
    }
    let label = DataShelf.Label(
      name: name, sha256: sha256, licence: licence, attribution: attribution, limit: limit << 20,
      replaces: replace)
    do {
      let today = Zone.utc.local(Instant(secondsSinceEpoch: Date().timeIntervalSince1970)).date
      let item = try DataShelf.own.add(from: origin, label, date: "\(today)")
      if name == DataShelf.basemapName {
        do { _ = try DataShelf.own.basemap() } catch {
          try DataShelf.own.remove(name)
          throw error
        }
      }
      Output.write("\(item.name): \(item.bytes) bytes, SHA-256 \(item.sha256)\n")
    } catch {
      throw CommandFailure(error)
    }
  }
}

struct DataVerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify", abstract: "Hold what is kept against its digests.")

  @Argument(help: "Names; everything where none is given.")
  var names: [String] = []

  func run() throws {
    do {
      let all = try names.isEmpty ? DataShelf.own.items().map(\.name) : names
      for name in all {
        try DataShelf.own.verify(name)
        Output.write("\(name): as it was added\n")
      }
    } catch {
      throw CommandFailure(error)
    }
  }
}

struct DataRemoveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove", abstract: "Take a file off the shelf.")

  @Argument(help: "Its name.")
  var name: String

  func run() throws {
    do { try DataShelf.own.remove(name) } catch { throw CommandFailure(error) }
  }
}
