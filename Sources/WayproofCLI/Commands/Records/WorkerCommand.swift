import ArgumentParser
import Foundation
import Questions

struct WorkerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "worker",
    abstract: "Answer questions line by line for another program.",
    discussion: """
      Reads JSON objects, one on each line, from standard input and writes one line for each, in order. The first \
      line says that it is ready, with the version and the digest of the data. A record that cannot be answered gets \
      an error with its reason.

      EXAMPLES:
        echo '{"ask": "distance", "places": ["Nairobi", "Mombasa"]}' | wayproof worker
        echo '{"ask": "check", "id": 7, "article": "…", "only": ["verdict"]}' | wayproof worker
        wayproof worker < records.jsonl > answers.jsonl
      """)

  @OptionGroup var judging: JudgingOptions

  @Option(help: "How many bytes a line may have, 1000 to 1000000000.")
  var maxLine = 16_000_000

  @Option(help: "Answer at most this many waiting records at once (default: one for each core).")
  var threads: Int?

  func validate() throws {
    guard (1_000...1_000_000_000).contains(maxLine) else {
      throw ValidationError("--max-line \(maxLine): 1000 to 1000000000 bytes")
    }
    guard threads.map({ $0 > 0 }) ?? true else {
      throw ValidationError("--threads: at least 1")
    }
  }

  func run() throws {
    try StandardInput.check()
    let worker = Worker(
      desk: try judging.desk(threads: threads), identity: try judging.identity(),
      limit: maxLine, threads: threads)
    worker.run(STDIN_FILENO) { Output.write(bytes: $0) }
  }
}

extension JudgingOptions {
  /// What answers records over the data that was asked for.
  func desk(threads: Int?) throws(CommandFailure) -> RecordDesk {
    let (world, style) = (try world(), try style())
    do {
      var desk = try RecordDesk(world: world, style: style)
      desk.threads = threads
      return desk
    } catch {
      throw CommandFailure(error)
    }
  }

  /// What its answers are made with.
  func identity() throws(CommandFailure) -> EngineIdentity {
    try EngineIdentity(data.folder(), networks: network)
  }
}
