import Travel
import Casework
import Chronology
import Claims
import Flights
import Gazetteer
import Plausibility
import Quantities
import TrainMotion
import Wording

extension TrainGraph {
  /// A journey of a dossier; nil where nobody says when it was anywhere.
  init?(_ itinerary: Itinerary, _ words: CaseTeller, isSmall: Bool = false) {
    let teller = GraphTeller(itinerary: itinerary, words: words)
    // The narrow ones lie on the wide ones.
    let boxes = teller.boxes.sorted { $1.to - $1.from < $0.to - $0.from }
    let windows = teller.windows
    let runs = teller.runs(from: teller.beginning(boxes, windows))
    let ends = boxes.flatMap { [$0.from, $0.to] } + windows.flatMap { [$0.from, $0.to] }
    let told = ends.filter { abs($0) < 2.6e11 }
    guard !boxes.isEmpty, let first = told.min(), let last = told.max(), last > first else {
      return nil
    }
    let zones = [itinerary.places.first, itinerary.places.last].map { place in
      place?.zones.first.flatMap { try? Zone($0) } ?? .utc
    }
    // Runs that nobody speaks of do not stretch the picture.
    let held =
      told + runs.flatMap { $0.points.map(\.time) }.filter { $0 < last + (last - first) / 3 }
    let moment = Instant(secondsSinceEpoch: first)
    title = words.say(
      isSmall
        ? "When it was where, as reported and as possible"
        : "\(itinerary.journey.title): when it was where, as reported and as possible")
    axis = .moments(
      words.say("clocks of \(term: zones[0].cityName)"), holding: held, zone: zones[0],
      language: words.language, ticks: isSmall ? 3 : 7)
    upper =
      zones[0].offset(at: moment) == zones[1].offset(at: moment)
      ? nil
      : .moments(
        words.say(Phrase(term: zones[1].cityName)),
        holding: [axis.range.lowerBound, axis.range.upperBound],
        zone: zones[1], fits: true, language: words.language, ticks: isSmall ? 3 : 7)
    stations = teller.stations
    self.boxes = boxes
    self.windows = windows
    self.runs = runs
    language = words.language
    self.isSmall = isSmall
  }
}

/// Finds what a journey's graph shows.
struct GraphTeller {
  let itinerary: Itinerary
  let words: CaseTeller

  private var dossier: Dossier { words.dossier }
  private var journey: Journey { itinerary.journey }

  /// The kilometres from the start to each stop.
  private let positions: [Double]
  private let disputed: Set<Member.ID>

  init(itinerary: Itinerary, words: CaseTeller) {
    self.itinerary = itinerary
    self.words = words
    disputed = words.dossier.disputed
    positions = itinerary.legs.reduce(into: [0.0]) { positions, leg in
      // What is only guessed from the straight line is drawn as that.
      let known = leg.way.flatMap { $0.followsTrack ? $0 : nil }
      let length = (known ?? leg.geodesic ?? leg.way)?.central.kilometers ?? 0
      positions.append((positions.last ?? 0) + length)
    }
  }

  var stations: [TrainGraph.Station] {
    zip(itinerary.places, positions).map {
      TrainGraph.Station(name: words.say(Phrase(term: $0.shortName)), position: $1)
    }
  }

  var boxes: [TrainGraph.Box] {
    dossier.claims.flatMap { account -> [TrainGraph.Box] in
      let id = Member.ID.claim(account.claim.id)
      guard let member = dossier.members[id] else { return [] }
      return member.readings.enumerated().compactMap { index, reading in
        guard case .elapsed(.epoch, let event, let interval) = reading.value,
          let place = journey.stopIndex(of: event), let from = interval.lower,
          let to = interval.upper
        else { return nil }
        let label = dossier.titles.label(of: index, in: id)
        let zone = label.isEmpty ? "" : " \(words.say(label))"
        let quote = words.quoted(words.shortQuote(account.claim, limit: 30))
        return TrainGraph.Box(
          name: quote + (member.readings.count > 1 ? zone : ""), position: positions[place],
          from: from, to: to, kind: disputed.contains(id) ? .disputed : .said,
          caption: index == 0 ? quote : "")
      }
    }
  }

  /// When each stop can have been reached or left, by what nobody disputes.
  var windows: [TrainGraph.Window] {
    let given = dossier.stated.filter {
      let member = dossier.system.members[$0]
      return member.claim == nil || !disputed.contains(member.id)
    }
    return journey.stops.indices.compactMap { place in
      let isFirst = place == journey.stops.startIndex
      let kind: EventKind =
        journey.mode == .air ? (isFirst ? .takeOff : .landing) : (isFirst ? .departure : .arrival)
      let event = EventID.stop(journey.id, journey.stops[place].id, kind)
      guard let bounds = dossier.system.bounds(of: .moment(event, .open), given: given)?.bounds,
        bounds.low.isFinite || bounds.high.isFinite
      else { return nil }
      return TrainGraph.Window(position: positions[place], from: bounds.low, to: bounds.high)
    }
  }

  /// When it may have begun at the earliest: by what nobody disputes, or else by what anybody says.
  func beginning(_ boxes: [TrainGraph.Box], _ windows: [TrainGraph.Window]) -> Double? {
    if let first = windows.first, first.position == 0, first.from.isFinite { return first.from }
    return boxes.filter { $0.position == 0 }.map(\.from).min()
  }

  /// The simulated runs from when it may have begun at the earliest; none where nobody says.
  var likelyRuns: [TrainGraph.Run] { runs(from: beginning(boxes, windows)) }

  /// The simulated runs at their quickest and at their slowest likely, from a moment on.
  func runs(from start: Double?) -> [TrainGraph.Run] {
    guard let start, start.isFinite else { return [] }
    let times = itinerary.legs.map { leg -> (least: Double, most: Double)? in
      if let run = leg.run { return (run.likely.lowerBound, run.likely.upperBound) }
      return leg.flight.map { ($0.airborne.lowerBound, $0.airborne.upperBound) }
    }
    guard !times.contains(where: { $0 == nil }) else { return [] }
    let known = times.compactMap(\.self)
    func run(
      _ name: String, _ style: Chart.Style, _ time: ((least: Double, most: Double)) -> Double
    )
      -> TrainGraph.Run
    {
      var points = [(time: start, position: 0.0)]
      for (own, position) in zip(known, positions.dropFirst()) {
        points.append(((points.last?.time ?? start) + time(own), position))
      }
      return TrainGraph.Run(name: name, points: points, style: style)
    }
    return [
      run(words.say("quickest likely run"), .main) { $0.least },
      run(words.say("slowest"), .second) { $0.most },
    ]
  }
}
