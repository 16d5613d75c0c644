import Travel
import Casework
import Chronology
import Claims
import Datasets
import Flights
import Gazetteer
import Plausibility
import Quantities
import Railways
import TrainMotion
import Wording

extension CaseTeller {
  var journeys: [Story.Block] { Array(journeyBlocks().joined()) }

  /// Each journey's route and running time, under a heading.
  ///
  /// - Parameter earlier: the places of journeys that a map shows already.
  func journeyBlocks(mapped earlier: Set<Set<Place.ID>> = []) -> [[Story.Block]] {
    var mapped = earlier
    return dossier.itineraries.map { itinerary -> [Story.Block] in
      let legs = dossier.legs.filter { $0.journey.id == itinerary.journey.id }
      // There and back by air is one map.
      let isFlown = itinerary.journey.mode == .air
      let places = Set(itinerary.places.map(\.id))
      let isNew = mapped.insert(places).inserted || !isFlown && !earlier.contains(places)
      return [heading("Route: \(itinerary.journey.title)")]
        + pictures(of: itinerary, mapping: isNew)
        + legs.flatMap(told)
    }
  }

  /// Where it went, unless an earlier map shows it, and when.
  private func pictures(of itinerary: Itinerary, mapping isMapped: Bool) -> [Story.Block] {
    guard hasPictures else { return [] }
    let pictures: [(any Picture)?] = [
      isMapped ? MapPicture(itinerary, self) : nil, TrainGraph(itinerary, self),
    ]
    let note: [Story.Block] =
      isMapped ? [] : [.paragraph(line("The map above shows where it went.", .dim))]
    return note + pictures.compactMap { picture in picture.map { .figure($0) } }
  }

  private func told(_ account: LegAccount) -> [Story.Block] {
    let leg = account.leg
    var blocks: [Story.Block] = [heading(leg.named, level: 3)]
    var lines: [Line] = []
    if let geodesic = leg.geodesic {
      lines.append(line("straight line \(Numbers.distance(geodesic.central.meters))"))
    } else {
      lines.append(line("straight line unknown: a place has no sourced position"))
    }
    if let way = leg.way { lines.append(wayLine(way, leg)) }
    lines += leg.alternatives.map { alternative in
      line("\(alternative.title): \(interval(alternative.way))")
    }
    lines += (leg.way?.course).map(events) ?? []
    lines += timeLines(account) + ceilingLines(leg) + onwardLines(account)
    if !account.leftOut.isEmpty, !account.windows.isEmpty {
      let names = account.leftOut.map { dossier.shortName(of: .claim($0)) }.joined(separator: ", ")
      lines.append(line("left out below, against the claims before it: \(names)"))
    }
    blocks.append(.items(lines.map { ($0, []) }))
    blocks += hours(of: leg)
    let rows = ledgerRows(account)
    if !rows.isEmpty {
      blocks.append(
        .table(
          header: [say("time available"), say("time"), say("average speed required")], rows: rows))
    }
    blocks += sweeps(account)
    return blocks
  }

  private func wayLine(_ way: TypedDistance, _ leg: Leg) -> Line {
    let name = leg.mode == .rail ? "track" : way.kind.rawValue
    return line(
      "\(term: name) \(way.followsTrack ? interval(way) : range(of: way, on: leg)): \(way.basis)")
      + line(leg.wayProblem.isEmpty ? "" : " (\(leg.wayProblem))", .warning)
  }

  /// Of what is only estimated no one figure is told, and no way is shorter than the straight line.
  private func range(of way: TypedDistance, on leg: Leg) -> Phrase {
    let straight = leg.geodesic?.central.meters ?? 0
    let bounds = Bounds(
      max(way.interval.lower?.meters ?? 0, straight), way.interval.upper?.meters ?? .infinity)
    return ValueFormat.distance.text(bounds)
  }

  private func interval(_ way: TypedDistance) -> Phrase {
    let bounds = Bounds(
      way.interval.lower?.meters ?? 0, way.interval.upper?.meters ?? .infinity)
    return "\(Numbers.distance(way.central.meters)) (\(ValueFormat.distance.text(bounds)))"
  }

  private func events(_ course: RailCourse) -> [Line] {
    course.gaugeBreaks.map { change in
      gaugeBreak(
        "\(change.from.words) to \(change.to.words) at \(term: change.location.title)",
        change.location.chainage, change.site)
    }
      + course.reversals.map {
        line("turns round at \(term: $0.title), \(on($0.chainage))")
      }
      + course.borders.compactMap(crossing)
  }

  private func crossing(_ border: RailCourse.Border) -> Line? {
    guard let (from, to) = border.countries else { return nil }
    let (countries, title) = ("\(from)–\(to)", border.location.title)
    let on = on(border.location.chainage)
    return line(
      title.isEmpty
        ? "crosses the border \(countries), \(on)"
        : "crosses the border \(countries) at \(term: title), \(on)")
  }

  private func gaugeBreak(_ change: Phrase, _ chainage: Distance, _ site: GaugeBreakSite) -> Line {
    let hours: Phrase =
      site.hours.least.map { ", at least \($0, decimals: 1) h" } ?? ", its time unmeasured"
    return line(
      "\(change), \(on(chainage)): \(term: site.method), \(term: site.status.rawValue)\(hours)")
  }

  private func on(_ chainage: Distance) -> Phrase {
    chainage.meters < 1 ? "at the start" : "\(Numbers.distance(chainage.meters)) on"
  }

  private func timeLines(_ account: LegAccount) -> [Line] {
    var lines: [Line] = []
    if let fastest = account.fastest {
      lines.append(line("cannot take less than \(Numbers.duration(fastest.inSeconds))"))
    }
    guard let running = account.running, let low = running.lower, let high = running.upper else {
      return lines
    }
    let likely = ValueFormat.duration.text(Bounds(low.inSeconds, high.inSeconds))
    if let run = account.leg.run {
      lines += simulated(run, likely)
    } else if let flight = account.leg.flight {
      lines.append(
        line(
          """
          \(term: flight.aircraft.name), simulated: likely \(likely) in the air, typically \
          \(Numbers.duration(flight.typical.time)); block time \(range(flight.block))
          """
        ))
    } else {
      lines.append(line("such vehicles usually take \(likely)"))
    }
    return lines
  }

  /// What the simulation says of a run, and on what it rests.
  private func simulated(_ run: TrainJourney, _ likely: Phrase) -> [Line] {
    let events = run.ledger.filter(\.isEvent).map(\.title)
    let with = (["allowances"] + events).joined(separator: ", ")
    let known = Int(held: (run.profile.knownSpeedShare * 100).rounded())
    let assumed = run.profile.defaults.sorted { $0.key < $1.key }.map { country, taken -> Phrase in
      let (low, high) = (taken.speed.lowerBound * 3.6, taken.speed.upperBound * 3.6)
      return country.isEmpty
        ? "\(low, decimals: 0) to \(high, decimals: 0) km/h in other countries"
        : "\(low, decimals: 0) to \(high, decimals: 0) km/h in \(country)"
    }
    return [
      line(
        "\(term: run.model.name), simulated: technical running time \(range(run.technical)); likely \(likely) with \(with)"
      ),
      line(
        assumed.isEmpty
          ? "speed limits known on \(known) % of the route"
          : """
          speed limits known on \(known) % of the route; elsewhere assumed: \(assumed.joined(separator: ", "))
          """),
    ]
  }

  private func range(_ seconds: ClosedRange<Double>) -> Phrase {
    ValueFormat.duration.text(Bounds(seconds.lowerBound, seconds.upperBound))
  }

  /// How long the running alone takes at each greatest speed that a source gives.
  private func ceilingLines(_ leg: Leg) -> [Line] {
    guard leg.mode == .rail, let way = leg.way else { return [] }
    return dossier.caseFile.claims.compactMap { claim in
      guard case .speed(let value, let speed) = claim.subject, speed.kind == .maximum,
        let most = value.interval(under: dossier.profile).upper,
        let time = way.central.duration(at: .metersPerSecond(most))
      else { return nil }
      return line(
        """
        at \(Numbers.speed(most)) (\(dossier.shortName(of: claim))) the running alone takes \(Numbers.duration(time.inSeconds))\
        \(excess(of: time.inSeconds, over: leg))
        """)
    }
  }

  /// How much longer that is than what sources say of the same leg, such as `, 14 % more than the 20 h …`.
  private func excess(of seconds: Double, over leg: Leg) -> Phrase {
    let longer = dossier.caseFile.claims.compactMap { claim -> Phrase? in
      guard case .duration(let value, let from, let to) = claim.subject,
        case .stop(let journey, leg.start.id, _) = from, case .stop(journey, leg.end.id, _) = to
      else { return nil }
      let said = value.siValue
      // "More than two days" is no less true of three.
      guard value.upperNumber == nil, value.interval(under: dossier.profile).upper != nil, said > 0,
        // Beyond a hundred times a share says nothing.
        seconds > said * 1.005, seconds < said * 100
      else { return nil }
      let percent = Int(held: ((seconds / said - 1) * 100).rounded())
      return
        ", \(percent) % more than the \(Numbers.duration(said)) of \(dossier.shortName(of: claim))"
    }
    return longer.reduce("") { $0 + $1 }
  }

  /// What the sources leave for the leg, reading by reading, and how fast each way would have to be.
  private func ledgerRows(_ account: LegAccount) -> [[String]] {
    guard let way = account.leg.way else { return [] }
    let ways = [(title: "", way: way)] + account.leg.alternatives
    let rows = account.windows.flatMap { window -> [[String]] in
      guard window.seconds.high.isFinite else { return [] }
      return ways.compactMap { title, way in
        guard let needed = LegAccount.neededSpeed(over: way, within: window.seconds) else {
          return nil
        }
        let label: Phrase =
          readingNames(window.readings).map { "with \($0)" } ?? "the sources' times"
        return [
          say(title.isEmpty ? label : "\(label), \(title)"),
          say("at most \(Numbers.duration(window.seconds.high))"), say(speeds(needed)),
        ]
      }
    }
    return mergedRows(rows, titles: ways.map(\.title))
  }

  /// Rows that say the same under every reading are told once, without the reading.
  private func mergedRows(_ rows: [[String]], titles: [String]) -> [[String]] {
    let facts = rows.map { Array($0.dropFirst()) }
    guard rows.count > titles.count, Set(facts).count <= titles.count else { return rows }
    return zip(rows.prefix(titles.count), titles).map { row, title in
      let label: Phrase = "the sources' times"
      return [say(title.isEmpty ? label : "\(label), \(title)")] + row.dropFirst()
    }
  }

  /// Where only the beginning is told: when that was by the clocks of the other end, and when the end
  /// can have been.
  private func onwardLines(_ account: LegAccount) -> [Line] {
    guard let window = account.windows.first(where: { !$0.seconds.high.isFinite }),
      window.start.low.isFinite, window.start.high.isFinite
    else { return [] }
    let zone = account.leg.endPlace.zones.first.flatMap { try? Zone($0) } ?? .utc
    let isAir = account.leg.mode == .air
    var lines: [Line] = []
    if zone != account.leg.startPlace.zones.first.flatMap({ try? Zone($0) }) {
      let start = ValueFormat.moment(zone).text(window.start)
      lines.append(
        line(
          isAir
            ? "took off \(start), by the clocks of the other end"
            : "left \(start), by the clocks of the other end"))
    }
    if let fastest = account.fastest, let low = account.running?.lower,
      let high = account.running?.upper
    {
      let earliest = Numbers.moment(window.start.low + fastest.inSeconds, in: zone)
      let usual = Bounds(window.start.low + low.inSeconds, window.start.high + high.inSeconds)
      let usually = ValueFormat.moment(zone).text(usual)
      lines.append(
        line(
          isAir
            ? "can have landed from \(earliest) on, usually \(usually)"
            : "can have come in from \(earliest) on, usually \(usually)"))
    }
    return lines
  }

  /// How fast the route would have to be gone at the least: it is known between its shortest and its longest.
  private func speeds(_ needed: Interval<Speed>) -> Phrase {
    let shortest = Numbers.speed(needed.lower?.metersPerSecond ?? 0)
    guard let upper = needed.upper?.metersPerSecond else { return "at least \(shortest)" }
    let longest = Numbers.speed(upper)
    // Ends that read the same are one.
    return shortest.english == longest.english
      ? "at least \(shortest)"
      : "\(shortest) by the shortest route, \(longest) by the longest"
  }

  /// Faster than this nothing on rails has to be told, in km/h.
  private static let fastest = 250.0

  /// The speed needed for each hour of departure, reading by reading side by side.
  private func sweeps(_ account: LegAccount) -> [Story.Block] {
    guard let way = account.leg.way else { return [] }
    let sweeps = account.windows.compactMap { SpeedsByDeparture(window: $0, way: way) }
      .filter { $0.rows.count > 1 }
    let zone = account.leg.startPlace.zones.first.flatMap { try? Zone($0) } ?? .utc
    let groups = Dictionary(grouping: sweeps) { $0.rows.map(\.departure.secondsSinceEpoch) }
    return groups.sorted { $0.key.lexicographicallyPrecedes($1.key) }.compactMap {
      departures, group in
      let rows = departures.indices.prefix { index in
        group.contains { ($0.rows[index].needed.lower?.kilometersPerHour ?? 0) < Self.fastest }
      }.prefix(8).map { index in
        [say(Numbers.moment(departures[index], in: zone))]
          + group.map { say(speeds($0.rows[index].needed)) }
      }
      // An aircraft needs more than any train at every hour.
      guard !rows.isEmpty else { return nil }
      let header = group.map { say("average speed required\(readingWords($0.readings))") }
      return .table(header: [say("if it left at")] + header, rows: rows)
    }
  }
}
