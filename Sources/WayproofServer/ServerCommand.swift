import ArgumentParser
import Configuration
import CoreMetrics
import Datasets
import Foundation
import Hummingbird
import Logging
import NIOCore
import Questions
import Reporting
import SystemPackage

/// Judges cases for a browser and for other programs.
@main
struct ServerCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "wayproof-server",
    abstract: "Judge cases in a browser and over HTTP.",
    discussion: """
      The page is at /, the description of the interface at /docs. Every setting can be a flag, a variable \
      of the environment (WAYPROOF_PORT, WAYPROOF_LIMITS_SECONDS …) or in a file of YAML under wayproof:, the \
      first of them counting.

      EXAMPLES:
        wayproof-server --port 8080
        wayproof-server --config server.yaml
        curl --data-binary @geo/cases/js621-flight.yaml http://127.0.0.1:8080/v1/check
      """,
    version: ProgramVersion.number)

  @Option(help: "A file of settings.")
  var config: String?

  @Option(help: "The data folder, in place of the geo/ beside the program.")
  var geo: String?

  @Option(help: "The address to listen on; other machines can reach any but 127.0.0.1.")
  var host: String?

  @Option(help: "The port to listen on, 0 for any that is free.")
  var port: Int?

  @Option(help: "The database of kept cases; cases.sqlite in the user's folder otherwise.")
  var database: String?

  @Option(
    name: .customLong("set"),
    help: "KEY=VALUE of any other setting, such as limits.seconds=10; may be given several times.")
  var settings: [String] = []

  @Option(help: "How much is logged: debug, info, notice, warning or error.")
  var log = "notice"

  /// As for the command line: 2 for whatever the user can mend.
  static func main() async {
    StandardStreams.reserve()
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
    guard let level = Logger.Level(rawValue: log) else {
      throw ValidationError("--log \(log): write debug, info, notice, warning or error")
    }
    LoggingSystem.bootstrap(StreamLogHandler.standardError)
    var logger = Logger(label: ProgramVersion.name)
    logger.logLevel = level
    let metrics = MetricsText()
    MetricsSystem.bootstrap(metrics)
    do {
      let settings = try ServiceSettings(
        try await reader(), database: UserFolder().url.appendingPathComponent("cases.sqlite").path)
      if !settings.isLocal, settings.tokens.isEmpty {
        logger.warning(
          "other machines can reach this service and need no token; the setting tokens asks for one"
        )
      }
      let service = try Service(settings, metrics: metrics)
      // On the standard output and alone on its line, for whoever started it.
      let page = "http://\(settings.host.contains(":") ? "[\(settings.host)]" : settings.host)"
      try await application(service, logger: logger) { port in
        try? FileHandle.standardOutput.write(contentsOf: Data("\(page):\(port)/\n".utf8))
      }.runService()
    } catch let error as IOError {
      throw CannotListen(why: String(cString: strerror(error.errnoCode)))
    } catch let error as SocketAddressError {
      throw CannotListen(why: "\(error)")
    }
  }

  private struct CannotListen: Error, CustomStringConvertible {
    let why: String
    var description: String {
      "cannot listen there: \(why); another --port may be free, and --port 0 takes any that is"
    }
  }

  private func reader() async throws -> ConfigReader {
    var given: [AbsoluteConfigKey: ConfigValue] = [:]
    func give(_ key: String, _ value: String?) {
      guard let value else { return }
      given[AbsoluteConfigKey(["wayproof"] + key.split(separator: ".").map(String.init))] =
        ConfigValue(.string(value), isSecret: key == "tokens")
    }
    for text in settings {
      let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
      guard parts.count == 2 else { throw ValidationError("--set \(text): write KEY=VALUE") }
      guard ServiceSettings.keys.contains(parts[0]) else {
        throw ValidationError(
          "there is no setting '\(parts[0])'; there are \(ServiceSettings.keys.joined(separator: ", "))"
        )
      }
      give(parts[0], parts[1])
    }
    give("host", host)
    give("port", port.map { "\($0)" })
    give("geo", geo)
    give("database", database)
    var providers: [any ConfigProvider] = [
      InMemoryProvider(values: given), EnvironmentVariablesProvider(),
    ]
    if let config {
      providers.append(try await FileProvider<YAMLSnapshot>(filePath: FilePath(config)))
    }
    return ConfigReader(providers: providers)
  }
}
