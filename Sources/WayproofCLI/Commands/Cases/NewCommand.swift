import ArgumentParser
import Foundation
import Quantities
import Questions

struct NewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Write a case file for a journey.",
    discussion: """
      Takes what is known of the journey as options, and asks for the ends and the means of transport if they are \
      missing. What it writes passes 'wayproof check'; edit it, or check it as it is.

      EXAMPLES:
        wayproof new --from Oslo --to Bergen --by train --departs "2024-05-03 08:25" --hours 6.5 > bergen.yaml
        wayproof new --from LHR --to JFK --by flight --departs "2024-05-03 11:20" --arrives 14:10 --output trip.yaml
        wayproof new
      """)

  @OptionGroup var judging: JudgingOptions

  @Option(help: "Where it began: a city, a station, an airport, or latitude,longitude.")
  var from: String?

  @Option(help: "Where it ended.")
  var to: String?

  @Option(help: "By what: train, bus, car, ferry or flight.")
  var by: String?

  @Option(help: "The train or the aircraft by its name, such as \"Boeing 777\" or ICE.")
  var vehicle: String?

  @Option(help: "When it left by the clocks there: 2024-05-03 08:25.")
  var departs: String?

  @Option(
    help: "When it arrived by the clocks there; without a day the first such time after it left.")
  var arrives: String?

  @Option(help: "How far it is said to be, in km.")
  var km: Double?

  @Option(help: "How long it is said to have taken, in hours.")
  var hours: Double?

  @Option(help: "Who says so, such as the name of an outlet.")
  var source: String = "my notes"

  @Option(name: .shortAndLong, help: "The file to write; it must not exist yet.")
  var output: String?

  func run() throws {
    if let output, FileManager.default.fileExists(atPath: output) {
      throw CommandFailure("\(output) exists already; choose another name")
    }
    let file = try file()
    guard let output else {
      Output.write(file)
      return
    }
    try Output.save(file, to: output)
    Output.write("\(output)\nNow: wayproof check \(output)\n")
  }

  /// The case file, once it has been found to pass.
  private func file() throws(CommandFailure) -> String {
    let ends = (
      try Self.known(from, "From (city, station or airport): ", "--from"),
      try Self.known(to, "To: ", "--to")
    )
    let word = try Self.known(by, "By (train, bus, car, ferry, flight): ", "--by")
    guard let mode = TravelMode(named: word) else {
      throw CommandFailure("--by '\(word)': write train, bus, car, ferry or flight")
    }
    var record = TravelRecord(from: ends.0, to: ends.1, mode: mode)
    (record.vehicle, record.outlet) = (vehicle, source)
    // Whoever is asked for the ends is asked for what is to be checked, too.
    let isAsking = from == nil || to == nil || by == nil
    record.departs = try Self.moment(
      departs ?? (isAsking ? Self.askOptional("Left (2024-05-03 08:25; blank if unknown): ") : nil),
      "--departs")
    record.arrives = try Self.moment(
      arrives ?? (isAsking ? Self.askOptional("Arrived (blank if unknown): ") : nil), "--arrives")
    record.kilometers = try Self.positive(
      km
        ?? (isAsking
          ? Self.askOptional("Kilometres (blank if unknown): ").flatMap(Double.init) : nil),
      "--km")
    record.duration = try Self.positive(
      hours
        ?? (isAsking ? Self.askOptional("Hours (blank if unknown): ").flatMap(Double.init) : nil),
      "--hours"
    ).map { $0 * 3_600 }
    guard
      record.departs != nil || record.arrives != nil || record.kilometers != nil
        || record.duration != nil
    else {
      throw CommandFailure(
        "nothing to check yet: add --departs, --arrives, --km or --hours, as they were reported")
    }
    return try checked(record)
  }

  private func checked(_ record: TravelRecord) throws(CommandFailure) -> String {
    let world = try judging.world()
    do {
      let file = try record.found(in: world).file
      _ = try CheckQuestion(Array(file.utf8), name: "the new case").model(in: world)
      return file
    } catch {
      throw CommandFailure(error)
    }
  }

  private static func moment(
    _ text: String?, _ option: String
  ) throws(CommandFailure) -> TravelRecord.Moment? {
    guard let text, !text.isEmpty else { return nil }
    guard let moment = TravelRecord.Moment(text) else {
      throw CommandFailure("\(option) '\(text)': write it like \"2024-05-03 08:25\"")
    }
    return moment
  }

  private static func positive(_ value: Double?, _ option: String) throws(CommandFailure) -> Double?
  {
    guard let value else { return nil }
    guard value > 0, value < 100_000 else {
      throw CommandFailure("\(option) \(value): write a number above 0 and below 100000")
    }
    return value
  }

  /// What was given, or else answered; it is needed.
  private static func known(
    _ given: String?, _ question: String, _ option: String
  ) throws(CommandFailure) -> String {
    guard let answer = given ?? askOptional(question) else {
      throw CommandFailure("\(option) is missing: wayproof new --from Oslo --to Bergen --by train")
    }
    return answer
  }

  /// An answer; nil for a blank one, or none.
  private static func askOptional(_ question: String) -> String? {
    try? FileHandle.standardError.write(contentsOf: Data(question.utf8))
    let answer = readLine()?.trimmingCharacters(in: .whitespaces) ?? ""
    return answer.isEmpty ? nil : answer
  }
}
