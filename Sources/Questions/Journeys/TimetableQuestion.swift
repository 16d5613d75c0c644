import Datasets
import Railways
public import Reporting
import Timetables
public import Travel
import TrainMotion

/// How a timetable stands to tracks and the laws of motion.
public struct TimetableQuestion: Sendable {
  /// Where the timetable comes from.
  public enum Source: Sendable {
    /// A GTFS feed, as a ZIP archive or a folder; buses and ferries too if all is taken.
    case feed(path: String, takesAll: Bool)
    /// A table of calls (CSV) with its name.
    case table([UInt8], name: String)
  }

  public var source: Source
  /// Of the library, by its name there; an ordinary one where nobody names it.
  public var train: String?
  /// Line speeds in km/h to take where nobody gives them, such as `60..120`, in place of the country's.
  public var lineSpeed: String?
  /// Other trains' speeds, in place of the built-in ones.
  public var speeds: SectionSpeeds?
  /// Trips of which every section is listed.
  public var trips: [String] = []
  /// Do not go by the lines that a feed draws.
  public var ignoresShapes = false

  public init(_ source: Source) { self.source = source }

  /// - Parameters:
  ///   - world: with the networks that ways are sought in.
  ///   - threads: at most so many; nil for all cores. The answer does not depend on it.
  /// - Throws: `QuestionError`.
  public func answer(
    in world: World, threads: Int? = nil
  ) throws(QuestionError) -> TimetableAnswer {
    let name = train ?? "passenger-train"
    guard let model = world.train(named: name) else {
      throw QuestionError(
        TrainJourneyError.unknownTrain(
          name, known: world.trains.map(\.id), similar: world.trains(like: name)))
    }
    if let threads, threads < 1 { throw QuestionError(.threads, threads, "at least 1") }
    var conditions = TimetableConditions(model: model)
    conditions.isTrainNamed = train != nil
    conditions.line = try assumedLine(world)
    conditions.ignoresShapes = ignoresShapes
    conditions.speeds = speeds
    let timetable = try timetable()
    if let missing = trips.first(where: { id in !timetable.trips.contains { $0.id == id } }) {
      let some = timetable.trips.prefix(8).map(\.id).joined(separator: ", ")
      throw QuestionError(.trip, missing, "there is no such trip; the first are \(some)")
    }
    let check = world.check(timetable, conditions, threads: threads)
    let report = TimetableReport(
      check, trips: Set(trips), attributions: attributions(world, check))
    return TimetableAnswer(report: report, check: check)
  }

  private func timetable() throws(QuestionError) -> Timetable {
    do {
      switch source {
      case .feed(let path, let takesAll):
        return try GTFSFeed(path: path, takesAll: takesAll).timetable()
      case .table(let bytes, let name): return try Timetable(csv: bytes, name: name)
      }
    } catch {
      throw QuestionError(error)
    }
  }

  private func assumedLine(_ world: World) throws(QuestionError) -> LineDefault? {
    guard let lineSpeed else { return nil }
    guard let range = NumberRange.parse(lineSpeed), (1...600).contains(range.lowerBound),
      range.upperBound <= 600
    else { throw QuestionError(.lineSpeed, lineSpeed, "km/h from 1 to 600, one number or a..b") }
    return LineDefault(
      speed: range.lowerBound / 3.6...range.upperBound / 3.6,
      gradient: world.lineDefaults["*"]?.gradient ?? 5, source: "as given")
  }

  /// What the ways were measured on.
  private func attributions(_ world: World, _ check: TimetableCheck) -> [String] {
    let bases = Set(check.ways.map(\.basis))
    let built = bases.contains(.kilometrage) ? world.datasets.map(\.attribution) : []
    let networks = bases.contains(.network) ? world.tracks.flatMap(\.meta.sources) : []
    return (["Times: \(check.timetable.name)"] + built + networks.map(\.attribution))
      .reduce(into: []) { if !$1.isEmpty, !$0.contains($1) { $0.append($1) } }
  }
}

/// A timetable that was checked.
public struct TimetableAnswer: Sendable {
  public let report: TimetableReport
  public let check: TimetableCheck
}
