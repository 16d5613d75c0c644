import Travel
import Chronology
import ClaimReading
import Claims
import Gazetteer
import Geodesy
import Quantities
import Yams

extension CaseDraft {
  /// The claim of a figure, or a comment where nothing ties it.
  mutating func add(figure number: Int, of index: Int) {
    let figure = articles[index].reading.figures[number]
    // A sentence that stands twice in an article is said once.
    let sentence = articles[index].text.text(figure.sentence)
    let key = "\(index) \(sentence) \(articles[index].text.text(figure.range))"
    guard said.insert(key).inserted else { return }
    let unknown = figure.tie.unknownPlace
    guard figure.tie.isClaim, unknown == nil, let subject = subject(of: figure, number, index)
    else {
      let words = articles[index].text.text(figure.range).split(whereSeparator: \.isWhitespace)
      let why =
        unknown.map { "; no place called '\($0.name)' is known: `wayproof places import`" }
        ?? (figure.tie.isClaim
          ? "; no journey, place or vehicle of the case fits it"
          : figure.tie.confidence > 0 ? "; confidence \(figure.tie.confidence), too little for a claim" : "")
      untied.append(
        "'\(words.joined(separator: " "))' (\(sourceID(index))): \(figure.tie.words)\(why)")
      return
    }
    let quote = articles[index].text.text(quoteRange(figure))
    var fields: [(String, Node)] = [
      ("id", text(freeID(claimID(figure, index)))), ("source", text(sourceID(index))),
      ("quote", text(quote)), ("selector", selector(figure, index)),
    ]
    if figure.modality != .stated { fields.append(("modality", text(figure.modality.rawValue))) }
    fields += subject
    let said = figure.attribution.map { "; by the words “\(articles[index].text.text($0))”" } ?? ""
    fields.append(
      ("note", text("\(figure.tie.words); confidence \(figure.tie.confidence)\(said)")))
    claims.append(mapping(fields))
  }

  /// The figure's own words and up to its sentence around them.
  private func quoteRange(_ figure: Figure) -> Range<Int> {
    figure.sentence.count <= 400 ? figure.sentence : figure.range
  }

  private func selector(_ figure: Figure, _ index: Int) -> Node {
    let selector = articles[index].selector(of: figure)
    return mapping([
      ("exact", text(selector.exact)), ("prefix", text(selector.prefix)),
      ("suffix", text(selector.suffix)), ("start", Node("\(selector.range.lowerBound)")),
      ("end", Node("\(selector.range.upperBound)")),
    ])
  }

  private func claimID(_ figure: Figure, _ index: Int) -> String {
    let words = articles[index].text.text(figure.range).lowercased().map {
      $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-"
    }
    let slug = String(words).split(separator: "-").joined(separator: "-").prefix(40)
    // Words of other scripts leave only their digits.
    let kind =
      switch figure.value {
      case .moment: "time"
      case .quantity(let value): value.unit.dimension.rawValue
      }
    let hasLetters = slug.contains { $0.isLetter }
    let name = hasLetters ? String(slug) : slug.isEmpty ? kind : "\(kind)-\(slug)"
    return "\(sourceID(index))-\(name)"
  }

  // MARK: Subjects

  private mutating func subject(
    of figure: Figure, _ number: Int, _ index: Int
  ) -> [(String, Node)]? {
    switch figure.value {
    case .moment(let moment): return time(moment, figure, number, index)
    case .quantity(let value):
      switch value.unit.dimension {
      case .distance: return distance(value, figure, number, index)
      case .duration: return duration(value, figure, number, index)
      case .speed: return speed(value, figure, number, index)
      }
    }
  }

  private func distance(
    _ value: HedgedValue, _ figure: Figure, _ number: Int, _ index: Int
  ) -> [(String, Node)]? {
    guard let (start, end) = spots(figure, number, index), start != end else { return nil }
    var fields = [
      ("distance", text(value.notation)), ("from", text(start)), ("to", text(end)),
    ]
    let open: [DistanceKind] =
      switch figure.tie.mode {
      case .rail?: [.geodesic, .track]
      case .air?: [.geodesic, .flown]
      case .road?: [.geodesic, .road]
      case .sea?: [.geodesic, .sea]
      case nil: [.geodesic, .track, .road, .sea, .flown]
      }
    let kinds = figure.kinds.isEmpty ? open : figure.kinds
    fields.append(("kind", list(kinds.map(\.rawValue))))
    return fields
  }

  /// Where a length begins and ends: the places said, or the ends of the journey where both are told.
  private func spots(_ figure: Figure, _ number: Int, _ index: Int) -> (String, String)? {
    switch figure.tie.target {
    case .leg(let from?, let to?) where from != to:
      let mode = figure.tie.mode ?? .air
      // Of a stop of the journey its own name is taken, so that the length is that of its way.
      let stops = journey(of: number, index)?.stops ?? []
      func spot(_ place: MentionedPlace) -> String? {
        drafter.id(of: place, mode).flatMap { stops.contains($0) ? $0 : nil }
          ?? drafter.spot(of: place, mode)
      }
      guard let start = spot(from), let end = spot(to) else { return nil }
      return (start, end)
    case .journey(nil, false):
      guard let journey = journey(of: number, index), let start = journey.ends.from,
        let end = journey.ends.to, start == journey.stops.first, end == journey.stops.last
      else { return nil }
      return (start, end)
    default: return nil
    }
  }

  private func speed(
    _ value: HedgedValue, _ figure: Figure, _ number: Int, _ index: Int
  ) -> [(String, Node)]? {
    if figure.speedKind == .average {
      guard let journey = journey(of: number, index), case .journey = figure.tie.target else {
        return nil
      }
      return [
        ("speed", text(value.notation)), ("kind", text("average")), ("journey", text(journey.id)),
        ("from", text("start")), ("to", text("end")),
      ]
    }
    guard figure.speedKind == .maximum || [.atMost, .upTo].contains(value.hedge), let mode = figure.tie.mode
    else { return nil }
    let own = journeys.first { journey in
      journey.accounts.contains { $0.article == index && $0.strand == figure.tie.strand }
        && journey.mode == mode
    }
    guard let vehicle = own.flatMap({ vehicle(of: $0) }) ?? self.vehicle(of: mode, in: [index])
    else { return nil }
    var fields = [
      ("speed", text(value.notation)), ("kind", text("maximum")), ("vehicle", text(vehicle)),
    ]
    if let year = datelines.dates[index]?.year { fields.append(("years", text("\(year)"))) }
    return fields
  }

  private func duration(
    _ value: HedgedValue, _ figure: Figure, _ number: Int, _ index: Int
  ) -> [(String, Node)]? {
    guard ![.plural].contains(value.hedge), let journey = journey(of: number, index) else {
      return nil
    }
    func found(_ event: ReportedEvent, _ place: MentionedPlace?) -> String? {
      self.event(event, place, journey)
    }
    let ends: (String?, String?)
    switch figure.tie.target {
    case .between(let one, let from, let other, let to): ends = (found(one, from), found(other, to))
    case .leg(let from?, let to?): ends = (found(.departure, from), found(.arrival, to))
    case .journey(_, true): ends = ("start", "end")
    case .journey where journey.ends.from != nil && journey.ends.to != nil: ends = ("start", "end")
    case .event(.stay, let place?):
      guard let id = drafter.id(of: place, journey.mode), journey.stops.dropFirst().dropLast().contains(id)
      else { return nil }
      ends = (found(.arrival, place), found(.departure, place))
    default: return nil
    }
    guard let from = ends.0, let to = ends.1, from != to, !isRoundTrip(figure.tie) else {
      return nil
    }
    if isTooShort(value, figure.tie) { return nil }
    return [
      ("duration", text(value.notation)), ("journey", text(journey.id)), ("from", text(from)),
      ("to", text(to)),
    ]
  }

  /// What would take ten times the speed of sound is of something else, such as a stop on the way.
  private func isTooShort(_ value: HedgedValue, _ tie: FigureTie) -> Bool {
    guard case .leg(let from?, let to?) = tie.target, value.hedge != .plural else { return false }
    let points = [from, to].map { place in
      place.ids.first.flatMap { world.gazetteer[id: Place.ID($0)]?.coordinate }
    }
    guard let one = points[0], let other = points[1] else { return false }
    let seconds = (value.upperNumber ?? value.number).value * value.unit.siSize
    return Ellipsoid.wgs84.distance(from: one, to: other).meters > 3_400 * seconds
  }

  /// From a place to itself is no leg, though something may be said of it.
  private func isRoundTrip(_ tie: FigureTie) -> Bool {
    switch tie.target {
    case .between(_, let from?, _, let to?), .leg(let from?, let to?): from == to
    default: false
    }
  }

  private mutating func time(
    _ moment: Moment, _ figure: Figure, _ number: Int, _ index: Int
  ) -> [(String, Node)]? {
    guard case .event(let event, let place) = figure.tie.target,
      let expression = moment.expression(
        dateline: datelines.dates[index], ahead: figure.modality == .forecast),
      let dated = dated(expression, figure, number, index)
    else { return nil }
    if event.isTravel {
      // A plan that was not kept contradicts nothing.
      if figure.modality == .forecast, isDone(event, place, figure.tie.strand, index) { return nil }
      guard let journey = journey(of: number, index), let name = self.event(event, place, journey)
      else { return nil }
      return [("time", text(dated.notation)), ("journey", text(journey.id)), ("event", text(name))]
    }
    guard let place, let id = drafter.id(of: place, .rail) else { return nil }
    let name = "\(event.rawValue)-\(id)-\(sourceID(index))"
    if !events.contains(where: { $0.id == name }) {
      events.append((name, "the \(event.rawValue) in \(place.name) of \(articles[index].name)", id))
    }
    return [("time", text(dated.notation)), ("event", text(name))]
  }

  /// A clock time without a day has that of its sentence, or of the same event told with a day; the day of the report only
  /// where the journey has no other.
  private func dated(
    _ expression: TimeExpression, _ figure: Figure, _ number: Int, _ index: Int
  ) -> TimeExpression? {
    guard expression.day == nil else { return expression }
    let figures = articles[index].reading.figures
    let near = figures.indices.filter { $0 != number && isDated(figures[$0], like: figure) }
      .sorted { (abs($0 - number), $0) < (abs($1 - number), $1) }
    let other = near.first { figures[$0].sentence == figure.sentence }
      ?? near.first { isSameEvent(figures[$0].tie, figure.tie) }
    if let other, case .moment(let moment) = figures[other].value,
      let day = moment.expression(
        dateline: datelines.dates[index], ahead: figures[other].modality == .forecast)?.day
    {
      return expression.on(night(day, expression, figure, figures[other], index) ?? day)
    }
    guard near.isEmpty, datelines.dates[index] != nil, goesForwards(figures, figure.tie.strand)
    else { return nil }
    return expression
  }

  /// Whether the article tells when something really was.
  private func isDone(
    _ event: ReportedEvent, _ place: MentionedPlace?, _ strand: Int, _ index: Int
  ) -> Bool {
    articles[index].reading.figures.contains { other in
      guard case .moment = other.value, case .event(event, let there) = other.tie.target else {
        return false
      }
      return other.modality != .forecast && other.tie.strand == strand && there == place
    }
  }

  /// Whether a figure is a moment with a day, of the same journey.
  private func isDated(_ other: Figure, like figure: Figure) -> Bool {
    guard case .moment(let moment) = other.value, moment.day != nil,
      case .event(let event, _) = other.tie.target, event.isTravel
    else { return false }
    return other.tie.strand == figure.tie.strand
  }

  private func isSameEvent(_ one: FigureTie, _ other: FigureTie) -> Bool {
    guard case .event(let event, let place) = one.target,
      case .event(let second, let otherPlace) = other.target
    else { return false }
    return event == second && place == otherPlace
  }

  /// Whether the clock times of a journey without days can be those of one day: none arrives before it left.
  private func goesForwards(_ figures: [Figure], _ strand: Int) -> Bool {
    var (leaves, comes): ([ClockTime], [ClockTime]) = ([], [])
    for figure in figures where figure.tie.strand == strand {
      guard case .moment(let moment) = figure.value, let clock = moment.clock,
        case .event(let event, _) = figure.tie.target
      else { continue }
      if event == .departure || event == .takeOff { leaves.append(clock) }
      if event == .arrival || event == .landing { comes.append(clock) }
    }
    guard let first = leaves.min(), let last = comes.max() else { return true }
    return first < last
  }

  /// The day after, or before, the one told where the clock goes over midnight: left at 18:00 on Monday and arrived
  /// at 3:00.
  private func night(
    _ day: TimeExpression.Day, _ expression: TimeExpression, _ figure: Figure, _ other: Figure,
    _ index: Int
  ) -> TimeExpression.Day? {
    guard case .moment(let told) = other.value, let clock = expression.clock,
      let known = told.clock, figure.sentence == other.sentence,
      !expression.isHalfDayOpen, !told.isHalfDayOpen,
      case .event(let event, _) = figure.tie.target, case .event(let before, _) = other.tie.target
    else { return nil }
    func leaves(_ event: ReportedEvent) -> Bool { event == .departure || event == .takeOff }
    func comes(_ event: ReportedEvent) -> Bool { event == .arrival || event == .landing }
    let days: Int
    if comes(event), leaves(before), clock < known {
      days = 1
    } else if leaves(event), comes(before), known < clock {
      days = -1
    } else {
      return nil
    }
    let isAhead = other.modality == .forecast
    return expression.on(day).firstDay(against: datelines.dates[index], ahead: isAhead).map {
      .date($0.advanced(byDays: days))
    }
  }

  private func journey(of number: Int, _ index: Int) -> DraftJourney? {
    journeys.first { journey in
      journey.accounts.contains { $0.article == index && $0.figures.contains(number) }
    }
  }

  /// The name of a travel event of a journey; nil where the journey has no such stop.
  private func event(
    _ event: ReportedEvent, _ place: MentionedPlace?, _ journey: DraftJourney
  ) -> String? {
    // Of a flight whose take-off is not told apart, block times are meant.
    let isAir = journey.mode == .air
    let kind: EventKind
    switch event {
    case .departure where isAir: kind = .offBlock
    case .arrival where isAir: kind = .onBlock
    default:
      guard let own = event.kind else { return nil }
      kind = own
    }
    guard let place else {
      switch event {
      case .departure where journey.mode != .air: return "start"
      case .takeOff: return journey.stops.first.map { "take-off \($0)" }
      default: return nil
      }
    }
    guard let id = drafter.id(of: place, journey.mode), journey.stops.contains(id) else {
      return nil
    }
    // At the border line itself trains pass, whatever the words.
    let isLine = world.gazetteer[id: Place.ID(id)]?.kind == .border
    return "\(isLine ? EventKind.passing.rawValue : kind.rawValue) \(id)"
  }
}
