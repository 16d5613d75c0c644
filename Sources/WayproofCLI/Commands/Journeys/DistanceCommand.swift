import ArgumentParser
import Quantities
import Questions
import Railways
import Reporting

struct DistanceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "distance",
    abstract: "Measure the distance between places: straight line, rail, road, sea, air.",
    discussion: """
      A coordinate is latitude,longitude in degrees; write -- before one that begins with a minus.
      With - pairs are read from standard input, one a line, as CSV (lat,lon,lat,lon or from,to) or \
      JSON Lines ({"from": …, "to": …}); each line comes back with the geodesic and, between \
      stations, the track in kilometres.

      EXAMPLES:
        wayproof distance pyongyang vladivostok
        wayproof distance FNJ VVO --format json
        wayproof distance 39.0047,125.7359 43.1112,131.8819
        wayproof distance - < pairs.csv
        wayproof distance 50.9430,6.9590 50.7321,7.0966 --network cologne
      """)

  @OptionGroup var data: DataOptions

  @Argument(help: "Two or more places, or - to read pairs from standard input.")
  var places: [String]

  @Option(
    help: DistanceReport.formats.optionHelp, completion: DistanceReport.formats.completion,
    transform: { try DistanceReport.formats.named($0) })
  var format: DocumentFormat<DistanceReport>?

  @Option(help: "An imported network; its track is measured as well. May be given several times.")
  var network: [String] = []

  @Option(help: "With --network: how many km from track a place may be (default: 2).")
  var snap: Double?

  @Flag(help: "Coordinates read from standard input are longitude first.")
  var lonlat = false

  @Option(help: "At most this many cores.")
  var threads: Int?

  func run() throws {
    if places == ["-"] {
      guard network.isEmpty else {
        throw CommandFailure("--network does not go with -; ask pair by pair with `wayproof route`")
      }
      try PairStream(data: data, isLongitudeFirst: lonlat, threads: threads).run()
      return
    }
    var question = DistanceQuestion(places: places)
    question.snap = snap.map { .kilometers($0) }
    let report: DistanceReport
    do {
      report = try question.answer(
        in: data.world(vehicles: false), networks: try network.map(DataOptions.network))
    } catch {
      throw CommandFailure(error)
    }
    Output.write(try Output.text(of: report, as: format ?? DistanceReport.formats.usual))
  }
}
