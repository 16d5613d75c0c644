import ArgumentParser
import Foundation
import Quantities
import Questions
import Reporting

struct LogbookCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "logbook",
    abstract: "Check a personal travel log row by row.",
    discussion: """
      Reads the CSV exports of Flightradar24, OpenFlights, AirTrail, Träwelling and travelynx, or columns of your own, \
      called from, to, date, departs, arrives, km, hours and mode. Finds journeys that cannot have been as they are \
      noted, slips of time zones, and journeys that overlap.

      EXAMPLES:
        wayproof logbook flights.csv
        wayproof logbook --by train trips.csv
        wayproof logbook --language ko trips.csv
        wayproof logbook --format csv --fail-on contradicted trips.csv > checked.csv
      """)

  @OptionGroup var judging: JudgingOptions

  @Argument(help: "A CSV file whose first line names its columns; - reads standard input.")
  var file: String

  @Option(
    help: "By what journeys are made whose row does not say so: train, bus, car, ferry or flight.",
    transform: TravelMode.option)
  var by: TravelMode?

  @Option(
    help: LogbookReport.formats.optionHelp, completion: LogbookReport.formats.completion,
    transform: { try LogbookReport.formats.named($0) })
  var format: DocumentFormat<LogbookReport>?

  @Option(
    help: """
      When to exit with 1: never, contradicted (a journey is impossible), unlikely (or one is unlikely), loose (or one \
      is possible only if loosely noted).
      """)
  var failOn: CheckCommand.FailOn = .never

  func run() throws {
    let (bytes, name) = try judging.bytes(of: file)
    let (format, style) = (format ?? LogbookReport.formats.usual, try judging.style())
    let report: LogbookReport
    do {
      var question = try LogbookQuestion(bytes, name: name)
      question.usualMode = by
      // Tables and JSON are the same in every language.
      if format.file == .text { question.language = style.language }
      report = question.answer(in: try judging.world())
    } catch {
      throw CommandFailure(error)
    }
    Output.write(try Output.text(of: report, as: format, to: nil, style))
    if report.rows.contains(where: { failing.contains($0.verdict) }) { throw ExitCode(1) }
  }

  private var failing: [LogbookReport.Verdict] {
    switch failOn {
    case .never: []
    case .contradicted: [.impossible]
    case .unlikely: [.impossible, .unlikely]
    case .loose: [.impossible, .unlikely, .loose]
    }
  }
}

extension TravelMode {
  /// - Throws: `ValidationError` for another word.
  static func option(_ text: String) throws -> TravelMode {
    guard let mode = TravelMode(named: text) else {
      throw ValidationError(
        "'\(text)' is no means of transport; write train, bus, car, ferry or flight")
    }
    return mode
  }
}
