import Travel
import Chronology
import ClaimReading
import Claims
import Gazetteer
import Geodesy
import Quantities

/// Puts journeys together from what articles tell.
struct JourneyDrafter {
  let world: World
  let articles: [ReadArticle]
  /// The day of each article, told or inferred.
  let datelines: [CivilDate?]
  let capitals: [String: String]

  /// Accounts within so many days tell of one journey.
  private static let sameJourney = 3

  func journeys() -> [DraftJourney] {
    var journeys: [DraftJourney] = []
    let accounts = articles.indices.flatMap { self.accounts(of: $0) }
    for account in accounts where !account.isPrevious { add(account, to: &journeys) }
    for account in accounts where account.isPrevious { addPrevious(account, to: &journeys) }
    for index in journeys.indices {
      setStops(of: &journeys[index])
      journeys[index].id = "journey-\(index + 1)"
    }
    return journeys.filter { $0.stops.count >= 2 }
  }

  // MARK: Accounts

  private func accounts(of index: Int) -> [DraftAccount] {
    let figures = articles[index].reading.figures
    let usual = usualMode(figures)
    var accounts: [DraftAccount] = []
    for (number, figure) in figures.enumerated() {
      guard figure.tie.isSure, figure.tie.unknownPlace == nil, let part = part(of: figure) else {
        continue
      }
      let mode = figure.tie.mode ?? usual ?? .rail
      var place = accounts.firstIndex { $0.mode == mode && $0.isPrevious == part.isPrevious }
      if place == nil {
        place = accounts.count
        accounts.append(DraftAccount(article: index, mode: mode, isPrevious: part.isPrevious))
      }
      guard let place else { continue }
      // In place: an article may tell of a journey many thousand times.
      accounts[place].figures.insert(number)
      if figure.tie.mode == nil, usual == nil { accounts[place].isModeAssumed = true }
      for event in part.events {
        accounts[place].tell(event.0, event.1.flatMap { id(of: $0, mode) })
      }
      if let one = part.events.first?.1.flatMap({ id(of: $0, mode) }), part.events.count == 2,
        figure.tie.destination == nil,
        let other = part.events.last?.1.flatMap({ id(of: $0, mode) })
      {
        accounts[place].tell(one, before: other)
      }
      if let day = day(of: figure, datelines[index]) { accounts[place].days.insert(day) }
    }
    return accounts
  }

  private func usualMode(_ figures: [Figure]) -> TravelMode? {
    var counts: [TravelMode: Int] = [:]
    for figure in figures { if let mode = figure.tie.mode { counts[mode, default: 0] += 1 } }
    return counts.max { ($0.value, $1.key.rawValue) < ($1.value, $0.key.rawValue) }?.key
  }

  /// The part of a journey that a figure tells of; nil where it is of none.
  private func part(
    of figure: Figure
  ) -> (events: [(ReportedEvent, MentionedPlace?)], isPrevious: Bool)? {
    switch figure.tie.target {
    case .event(let event, let place) where event.isTravel:
      (
        [(event, place)]
          + (figure.tie.destination.map { [(event == .takeOff ? .landing : .arrival, $0)] } ?? []),
        false
      )
    case .between(let one, let from, let other, let to) where one.isTravel && other.isTravel:
      ([(one, from), (other, to)], false)
    case .journey(let to, let isPrevious):
      if case .quantity(let value) = figure.value, value.unit.dimension == .duration {
        (to.map { [(.arrival, $0)] } ?? [], isPrevious)
      } else {
        nil
      }
    case .leg(let from?, let to?):
      if case .quantity(let value) = figure.value, value.unit.dimension == .duration {
        ([(.departure, from), (.arrival, to)], false)
      } else {
        nil
      }
    default: nil
    }
  }

  private func day(of figure: Figure, _ dateline: CivilDate?) -> CivilDate? {
    guard case .moment(let moment) = figure.value else { return nil }
    let isAhead = figure.modality == .forecast
    guard let expression = moment.expression(dateline: dateline, ahead: isAhead),
      expression.isOneDay
    else { return nil }
    return expression.firstDay(against: dateline, ahead: isAhead)
  }

  /// The place that a mode of travel stops at: a station for trains, an airport for aircraft.
  func id(of mentioned: MentionedPlace, _ mode: TravelMode) -> String? {
    let places = mentioned.ids.compactMap { world.gazetteer[id: Place.ID($0)] }
    let wanted = places.first { mode == .air ? $0.kind == .airport : $0.kind != .airport }
    if let wanted { return wanted.id.text }
    // Trains call at no airport, though a city may be known by its airport alone.
    guard mode == .air else { return nil }
    return places.lazy.compactMap { world.gazetteer.airports(of: $0).first }.first?.id.text
  }

  /// The place from which a distance is measured: of a flight between cities nobody means their airports.
  func spot(of mentioned: MentionedPlace, _ mode: TravelMode) -> String? {
    let places = mentioned.ids.compactMap { world.gazetteer[id: Place.ID($0)] }
    if mode == .air, let city = places.first(where: { $0.kind == .city || $0.kind == .airport }) {
      return city.id.text
    }
    return id(of: mentioned, mode)
  }

  // MARK: Journeys

  private func add(_ account: DraftAccount, to journeys: inout [DraftJourney]) {
    for index in journeys.indices where journeys[index].mode == account.mode {
      guard isNear(account.days.sorted(), journeys[index].days) else { continue }
      journeys[index].accounts.append(account)
      return
    }
    journeys.append(DraftJourney(accounts: [account], mode: account.mode))
  }

  private func isNear(_ one: [CivilDate], _ other: [CivilDate]) -> Bool {
    guard !one.isEmpty, !other.isEmpty else { return one.isEmpty && other.isEmpty }
    let days = one.map(\.dayNumber)
    return other.map(\.dayNumber).contains { day in
      days.contains { abs($0 - day) <= Self.sameJourney }
    }
  }

  /// An earlier journey is the last one of its kind, some weeks before the report at the least.
  private func addPrevious(_ account: DraftAccount, to journeys: inout [DraftJourney]) {
    guard let dateline = datelines[account.article] else { return }
    let earlier = journeys.indices.filter { index in
      journeys[index].mode == account.mode
        && journeys[index].date.map { dateline.dayNumber - $0.dayNumber > 21 } ?? false
    }
    guard
      let last = earlier.max(by: {
        (journeys[$0].date?.dayNumber ?? 0) < (journeys[$1].date?.dayNumber ?? 0)
      })
    else { return }
    journeys[last].accounts.append(account)
  }

  // MARK: Stops

  private func setStops(of journey: inout DraftJourney) {
    let events = journey.accounts.flatMap(\.events)
    func isDeparture(_ event: ReportedEvent) -> Bool { event == .departure || event == .takeOff }
    var start = events.first { isDeparture($0.event) && $0.place != nil }?.place
    if start == nil, events.contains(where: { isDeparture($0.event) }) || events.count >= 2,
      let home = home(of: journey)
    {
      start = home
      journey.assumedStart = (home, "it started in the capital of the traveller's country")
    }
    var places: [String] = []
    for place in events.compactMap(\.place) where place != start && !places.contains(place) {
      places.append(place)
    }
    guard let start else {
      journey.stops = places
      return
    }
    if let origin = coordinate(start) {
      places.sort { distance(origin, $0) < distance(origin, $1) }
    }
    // What the words put one before the other goes before what the map says.
    for (one, other) in journey.accounts.flatMap(\.order) {
      if let first = places.firstIndex(of: one), let second = places.firstIndex(of: other),
        second < first
      {
        places.remove(at: second)
        places.insert(other, at: first)
      }
    }
    journey.stops = [start] + places
  }

  private func home(of journey: DraftJourney) -> String? {
    let arrivals = Set(
      journey.accounts.flatMap(\.events).compactMap { event in
        event.place.flatMap { world.gazetteer[id: Place.ID($0)]?.country }
      })
    for account in journey.accounts {
      for country in articles[account.article].reading.countries where !arrivals.contains(country) {
        if let capital = capitals[country] { return capital }
      }
    }
    return nil
  }

  private func coordinate(_ id: String) -> Coordinate? {
    world.gazetteer[id: Place.ID(id)]?.coordinate
  }

  private func distance(_ origin: Coordinate, _ id: String) -> Double {
    coordinate(id).map { Ellipsoid.wgs84.distance(from: origin, to: $0).meters } ?? .infinity
  }
}
