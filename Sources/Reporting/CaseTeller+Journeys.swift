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

extension CaseTeller {
  var journeys: [Story.Block] {
    dossier.itineraries.flatMap { itinerary -> [Story.Block] in
      let legs = dossier.legs.filter { $0.journey.id == itinerary.journey.id }
      return [.heading(level: 2, Line("The way: \(itinerary.journey.title)"))]
        + pictures(of: itinerary)
        + legs.flatMap(told)
    }
  }

  /// Where it went, and when.
  private func pictures(of itinerary: Itinerary) -> [Story.Block] {
    guard hasPictures else { return [] }
    let pictures: [(any Picture)?] = [
      MapPicture(itinerary, in: dossier), TrainGraph(itinerary, in: dossier),
    ]
    return pictures.compactMap { picture in picture.map { .figure($0) } }
  }

  private func told(_ account: LegAccount) -> [Story.Block] {
    let leg = account.leg
    var blocks: [Story.Block] = [.heading(level: 3, Line(leg.title))]
    var lines: [Line] = []
    if let geodesic = leg.geodesic {
      lines.append(Line("straight line \(Numbers.distance(geodesic.central.meters))"))
    } else {
      lines.append(Line("straight line unknown: a place has no sourced position"))
    }
    if let way = leg.way { lines.append(wayLine(way, leg)) }
    lines += leg.alternatives.map { alternative in
      Line("\(alternative.title): \(interval(alternative.way))")
    }
    lines += (leg.way?.path).map(events) ?? []
    lines += (leg.way?.trackPath).map(events) ?? []
    lines += timeLines(account) + ceilingLines(leg) + onwardLines(account)
    if !account.leftOut.isEmpty, !account.windows.isEmpty {
      let names = account.leftOut.map(\.text).joined(separator: ", ")
      lines.append(Line("left out below, against the claims before it: \(names)"))
    }
    blocks.append(.items(lines.map { ($0, []) }))
    let rows = ledgerRows(account)
    if !rows.isEmpty {
      blocks.append(
        .table(header: ["what the sources leave", "time", "needed speed"], rows: rows))
    }
    blocks += sweeps(account)
    return blocks
  }

  private func wayLine(_ way: TypedDistance, _ leg: Leg) -> Line {
    let name = leg.mode == .rail ? "track" : way.kind.rawValue
    return Line("\(name) \(interval(way)): \(way.basis)")
      + Line(leg.wayProblem.isEmpty ? "" : " (\(leg.wayProblem))", .warning)
  }

  private func interval(_ way: TypedDistance) -> String {
    let bounds = Bounds(
      way.interval.lower?.meters ?? 0, way.interval.upper?.meters ?? .infinity)
    return "\(Numbers.distance(way.central.meters)) (\(ValueFormat.distance.text(bounds)))"
  }

  private func events(_ path: RailPath) -> [Line] {
    path.gaugeBreaks.map { change in
      gaugeBreak(
        "\(change.from) to \(change.to) at \(name(change.place))", change.chainage, change.site)
    }
      + path.reversals.map {
        Line("turns round at \(name($0.place)), \(on($0.chainage))")
      }
  }

  private func events(_ path: TrackPath) -> [Line] {
    path.breaks.map { change in
      gaugeBreak(
        "\(change.from.title) to \(change.to.title) at \(change.title)",
        change.place.chainage, change.site)
    }
      + path.reversals.map { Line("turns round at \($0.title), \(on($0.chainage))") }
  }

  private func gaugeBreak(_ change: String, _ chainage: Distance, _ site: GaugeBreakSite) -> Line {
    let hours = site.hours.least.map { ", at least \(Numbers.fixed($0, 1)) h" }
    return Line("\(change), ")
      + Line(
        "\(on(chainage)): \(site.method), "
          + "\(site.status.rawValue)\(hours ?? ", its time unmeasured")")
  }

  private func on(_ chainage: Distance) -> String {
    chainage.meters < 1 ? "at the start" : "\(Numbers.distance(chainage.meters)) on"
  }

  private func name(_ id: Place.ID) -> String {
    for place in dossier.itineraries.flatMap(\.places) where place.id == id { return place.name }
    return dossier.placeNames[id] ?? id.text
  }

  private func timeLines(_ account: LegAccount) -> [Line] {
    var lines: [Line] = []
    if let fastest = account.fastest {
      lines.append(Line("cannot take less than \(Numbers.duration(fastest.inSeconds))"))
    }
    guard let running = account.running, let low = running.lower, let high = running.upper else {
      return lines
    }
    let likely = "\(Numbers.duration(low.inSeconds)) to \(Numbers.duration(high.inSeconds))"
    if let run = account.leg.run {
      lines += simulated(run, likely)
    } else if let flight = account.leg.flight {
      lines.append(
        Line(
          "\(flight.aircraft.name), simulated: likely \(likely) in the air, typically "
            + "\(Numbers.duration(flight.typical.time)); block time "
            + "\(Numbers.duration(flight.block.lowerBound)) to \(Numbers.duration(flight.block.upperBound))"
        ))
    } else {
      lines.append(Line("such vehicles usually take \(likely)"))
    }
    return lines
  }

  /// What the simulation says of a run, and on what it rests.
  private func simulated(_ run: TrainJourney, _ likely: String) -> [Line] {
    let technical = run.technical
    let events = run.ledger.filter(\.isEvent).map(\.title)
    let with = (["allowances"] + events).joined(separator: ", ")
    let known = Int((run.profile.knownSpeedShare * 100).rounded())
    let assumed = run.profile.defaults.sorted { $0.key < $1.key }.map { country, taken in
      let (low, high) = (taken.speed.lowerBound * 3.6, taken.speed.upperBound * 3.6)
      return "\(Numbers.fixed(low, 0)) to \(Numbers.fixed(high, 0)) km/h in "
        + (country.isEmpty ? "other countries" : country)
    }
    return [
      Line(
        "\(run.model.name), simulated: running \(Numbers.duration(technical.lowerBound)) to "
          + "\(Numbers.duration(technical.upperBound)), likely \(likely) with \(with)"),
      Line(
        "line speed known on \(known) % of the way"
          + (assumed.isEmpty ? "" : "; assumed where it is not: \(assumed.joined(separator: ", "))")
      ),
    ]
  }

  /// How long the running alone takes at each greatest speed that a source gives.
  private func ceilingLines(_ leg: Leg) -> [Line] {
    guard leg.mode == .rail, let way = leg.way else { return [] }
    return dossier.caseFile.claims.compactMap { claim in
      guard case .speed(let value, let speed) = claim.subject, speed.kind == .maximum,
        let most = value.interval(under: dossier.profile).upper,
        let time = way.central.duration(at: .metersPerSecond(most))
      else { return nil }
      return Line(
        "at \(Numbers.speed(most)) (\(claim.id)) the running alone takes "
          + Numbers.duration(time.inSeconds) + excess(of: time.inSeconds, over: leg))
    }
  }

  /// How much longer that is than what sources say of the same leg, such as `, 14 % more than the 20 h …`.
  private func excess(of seconds: Double, over leg: Leg) -> String {
    let longer = dossier.caseFile.claims.compactMap { claim -> String? in
      guard case .duration(let value, let from, let to) = claim.subject,
        case .stop(let journey, leg.start.id, _) = from, case .stop(journey, leg.end.id, _) = to
      else { return nil }
      let said = value.number.value * value.unit.siSize
      guard value.upperNumber == nil, said > 0, seconds > said * 1.005 else { return nil }
      let percent = Int(((seconds / said - 1) * 100).rounded())
      return ", \(percent) % more than the \(Numbers.duration(said)) of \(claim.id)"
    }
    return longer.joined()
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
        let readings = readingWords(window.readings)
        let label = readings.isEmpty ? "the sources' times" : String(readings.dropFirst(2))
        return [
          label + (title.isEmpty ? "" : ", \(title)"),
          "at most \(Numbers.duration(window.seconds.high))", speeds(needed),
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
      ["the sources' times" + (title.isEmpty ? "" : ", \(title)")] + row.dropFirst()
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
      lines.append(Line("\(isAir ? "took off" : "left") \(start), by the clocks of the other end"))
    }
    if let fastest = account.fastest, let low = account.running?.lower,
      let high = account.running?.upper
    {
      let earliest = Numbers.moment(window.start.low + fastest.inSeconds, in: zone)
      let usual = Bounds(window.start.low + low.inSeconds, window.start.high + high.inSeconds)
      lines.append(
        Line(
          "can have \(isAir ? "landed" : "come in") from \(earliest) on, usually "
            + ValueFormat.moment(zone).text(usual)))
    }
    return lines
  }

  private func speeds(_ needed: Interval<Speed>) -> String {
    let low = needed.lower?.metersPerSecond ?? 0
    return ValueFormat.speed.text(
      Bounds(low, needed.upper?.metersPerSecond ?? .infinity))
  }

  private func sweeps(_ account: LegAccount) -> [Story.Block] {
    guard let way = account.leg.way else { return [] }
    return account.windows.compactMap { window in
      guard let sweep = DepartureSweep(window: window, way: way), sweep.rows.count > 1 else {
        return nil
      }
      let zone = account.leg.startPlace.zones.first.flatMap { try? Zone($0) } ?? .utc
      let readings = readingWords(sweep.readings)
      return .table(
        header: ["leaving at" + readings, "needed speed"],
        rows: sweep.rows.prefix { ($0.needed.lower?.kilometersPerHour ?? 0) < 250 }.prefix(8).map {
          row in
          [
            Numbers.moment(row.departure.secondsSinceEpoch, in: zone), speeds(row.needed),
          ]
        })
    }
  }

  // MARK: What it rests on

  var example: [Story.Block] {
    guard case .canAllBeTrue(let witness) = dossier.verdict else { return [] }
    let moments = witness.moments.filter { $0.key != .epoch && titles.events[$0.key] != nil }
      .sorted { ($0.value, $0.key.text) < ($1.value, $1.key.text) }
    guard let first = moments.first?.value else { return [] }
    guard isDated else {
      // No source gives a date or a clock time: only the times between the events mean anything.
      let rows = moments.map { event, seconds in
        [titles.events[event]?.words ?? event.text, Numbers.duration(seconds - first)]
      }
      return [
        .heading(level: 2, "One way it could have been"),
        .table(header: ["event", "after the first"], rows: rows),
      ]
    }
    return [
      .heading(level: 2, "One way it could have been"),
      .table(
        header: ["event", "local time", "UTC"],
        rows: moments.map { event, seconds in
          let title = titles.events[event]
          return [
            title?.words ?? event.text, Numbers.moment(seconds, in: title?.zone ?? .utc),
            Numbers.moment(seconds, in: .utc, zoneName: false),
          ]
        }),
    ]
  }

  /// Whether any statement ties the events to the calendar.
  private var isDated: Bool {
    dossier.members.values.flatMap(\.readings).contains { reading in
      guard case .elapsed(let from, let to, _) = reading.value else { return false }
      return from == .epoch || to == .epoch
    }
  }

  var footing: [Story.Block] {
    var blocks: [Story.Block] = []
    let assumptions = dossier.members.values.filter { $0.origin == .assumption }.sorted {
      $0.id < $1.id
    }
    let written = dossier.caseFile.assumptions.map { Line($0) }
    if !assumptions.isEmpty || !written.isEmpty {
      blocks.append(.heading(level: 2, "What is taken for granted"))
      blocks.append(.items((written + assumptions.map { Line($0.words) }).map { ($0, []) }))
    }
    if !dossier.findings.isEmpty {
      blocks.append(.heading(level: 2, "Remarks"))
      blocks.append(
        .items(
          dossier.findings.map { finding in
            (
              Line(finding.message)
                + Line(" [\(finding.code)]", finding.severity == .warning ? .warning : .dim), []
            )
          }))
    }
    blocks.append(.heading(level: 2, "Sources"))
    blocks.append(.items(dossier.caseFile.sources.map { (sourceLine($0), []) }))
    let profile = "\(dossier.profile.name)-\(dossier.profile.version)"
    blocks.append(
      .paragraph(
        Line(
          "Hedges read by the profile \(profile). Case \(dossier.caseFile.id), SHA-256 "
            + "\(dossier.caseFile.digest.prefix(16))…", .dim)))
    blocks.append(
      .paragraph(
        Line(
          "Data: " + Self.attributions(dossier).joined(separator: "; ") + ".", .dim)))
    return blocks
  }

  /// What the licences of the data ask to be shown, each once.
  static func attributions(_ dossier: Dossier) -> [String] {
    dossier.datasets.map(\.attribution).reduce(into: []) {
      if !$1.isEmpty, !$0.contains($1) { $0.append($1) }
    }
  }

  private func sourceLine(_ source: Source) -> Line {
    let date = source.published.map { ", \($0)" } ?? ""
    let title = source.title.isEmpty ? "" : ", “\(source.title)”"
    let url = source.url.isEmpty ? "" : " \(source.url)"
    return Line("\(source.outlet)\(title)\(date)\(url)") + Line(" [\(source.id)]", .dim)
  }
}
