public import Travel
import Quantities
import Geodesy
import Timetables
import TrainMotion
import Wording

/// A timetable held against the tracks, ready for any format.
public struct TimetableReport: Sendable {
  private let check: TimetableCheck
  private let attributions: [String]
  /// The sections that are told one by one.
  private let told: [TimetableCheck.Section]
  private let isWhole: Bool

  /// - Parameters:
  ///   - check: what was checked.
  ///   - trips: tells every section of these trips; where there are none, the sections that cannot be.
  ///   - attributions: who has to be named.
  public init(_ check: TimetableCheck, trips: Set<String> = [], attributions: [String]) {
    self.check = check
    self.attributions = attributions
    isWhole = trips.isEmpty
    told =
      trips.isEmpty
      ? check.sections.filter {
        [.impossible, .beyondTrain, .beyondSimulation].contains($0.verdict)
      }
      : check.sections.filter { trips.contains(check.timetable.trips[$0.trip].id) }
  }

  // MARK: Words

  private static let listed = 30

  public var story: Story {
    var story = Story()
    let timetable = check.timetable
    story.blocks.append(
      .heading(level: 1, Line("\(timetable.name) against \(check.model.name)", .strong)))
    story.blocks.append(.items(lines.map { (Line($0), []) }))
    story.blocks.append(
      .table(
        header: ["verdict", "sections", "what it means"],
        rows: TimetableCheck.Verdict.allCases.compactMap { verdict in
          let count = check.count(verdict)
          return count == 0 ? nil : [verdict.rawValue, "\(count)", verdict.words]
        }))
    if !told.isEmpty {
      story.blocks.append(
        .heading(level: 2, Line(isWhole ? "What cannot be" : "Section by section")))
      story.blocks.append(
        .table(
          header: ["train", "from – to", "time", "least km", "average", "peak", "verdict"],
          rows: listed.prefix(isWhole ? Self.listed : .max).map(row)))
      if isWhole, listed.count > Self.listed {
        story.blocks.append(
          .paragraph(
            Line(
              "… and \(listed.count - Self.listed) more pairs; the format csv has them all", .dim)))
      }
    }
    story.blocks.append(.items((timetable.remarks + terms).map { (Line($0, .dim), []) }))
    story.blocks.append(.paragraph(Line(attributions.joined(separator: "; "), .dim)))
    return story
  }

  private var lines: [String] {
    let timetable = check.timetable
    var lines = [
      "\(Self.count(timetable.trips.count, "train")), "
        + "\(Self.count(check.sections.count, "section")) between calls, "
        + "\(Numbers.fixed(Double(check.ways.count), 0)) different"
    ]
    let bases: [(TimetableCheck.Basis, String)] = [
      (.kilometrage, "by published kilometrage"), (.network, "along imported networks"),
      (.shape, "along the timetable's own lines"),
      (.straight, "without a way: the straight line only"),
      (.none, "with a place that is unknown"),
    ]
    let counted = bases.compactMap { basis, words in
      let count = check.ways.reduce(0) { $0 + ($1.basis == basis ? 1 : 0) }
      return count == 0 ? nil : "\(Numbers.fixed(Double(count), 0)) \(words)"
    }
    lines.append("lengths: " + counted.joined(separator: ", "))
    if timetable.isInMinutes {
      lines.append("times are whole minutes: every section may take a minute more or less")
    }
    return lines
  }

  private static func count(_ number: Int, _ thing: String) -> String {
    "\(Numbers.fixed(Double(number), 0)) \(thing)\(number == 1 ? "" : "s")"
  }

  /// Of the sections that cannot be the quickest between each pair of stops, with how many trains are like it.
  private var listed: [TimetableCheck.Section] {
    guard isWhole else { return told }
    return Dictionary(grouping: told, by: \.way).values.compactMap { sections in
      sections.min { ($0.elapsed, $0.trip) < ($1.elapsed, $1.trip) }
    }.sorted {
      ($0.verdict == .impossible ? 0 : 1, $0.trip) < ($1.verdict == .impossible ? 0 : 1, $1.trip)
    }
  }

  private func row(_ section: TimetableCheck.Section) -> [String] {
    let timetable = check.timetable
    let way = check.way(of: section)
    let others = isWhole ? told.reduce(-1) { $0 + ($1.way == section.way ? 1 : 0) } : 0
    return [
      timetable.trips[section.trip].id + (others > 0 ? " and \(others) more" : ""),
      "\(timetable.stops[section.from.stop].name) – \(timetable.stops[section.to.stop].name)",
      Numbers.duration(Double(section.elapsed)).english,
      way.length.map(length) ?? "",
      section.neededAverage.map { Numbers.fixed($0 * 3.6, 0) } ?? "",
      section.neededPeak.map { Numbers.fixed($0 * 3.6, 0) } ?? (way.profile == nil ? "" : "none"),
      section.verdict.rawValue,
    ]
  }

  /// The least that the way may measure, from which the speeds beside it come.
  private func length(_ range: ClosedRange<Double>) -> String {
    Numbers.fixed(range.lowerBound / 1_000, range.lowerBound < 1e6 ? 1 : 0)
  }

  /// Stops of which nobody knows where they are.
  private var unknownPlaces: [String] {
    var names: [String] = []
    for section in check.sections where check.way(of: section).basis == .none {
      for call in [section.from, section.to] {
        let stop = check.timetable.stops[call.stop]
        if !check.isPlaced(call.stop), !names.contains(stop.name) { names.append(stop.name) }
      }
      if names.count > 20 { break }
    }
    return names
  }

  private var terms: [String] {
    let shares = check.ways.map(\.timetabledShare).filter { $0 > 0 }
    var terms = [
      "average and peak: the speeds in km/h that a section's time needs at least",
      "ceiling of \(check.model.name): \(Numbers.speed(check.model.ceiling.metersPerSecond))",
    ]
    let unknown = unknownPlaces
    if !unknown.isEmpty {
      terms.append(
        "places that are unknown: \(unknown.prefix(20).joined(separator: ", "))"
          + (unknown.count > 20 ? " and more" : "") + "; give them lat and lon")
    }
    if !shares.isEmpty {
      terms.append(
        "likely times of \(Numbers.fixed(Double(shares.count), 0)) ways from other trains' timetables"
      )
    }
    return terms
  }

  // MARK: Data

  private static let columns = [
    "trip", "route", "line", "from", "to", "departure", "arrival", "seconds", "basis",
    "geodesic_km",
    "least_km", "most_km", "needed_average_kmh", "needed_peak_kmh", "fastest_s", "technical_s",
    "likely_least_s", "likely_most_s", "timetabled_share", "verdict",
  ]

  /// Every section as a row.
  public var csv: String {
    var rows = [Self.columns.joined(separator: ",")]
    rows.reserveCapacity(check.sections.count + 1)
    for section in isWhole ? check.sections : told {
      rows.append(CommaSeparated.row(fields(of: section)))
    }
    return rows.joined(separator: "\n") + "\n"
  }

  private func fields(of section: TimetableCheck.Section) -> [String] {
    let timetable = check.timetable
    let trip = timetable.trips[section.trip]
    let way = check.way(of: section)
    func number(_ value: Double?, _ decimals: Int) -> String {
      value.map { Numbers.plain($0, decimals) } ?? ""
    }
    return [
      trip.id, trip.route, "\(section.to.line)", timetable.stops[section.from.stop].name,
      timetable.stops[section.to.stop].name, clock(section.from.departure),
      clock(section.to.arrival), "\(section.elapsed)", way.basis.rawValue,
      number(way.basis == .none ? nil : way.geodesic / 1_000, 3),
      number(way.length.map { $0.lowerBound / 1_000 }, 3),
      number(way.length.map { $0.upperBound / 1_000 }, 3),
      number(section.neededAverage.map { $0 * 3.6 }, 1),
      number(section.neededPeak.map { $0 * 3.6 }, 1),
      number(way.basis == .none ? nil : way.fastest, 1),
      number(way.technical, 1), number(check.likely(section)?.lowerBound, 1),
      number(check.likely(section)?.upperBound, 1), number(way.timetabledShare, 3),
      section.verdict.rawValue,
    ]
  }

  private func clock(_ seconds: Int) -> String {
    "\(Numbers.two(seconds / 3_600)):\(Numbers.two(seconds / 60 % 60)):\(Numbers.two(seconds % 60))"
  }

  public var json: JSONValue {
    .object([
      "format": .text("wayproof-timetable"), "version": .whole(1),
      "timetable": .text(check.timetable.name), "train": .text(check.model.id),
      "trips": .whole(check.timetable.trips.count), "sections": .whole(check.sections.count),
      "verdicts": .object(
        Dictionary(
          uniqueKeysWithValues: TimetableCheck.Verdict.allCases.map {
            ($0.rawValue, .whole(check.count($0)))
          })),
      "told": .array(
        told.map { section in
          .object(
            Dictionary(
              uniqueKeysWithValues: zip(Self.columns, fields(of: section).map { .text($0) }))
          )
        }), "remarks": .array((check.timetable.remarks + terms).map { .text($0) }),
      "attribution": .array(attributions.map { .text($0) }),
    ])
  }
}

extension TimetableCheck.Verdict {
  /// What a reader should take from it.
  fileprivate var words: String {
    switch self {
    case .fits: "within the likely time"
    case .slow: "takes longer than is likely: stops, waiting, or slow track"
    case .fast: "faster than is likely, but within what the train can do"
    case .beyondSimulation:
      "faster than simulated with every unknown at its best, or a line is missing"
    case .beyondTrain:
      "faster than the train that was taken, which nobody named"
    case .impossible: "faster than the ceilings allow, or it arrives before it leaves"
    case .unknown: "nobody knows the way"
    }
  }
}

extension SectionSpeeds {
  /// The table that can be read again.
  public var csv: String {
    let header = "from,from_lat,from_lon,to,to_lat,to_lon,km,least_kmh,most_kmh,trains"
    let lines = rows.map { row in
      CommaSeparated.row([
        row.from, Numbers.plain(row.start.latitude, 5), Numbers.plain(row.start.longitude, 5),
        row.to, Numbers.plain(row.end.latitude, 5), Numbers.plain(row.end.longitude, 5),
        Numbers.plain(row.kilometers, 3), Numbers.plain(row.speeds.lowerBound * 3.6, 2),
        Numbers.plain(row.speeds.upperBound * 3.6, 2), "\(row.trains)",
      ])
    }
    return ([header] + lines).joined(separator: "\n") + "\n"
  }
}
