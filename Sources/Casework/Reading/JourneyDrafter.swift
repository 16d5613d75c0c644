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
  /// From which confidence on a tie that is not sure is a claim too.
  let confidence: Double
  /// By what journeys are taken to be made of which nobody says it.
  let assumedMode: TravelMode?

  /// Accounts within so many days tell of one journey.
  private static let sameJourney = 3

  func isClaim(_ figure: Figure) -> Bool {
    figure.isClaim || figure.tie.confidence >= confidence
  }

  func journeys() -> [DraftJourney] {
    var journeys: [DraftJourney] = []
    let accounts = articles.indices.flatMap { self.accounts(of: $0) }
    for account in accounts where !account.isPrevious { add(account, to: &journeys) }
    for account in accounts where account.isPrevious { addPrevious(account, to: &journeys) }
    for index in journeys.indices {
      setStops(of: &journeys[index])
      journeys[index].hasUnknownStops = hasUndraftedStay(journeys[index])
      journeys[index].id = "journey-\(index + 1)"
    }
    let drafted = journeys.filter { $0.stops.count >= 2 }
    return drafted
      + ways(besides: drafted).enumerated().map { number, way in
        var way = way
        way.id = "way-\(number + 1)"
        let within = way.parts.indices.map { "\(way.id)-part-\($0 + 1)" }
        way.stops = ["\(way.id)-start"] + within + ["\(way.id)-end"]
        return way
      }
  }

  // MARK: Accounts

  private func accounts(of index: Int) -> [DraftAccount] {
    let figures = articles[index].reading.figures
    var accounts: [DraftAccount] = []
    for (number, figure) in figures.enumerated() {
      guard isClaim(figure), figure.tie.unknownPlace == nil, let part = part(of: figure) else {
        continue
      }
      // What nobody tells is held against no vehicle's speed: nothing that travels is faster than aircraft.
      let mode = figure.tie.mode ?? assumedMode ?? .air
      var place = accounts.firstIndex {
        $0.mode == mode && $0.isPrevious == part.isPrevious && $0.strand == figure.tie.strand
      }
      if place == nil {
        place = accounts.count
        accounts.append(account(of: index, figure, mode, isPrevious: part.isPrevious))
      }
      guard let place else { continue }
      // In place: an article may tell of a journey many thousand times.
      accounts[place].figures.insert(number)
      if figure.tie.mode == nil, assumedMode == nil { accounts[place].isModeAssumed = true }
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

  private func account(
    of index: Int, _ figure: Figure, _ mode: TravelMode, isPrevious: Bool
  ) -> DraftAccount {
    var account = DraftAccount(
      article: index, strand: figure.tie.strand, mode: mode, isPrevious: isPrevious)
    account.means = figure.tie.means
    guard !isPrevious else { return account }
    let ends = articles[index].reading.ends(of: figure.tie.strand)
    account.ends = (ends.from.flatMap { id(of: $0, mode) }, ends.to.flatMap { id(of: $0, mode) })
    return account
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
    case .event(.stay, let place?):
      if case .quantity = figure.value { ([(.passing, place)], false) } else { nil }
    case .moving: ([], false)
    case .journey(let to, let isPrevious): (to.map { [(.arrival, $0)] } ?? [], isPrevious)
    case .leg(let from?, let to?):
      // How far two places are apart is said of any, whether or not somebody stopped there.
      if case .quantity(let value) = figure.value, value.unit.dimension == .duration {
        ([(.departure, from), (.arrival, to)], false)
      } else {
        nil
      }
    default: nil
    }
  }

  func day(of figure: Figure, _ dateline: CivilDate?) -> CivilDate? {
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
    // Trains call at no airport: where a city is known by its airport alone, the world's tables have the city.
    guard mode == .air else {
      return places.lazy.flatMap { world.gazetteer.places(written: $0.city) }
        .first { $0.kind != .airport }?.id.text
    }
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
      guard isNear(account.days.sorted(), journeys[index].days),
        isSame(account, journeys[index])
      else { continue }
      journeys[index].accounts.append(account)
      return
    }
    journeys.append(DraftJourney(accounts: [account], mode: account.mode))
  }

  /// Journeys of one article are told apart there; of two articles they are one where nothing speaks against it.
  private func isSame(_ account: DraftAccount, _ journey: DraftJourney) -> Bool {
    guard
      !journey.accounts.contains(where: {
        $0.article == account.article && $0.strand != account.strand
      })
    else { return false }
    let (one, other) = (account.ends, journey.ends)
    let isTurned = one.from != nil && one.from == other.to || one.to != nil && one.to == other.from
    return !isTurned
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
    let ends = journey.ends
    var start = ends.from ?? events.first { isDeparture($0.event) && $0.place != nil }?.place
    if start == nil, events.contains(where: { isDeparture($0.event) }) || events.count >= 2,
      let home = home(of: journey)
    {
      start = home
      journey.assumedStart = (home, "it started in the capital of the traveller's country")
    }
    var places: [String] = []
    for place in events.compactMap(\.place) + [ends.to].compactMap(\.self)
    where place != start && !places.contains(place) {
      places.append(place)
    }
    guard let start else {
      journey.stops = places
      return
    }
    places.removeAll { isFarOff($0, start, ends.to) }
    // A timetable has its stops in the order of the journey; of others the map tells it.
    if let origin = coordinate(start), !isTimetable(journey) {
      places.sort { distance(origin, $0) < distance(origin, $1) }
    }
    // The end of the journey is its last stop, wherever it lies, but where one is reached later that lies farther.
    if !isTimetable(journey), let end = ends.to, let index = places.firstIndex(of: end),
      !places[(index + 1)...].contains(where: { isReached($0, after: end, in: journey) })
    {
      places.append(places.remove(at: index))
    }
    // What the words put one before the other goes before what the map says, and before where it is said to have gone.
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

  /// Whether a place lies so far off the way that another of its name must be meant.
  private func isFarOff(_ place: String, _ start: String, _ end: String?) -> Bool {
    guard let end, place != end, let from = coordinate(start) else { return false }
    let (whole, there) = (distance(from, end), distance(from, place))
    guard let via = coordinate(place), whole.isFinite else { return false }
    return there + distance(via, end) > 4 * whole + 500_000
  }

  /// Whether three stops or more stand in a list with their times.
  private func isTimetable(_ journey: DraftJourney) -> Bool {
    journey.accounts.contains { account in
      let figures = articles[account.article].reading.figures
      let listed = account.figures.compactMap { number -> MentionedPlace? in
        guard figures[number].tie.reason == .listed,
          case .event(_, let place) = figures[number].tie.target
        else { return nil }
        return place
      }
      return Set(listed).count >= 3
    }
  }

  /// Whether an article tells of something that left a place or came to it.
  private func isTold(_ id: String) -> Bool {
    articles.contains { article in
      article.reading.figures.contains { figure in
        switch figure.tie.target {
        case .event(let event, let place?): event.isTravel && place.ids.contains(id)
        case .leg(let from, let to): from?.ids.contains(id) == true || to?.ids.contains(id) == true
        default: false
        }
      }
    }
  }

  private func home(of journey: DraftJourney) -> String? {
    let arrivals = Set(
      journey.accounts.flatMap(\.events).compactMap { event in
        event.place.flatMap { world.gazetteer[id: Place.ID($0)]?.country }
      })
    for account in journey.accounts {
      for country in articles[account.article].reading.countries where !arrivals.contains(country) {
        if let capital = capitals[country], isTold(capital) { return capital }
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
