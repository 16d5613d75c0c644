import Travel
public import Chronology
import Claims
import Flights
import Gazetteer
import Plausibility
import Quantities
import TrainMotion
import Wording

extension Assembly {
  mutating func addClaim(_ claim: Claim) {
    switch claim.subject {
    case .distance(let value, let from, let to, let kinds):
      addDistance(claim, value, from: from, to: to, kinds: kinds)
    case .duration(let value, let from, let to):
      add(
        claim,
        [
          .init(
            label: "",
            value: .elapsed(
              from: event(from), to: event(to), value.interval(under: profile)))
        ])
    case .time(let expression, let event, let zones):
      let readings = timeReadings(claim, expression, event, zones)
      add(claim, readings)
    case .speed(let value, let speed): addSpeed(claim, value, speed)
    case .mode(let mode, let journey): addMode(claim, mode, journey)
    case .sighting(let sighting): addSighting(claim, sighting)
    case .track(let track): addTrack(claim, track)
    case .way(let value, let from, let to): addGone(claim, value, from, to)
    case .total(let value, let counted, let from, let to):
      addTotal(claim, value, counted, from, to)
    case .comparison(let said): addComparison(claim, said)
    case .gauge, .route, .stops, .ahead: break  // judged from the network and the clocks alone
    }
  }

  mutating func add(
    _ claim: Claim, _ readings: [Testimony.Reading], loosely looseReadings: [Testimony.Reading] = []
  ) {
    guard !readings.isEmpty else { return }
    add(
      Testimony(
        id: .claim(claim.id), origin: .claim(claim.id), strength: .hard,
        words: "\(claim.quote)", readings: readings, looseReadings: looseReadings,
        grade: caseFile.sources.first { $0.id == claim.source }?.grade))
  }

  /// The event under the name that fits the mode of its journey.
  func event(_ reference: EventReference) -> EventID { caseFile.event(reference) }

  /// The events that a claim speaks of.
  func events(of subject: ClaimSubject) -> [EventID] {
    switch subject {
    case .duration(_, let from, let to): [event(from), event(to)]
    case .time(_, let event, _): [self.event(event)]
    case .speed(_, let speed): [speed.from, speed.to].compactMap { $0.map(event) }
    case .way(_, let from, let to), .total(_, _, let from, let to): [event(from), event(to)]
    case .comparison(let said): [said.greater, said.lesser].flatMap(events)
    case .distance, .gauge, .mode, .route, .sighting, .track, .stops, .ahead: []
    }
  }

  // MARK: Distances

  private mutating func addDistance(
    _ claim: Claim, _ value: HedgedValue, from: [String], to: [String], kinds: [DistanceKind]
  ) {
    let interval = value.interval(under: profile)
    var readings: [Testimony.Reading] = []
    for start in from.compactMap({ finder.found($0) }) {
      for end in to.compactMap({ finder.found($0) }) {
        for kind in kinds {
          guard let quantity = measured(kind, from: start, to: end) else { continue }
          let label: Phrase =
            switch (from.count > 1, to.count > 1) {
            case (true, true):
              "as \(kind.words) from \(term: start.shortName) to \(term: end.shortName)"
            case (true, false): "as \(kind.words) from \(term: start.shortName)"
            case (false, true): "as \(kind.words) to \(term: end.shortName)"
            case (false, false): "as \(kind.words)"
            }
          readings.append(.init(label: label, value: .within(quantity, interval)))
          if kind == .geodesic, let sphere = sphere(from: start, to: end, near: interval) {
            readings.append(
              .init(label: "as a great circle on a sphere", value: .within(sphere, interval)))
          }
        }
      }
    }
    add(claim, readings)
  }

  // MARK: Times

  /// The countries that settle what an abbreviated zone means: the event's own, then those of the whole case.
  func circles(of reference: EventReference) -> [Set<String>] {
    let own: [String] =
      switch reference {
      case .named(let id):
        caseFile.events.filter { $0.id == id }.compactMap { finder.found($0.name)?.country }
      case .stop(let id, let stop, _):
        itineraries.first { $0.journey.id == id }?.countries(at: stop) ?? []
      }
    return [Set(own), countries]
  }

  /// The countries of all places of the case.
  var countries: Set<String> {
    Set(itineraries.flatMap { $0.places.map(\.country) })
      .union(caseFile.events.compactMap { finder.found($0.name)?.country })
  }

  // MARK: Modes

  /// Modes are told apart by their number, so that two of them are a conflict like any other.
  private mutating func addMode(_ claim: Claim, _ mode: TravelMode, _ id: String) {
    guard let journey = caseFile.journeys.first(where: { $0.id == id }) else { return }
    let quantity = QuantityID.mode(journey: id)
    if titles[quantity] == nil {
      titles[quantity] = "the mode of \"\(journey.title)\""
      add(
        Testimony(
          id: .value(quantity), origin: .assumption, strength: .hard,
          words: "\"\(journey.title)\" was a journey by \(term: journey.mode.rawValue)",
          value: .within(quantity, journey.mode.claimed)))
    }
    add(
      claim, [.init(label: "by \(term: mode.rawValue)", value: .within(quantity, mode.claimed))])
  }

  // MARK: Speeds

  private mutating func addSpeed(_ claim: Claim, _ value: HedgedValue, _ speed: SpeedClaim) {
    let interval = value.interval(under: profile)
    switch speed.kind {
    case .maximum: addMaximum(claim, interval, speed)
    case .running, .average: addAverage(claim, interval, speed)
    }
  }

  private mutating func addMaximum(
    _ claim: Claim, _ interval: ClaimedInterval, _ speed: SpeedClaim
  ) {
    let published = caseFile.sources.first { $0.id == claim.source }?.published?.year
    let years = speed.years ?? published.map { $0...$0 }
    let quantity = QuantityID.claimedCeiling(vehicle: speed.vehicle, claim.id)
    titles[quantity] = "the greatest speed of \(term: vehicleName(speed.vehicle))"
    add(claim, [.init(label: "", value: .within(quantity, interval))])
    // Where it is supposed what a train can do, that is no matter of its record.
    if let journey = caseFile.journeys.first(where: { $0.vehicle == speed.vehicle }),
      circumstances.tractions[journey.id]?.ceiling == nil
    {
      addRecord(of: journey, over: quantity)
    }
    for journey in caseFile.journeys where journey.vehicle == speed.vehicle {
      guard circumstances.tractions[journey.id]?.ceiling == nil else {
        // What it can do is supposed; what is said of it is held against that and bounds nothing else.
        laws.append(.atLeast(quantity, journey.supposedSpeedID))
        continue
      }
      let order = Constraint.atLeast(quantity, journey.ceilingID)
      let isOfYear = journey.date.map { years?.contains($0.year) ?? false } ?? false
      if isOfYear || speed.journey == journey.id && speed.years == nil {
        laws.append(order)
        continue
      }
      let said: Phrase = years.map { "reported of \($0.words)" } ?? "reported without a date"
      let when: Phrase = journey.date.map { "in \($0.year)" } ?? "on this journey"
      add(
        Testimony(
          id: .scope(claim.id, journey: journey.id), origin: .assumption, strength: .hard,
          words: "the speed limit \(said) also applied \(when)",
          value: order))
    }
  }

  private func vehicleName(_ id: String) -> String {
    world.trains.first { $0.id == id }?.name ?? world.aircraft.first { $0.id == id }?.name
      ?? "the \(id)"
  }

  private mutating func addAverage(
    _ claim: Claim, _ interval: ClaimedInterval, _ speed: SpeedClaim
  ) {
    guard let from = speed.from, let to = speed.to,
      let gone = gone(from: from, to: to)
    else { return }
    let isRunning = speed.kind == .running
    // Two averages of one run are of one quantity.
    let quantity =
      isRunning ? QuantityID.claimedAverage(claim.id) : .average(event(from), event(to))
    titles[quantity] =
      isRunning ? "the running speed \(gone.ends)" : "the average speed \(gone.ends)"
    // No average is above the greatest speed.
    if let journey = gone.onlyJourney { laws.append(.atLeast(journey.ceilingID, quantity)) }
    let distance = gone.distance
    add(
      claim,
      [
        .init(
          label: "", value: .within(quantity, interval),
          others: gone.sums + [
            // Moving takes no longer than the whole: stops are not told apart from it.
            isRunning
              ? .reach(distance: distance, speed: quantity, from: event(from), to: event(to))
              : .average(distance: distance, speed: quantity, from: event(from), to: event(to))
          ])
      ])
  }
}

extension TravelMode {
  fileprivate var claimed: ClaimedInterval {
    let number = Double(TravelMode.allCases.firstIndex(of: self) ?? 0) + 1
    return ClaimedInterval(lower: number, upper: number, shape: .twoSided)
  }
}

extension Itinerary {
  /// The zones that a clock at a stop may be in, the place's own first; at a border the other side's
  /// as well.
  func zones(at stop: String) -> [String] {
    guard let index = journey.stops.firstIndex(where: { $0.id == stop }) else { return [] }
    let place = places[index]
    return (place.zones + (across(index)?.zones ?? [])).reduce(into: []) {
      if !$0.contains($1) { $0.append($1) }
    }
  }

  /// The nearest place on the other side of a border stop.
  private func across(_ index: Int) -> Place? {
    guard journey.stops[index].isBorder else { return nil }
    let others = places.enumerated().sorted {
      abs($0.offset - index) < abs($1.offset - index)
    }.map(\.element)
    return others.first { $0.country != places[index].country }
  }

  /// The countries at a stop; at a border both sides'.
  func countries(at stop: String) -> [String] {
    guard let index = journey.stops.firstIndex(where: { $0.id == stop }) else { return [] }
    return [places[index].country] + (across(index).map { [$0.country] } ?? [])
  }

  /// The legs from one stop to a later one; none where they are in the wrong order.
  func legs(from start: String, to end: String) -> [Leg] {
    guard let first = legs.firstIndex(where: { $0.start.id == start }),
      let last = legs.firstIndex(where: { $0.end.id == end }), first <= last
    else { return [] }
    return Array(legs[first...last])
  }
}

extension Zone {
  /// The city in the zone's name, such as `Vladivostok`.
  public var cityName: String {
    String(identifier.split(separator: "/").last ?? "").map { $0 == "_" ? " " : String($0) }
      .joined()
  }
}

extension ClosedRange<Int> {
  /// The years as a report says them.
  fileprivate var words: Phrase {
    lowerBound == upperBound ? "\(lowerBound)" : "\(lowerBound) to \(upperBound)"
  }
}
