import ArgumentParser
import Foundation
import Questions
import Reporting

struct BatchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "batch",
    abstract: "Answer a whole file or folder on all cores, and continue after an interruption.",
    discussion: """
      The input is JSON Lines with the records of 'wayproof worker', CSV, or a folder of articles and case files. CSV holds \
      pairs (lat,lon,lat,lon or from,to) as for 'distance -'; with --ask its header names the fields, and lists have \
      semicolons between their items. Answers come in the order of the input. Beside the output a manifest says which \
      version and data made it, and counts the verdicts.

      EXAMPLES:
        wayproof batch articles/ -o verdicts.jsonl --only verdict
        wayproof batch pairs.csv -o distances.csv
        wayproof batch sentences.csv --ask verify -o verdicts.jsonl
        wayproof batch records.jsonl -o answers.jsonl --max-bad 0.05
        wayproof batch records.jsonl -o answers.jsonl --resume
      """)

  @OptionGroup var judging: JudgingOptions

  @Argument(help: "A file that ends in .jsonl, .ndjson or .csv, or a folder.")
  var input: String

  @Option(name: .shortAndLong, help: "The file to write; its manifest is written beside it.")
  var output: String

  @Option(
    help: """
      What to ask where a record does not: \(RecordQuestion.allCases.map(\.rawValue).joined(separator: ", ")) (default: pairs \
      of CSV, check of a folder).
      """)
  var ask: RecordQuestion?

  @Option(help: "The fields of each answer to keep, with commas: verdict,claims (default: all).")
  var only: String?

  @Flag(help: "Coordinates of pairs are longitude first.")
  var lonlat = false

  @Flag(help: "Continue what Ctrl-C or a crash left unfinished; start where nothing is left.")
  var resume = false

  @Option(help: "End when more than this share of the records is bad, 0 to 1.")
  var maxBad = 0.5

  @Option(help: "How many bytes a record may have, 1000 to 1000000000.")
  var maxLine = 16_000_000

  @Option(help: "At most this many cores.")
  var threads: Int?

  func validate() throws {
    guard (0...1).contains(maxBad) else {
      throw ValidationError("--max-bad \(maxBad): a share from 0 to 1")
    }
    guard (1_000...1_000_000_000).contains(maxLine) else {
      throw ValidationError("--max-line \(maxLine): 1000 to 1000000000 bytes")
    }
    guard threads.map({ $0 > 0 }) ?? true else { throw ValidationError("--threads: at least 1") }
  }

  func run() throws {
    let source = try source()
    let paths = (source as? BatchFolder)?.paths
    let manifest = try manifest(of: source, paths)
    let output = try BatchOutput(output, identity: manifest.digest)
    let desk = try judging.desk(threads: threads)
    let records = BatchDesk(
      desk: desk,
      pairs: PairTable(world: desk.world, isLongitudeFirst: lonlat, threads: threads),
      limit: maxLine, usual: source.usual, only: kept,
      folder: paths == nil ? nil : URL(fileURLWithPath: input, isDirectory: true))
    var job = BatchJob(
      source, records, to: output, manifest: manifest, badLimit: maxBad)
    let tally: BatchTally
    do { tally = try job.run(resuming: resume) } catch is BatchInterrupted { throw ExitCode(130) }
    try job.finish(tally)
    Output.write(summary(tally))
  }

  private var kept: [String] { only?.split(separator: ",").map(String.init) ?? [] }

  private func source() throws(CommandFailure) -> any BatchSource {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: input, isDirectory: &isFolder) else {
      throw CommandFailure("\(input): there is no such file or folder")
    }
    if isFolder.boolValue {
      let question = ask ?? .check
      guard [.check, .read, .verify].contains(question) else {
        throw CommandFailure("--ask \(question.rawValue): of a folder check, read or verify")
      }
      return try BatchFolder(input, usual: question)
    }
    switch URL(fileURLWithPath: input).pathExtension.lowercased() {
    case "jsonl", "ndjson": return try BatchLines(input, limit: maxLine, usual: ask)
    case "csv":
      guard let ask, ask != .pairs else { return try BatchPairs(input) }
      return try BatchTable(input, limit: maxLine, usual: ask)
    default:
      throw CommandFailure("\(input): a batch reads .jsonl, .ndjson, .csv or a folder")
    }
  }

  private func manifest(
    of source: any BatchSource, _ paths: [String]?
  ) throws(CommandFailure) -> BatchManifest {
    let digest: String
    do { digest = try BatchManifest.digest(of: input, files: paths) } catch {
      throw CommandFailure(error)
    }
    return BatchManifest(
      identity: try judging.identity(), question: source.usual,
      options: [
        "language": .text(judging.language), "lonlat": .flag(lonlat),
        "max_line": .whole(maxLine), "only": .array(kept.map { .text($0) }),
      ], input: URL(fileURLWithPath: input).lastPathComponent, inputDigest: digest)
  }

  private func summary(_ tally: BatchTally) -> String {
    func line(_ name: String, _ counts: [String: Int]) -> String {
      let parts = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      return counts.isEmpty
        ? ""
        : "\(name): "
          + parts.map { "\($0.value.grouped) \($0.key)" }
          .joined(separator: ", ") + "\n"
    }
    return
      "\(output): \(tally.records.grouped) records, \(tally.bad.grouped) bad\n"
      + line("cases", tally.verdicts) + line("claims", tally.claims)
  }
}

extension RecordQuestion: ExpressibleByArgument {}
