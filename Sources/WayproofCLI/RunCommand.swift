import ArgumentParser
import Casework
import Datasets
import Foundation
import Gazetteer
import Quantities
import Railways
import Reporting
import TrainMotion

struct RunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "How long a train needs, by the laws of motion.",
    discussion: """
      The least time that the ceilings allow, the technical running time between the best and the worst case of what is \
      unknown, and the likely time with allowances, stops, changes of gauge and reversals.

      EXAMPLES:
        wayproof run pyongyang vladivostok --train armoured-train --stop khasan=60
        wayproof run pyongyang vladivostok --train armoured-train-m62 --change tumangang=armoured-train
        wayproof run vladivostok khabarovsk --train passenger-train --format csv -o run.csv
        wayproof run pyongyang vladivostok --train armoured-train --max-speed 60 --limit 0..20=30
        wayproof run --path line.yaml --stock trains.yaml
        wayproof run --list
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, md, html, svg, json, csv }

  @OptionGroup var data: DataOptions

  @Argument(help: "Where the run begins, and where it ends.")
  var places: [String] = []

  @Option(help: "The train; --list shows all.")
  var train = "passenger-train"

  @Option(
    help: """
      A place at which it stops, may be given several times, in order; with what for (khasan=border) or how many minutes \
      (khasan=60 or khasan=30..90).
      """)
  var stop: [String] = []

  @Option(
    help:
      "Where it goes on with another train: ussuriysk=passenger-train; may be given several times.")
  var change: [String] = []

  @Option(help: "A speed in km/h that the train never passes.")
  var maxSpeed: Double?

  @Option(
    help:
      "A slower stretch: 120..135=40 is 40 km/h between km 120 and 135; may be given several times."
  )
  var limit: [String] = []

  @Option(
    help: "A running-path file of railtoolkit in place of two places; its first path, or FILE#ID.")
  var path: String?

  @Option(help: "A rolling-stock file of railtoolkit; its first train, or FILE#ID.")
  var stock: String?

  @Option(help: "An imported network for ways that the built-in kilometrage does not have.")
  var network: String?

  @Option(
    help:
      "A table of how fast trains are timetabled, in place of the built-in one; see `timetable --write-speeds`."
  )
  var speeds: String?

  @Flag(help: "Show the trains that there are.")
  var list = false

  @Option(help: "text, md, html, svg, json or csv; by the ending of --output otherwise.")
  var format: Format?

  @Option(name: [.customShort("o"), .long], help: "A file to write, in place of standard output.")
  var output: String?

  func run() throws {
    var world = try data.world()
    let models = world.trains
    if list {
      return Output.write(models.map { "\($0.id)  \($0.name)" }.joined(separator: "\n") + "\n")
    }
    guard places.count == 2 || path != nil && places.isEmpty else {
      throw CommandFailure("two places are wanted, where the run begins and where it ends")
    }
    guard path == nil || stop.isEmpty && change.isEmpty && network == nil else {
      throw CommandFailure("--path takes no --stop, --change or --network")
    }
    let model = try model(world)
    if let network {
      do { world.tracks = [try TrackNetwork(file: UserFolder().network(network).path)] } catch {
        throw CommandFailure(error)
      }
    }
    if let speeds { world.speeds = try TimetableCommand.speeds(speeds) }
    let journey: TrainJourney
    do {
      if let path {
        let line = try RunFiles.path(path)
        journey = try world.journey(by: model, over: line.path, named: line.name, restrictions())
      } else {
        journey = try world.journey(
          by: model, from: places[0], calls: calls(world), to: places[1], restrictions())
      }
    } catch {
      throw CommandFailure(error)
    }
    let networks = journey.way.trackPath == nil ? [] : world.tracks.flatMap(\.meta.sources)
    let report = RunReport(
      journey,
      attributions: world.attributions(
        of: journey.places, usesKilometrage: journey.way.path != nil,
        usesTimetables: speeds == nil && journey.isTimetabled)
        + networks.map(\.attribution).filter { !$0.isEmpty })
    let text = render(report, try OutputEnding.format(format, of: output, else: .text))
    guard let output else { return Output.write(text) }
    try Output.save(text, to: output)
    Output.error("\(output): \(journey.places.map(\.name).joined(separator: " – "))")
  }

  private func model(_ world: World) throws(CommandFailure) -> TrainModel {
    if let stock { return try RunFiles.train(stock) }
    guard let model = world.trains.first(where: { $0.id == train }) else {
      throw CommandFailure(TrainJourneyError.unknownTrain(train, known: world.trains.map(\.id)))
    }
    return model
  }

  private func restrictions() throws(CommandFailure) -> TrainRestrictions {
    var restrictions = TrainRestrictions()
    if let maxSpeed {
      guard maxSpeed.isFinite, (1...1_000).contains(maxSpeed) else {
        throw CommandFailure("--max-speed \(maxSpeed): 1 to 1000 km/h")
      }
      restrictions.cap = maxSpeed / 3.6
    }
    for text in limit {
      let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
      guard parts.count == 2, let range = FlightOptions.range(parts[0]), range.lowerBound >= 0,
        range.lowerBound < range.upperBound, let speed = Double(parts[1]),
        (1...1_000).contains(speed)
      else {
        throw CommandFailure("--limit \(text): write km and km/h, 120..135=40")
      }
      restrictions.limits.append(
        TrainRestrictions.Limit(
          range: range.lowerBound * 1_000...range.upperBound * 1_000, speed: speed / 3.6))
    }
    return restrictions
  }

  /// The stops between, with those at which the train is changed.
  private func calls(_ world: World) throws(CommandFailure) -> [TrainCall] {
    var trains: [(place: String, train: TrainModel)] = []
    for text in change {
      let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
      guard parts.count == 2 else {
        throw CommandFailure("--change \(text): write PLACE=TRAIN, as in ussuriysk=passenger-train")
      }
      guard let model = world.trains.first(where: { $0.id == parts[1] }) else {
        throw CommandFailure(
          TrainJourneyError.unknownTrain(parts[1], known: world.trains.map(\.id)))
      }
      trains.append((parts[0], model))
    }
    if stop.isEmpty {
      return try trains.map { change throws(CommandFailure) in
        TrainCall(place: change.place, kind: try kind("locomotive", world), train: change.train)
      }
    }
    var calls: [TrainCall] = []
    for text in stop {
      let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
      let place = parts.first ?? text
      let index = trains.firstIndex { $0.place == place }
      let change = index.map { trains.remove(at: $0) }
      let kind = try kind(
        parts.count == 2 ? parts[1] : change == nil ? "call" : "locomotive", world)
      calls.append(TrainCall(place: place, kind: kind, train: change?.train))
    }
    if let left = trains.first {
      throw CommandFailure(
        "--change \(left.place): name it among the stops too, in their order: --stop \(left.place)")
    }
    return calls
  }

  private func kind(_ text: String, _ world: World) throws(CommandFailure) -> StopKind {
    if let kind = world.stopKinds.first(where: { $0.id == text }) { return kind }
    if let minutes = FlightOptions.range(text), minutes.lowerBound >= 0,
      minutes.upperBound <= 10_000
    {
      return .given(minutes.lowerBound * 60...minutes.upperBound * 60)
    }
    throw CommandFailure(
      "--stop PLACE=\(text): write minutes, 60 or 30..90, or one of "
        + world.stopKinds.map(\.id).joined(separator: ", "))
  }

  private func render(_ report: RunReport, _ format: Format) -> String {
    switch format {
    case .text:
      Output.terminalText(report.story)
    case .md: MarkdownRenderer().text(report.story)
    case .html: HTMLRenderer(title: report.chart.title).text(report.story)
    case .svg: report.chart.svg
    case .json: report.json.text()
    case .csv: report.csv
    }
  }
}
