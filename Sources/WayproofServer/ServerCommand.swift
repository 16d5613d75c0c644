import ArgumentParser
import Casework
import Datasets
import Foundation
import Hummingbird
import Reporting

/// Judges cases for other programs on this machine.
@main
struct ServerCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "wayproof-server",
    abstract: "Judge cases over HTTP.",
    discussion: """
      POST a case file (YAML) to /v1/check and its dossier comes back as JSON, as from \
      `wayproof check --format json`. GET /health says whether the service stands.

      EXAMPLE:
        wayproof-server --port 8080
        curl --data-binary @geo/cases/js621-flight.yaml http://127.0.0.1:8080/v1/check
      """,
    version: ProgramVersion.number)

  @Option(help: "The data folder, in place of the geo/ beside the program.")
  var geo: String?

  @Option(help: "The address to listen on; other machines can reach any but 127.0.0.1.")
  var host = "127.0.0.1"

  @Option(help: "The port to listen on, 0 for any that is free.")
  var port = 8080

  func validate() throws {
    guard (0...65_535).contains(port) else {
      throw ValidationError("\(port) is no port; they go from 0 to 65535")
    }
  }

  /// As for the command line: 2 for whatever the user can mend.
  static func main() async {
    do {
      var command = try parseAsRoot()
      if var service = command as? any AsyncParsableCommand {
        try await service.run()
      } else {
        try command.run()
      }
    } catch {
      let message = fullMessage(for: error)
      let isAsked = exitCode(for: error) == .success
      let stream = isAsked ? FileHandle.standardOutput : .standardError
      try? stream.write(contentsOf: Data((message + "\n").utf8))
      Foundation.exit(isAsked ? 0 : 2)
    }
  }

  func run() async throws {
    let world: World
    do {
      world = try World(folder: try DataFolder.locate(explicit: geo))
    } catch {
      throw ValidationError("\(error)")
    }
    let service = application(world: world, address: .hostname(host, port: port))
    try await service.runService()
  }
}
