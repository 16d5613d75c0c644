import ArgumentParser
import Chronology
import Gazetteer

/// When a way is gone, and how fast, for exports that need times.
struct MotionOptions: ParsableArguments {
  @Option(help: "With --format mfjson: the day on which it begins, such as 2019-04-24.")
  var date: String?

  @Option(help: "With --format mfjson: when it begins, by the clocks of the place, such as 06:57.")
  var depart: String?

  @Option(help: "With --format mfjson: the average speed in km/h.")
  var average: Double?

  /// Whether any of it was given.
  var isGiven: Bool { date != nil || depart != nil || average != nil }

  /// When it begins, in seconds since 1970.
  func start(at place: Place?) throws(CommandFailure) -> Double {
    guard let date, let depart else {
      throw CommandFailure(
        "--format mfjson says where something was when; give --date, --depart and --average")
    }
    let (day, clock) = (try CivilOptions.day(date), try CivilOptions.departure(depart))
    let zone = place?.zones.first.flatMap { try? Zone($0) } ?? .utc
    return zone.instant(of: day, at: clock).secondsSinceEpoch
  }

  /// In metres a second.
  func speed() throws(CommandFailure) -> Double {
    guard let average else {
      throw CommandFailure("--format mfjson needs --average, the speed in km/h")
    }
    guard average.isFinite, (1...4_000).contains(average) else {
      throw CommandFailure("--average \(average): 1 to 4000 km/h")
    }
    return average / 3.6
  }
}
