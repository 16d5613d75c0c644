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
    guard drafter.isClaim(figure), unknown == nil, let subject = subject(of: figure, number, index)
    else {
      if way(of: number, index) == nil { leave(figure, of: index) }
      return
    }
    if isSaidOtherwise(subject, figure, index) { return }
    add(figure, subject, figure.tie.words, of: index)
  }

  /// Says at the draft's end why a figure is no claim.
  private mutating func leave(_ figure: Figure, of index: Int) {
    let words = articles[index].text.text(figure.range).split(whereSeparator: \.isWhitespace)
    let why =
      figure.tie.unknownPlace.map {
        "; no place called '\($0.name)' is known: `wayproof places import`"
      }
      ?? (drafter.isClaim(figure)
        ? "; no journey, place or vehicle of the case fits it"
        : figure.tie.confidence > 0
          ? "; confidence \(figure.tie.confidence), too little for a claim" : "")
    untied.append(
      "'\(words.joined(separator: " "))' (\(sourceID(index))): \(figure.tie.words)\(why)")
  }

  mutating func add(
    _ figure: Figure, _ subject: [(String, Node)], _ reason: String, of index: Int
  ) {
    let quote = articles[index].text.text(quoteRange(figure))
    var fields: [(String, Node)] = [
      ("id", text(freeID(claimID(figure, index)))), ("source", text(sourceID(index))),
      ("quote", text(quote)), ("selector", selector(figure, index)),
    ]
    if figure.modality != .stated { fields.append(("modality", text(figure.modality.rawValue))) }
    fields += subject
    let said = figure.attribution.map { "; by the words “\(articles[index].text.text($0))”" } ?? ""
    fields.append(("note", text("\(reason); confidence \(figure.tie.confidence)\(said)")))
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
      ("distance", text(length(value, by: mode(of: figure)).notation)),
      ("from", ends(start, figure)), ("to", ends(end, figure)),
    ]
    let open: [DistanceKind] =
      switch mode(of: figure) {
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

  /// What sailors and papers call miles at sea may be nautical ones.
  func length(_ value: HedgedValue, by mode: TravelMode?) -> HedgedValue {
    guard mode == .sea || mode == nil, value.unit.symbol == "mi" else { return value }
    // Rounding and hedges leave more open.
    let room = value.hedge == .bare || value.hedge == .range ? 0 : 0.1
    let least = (value.number.value * (1 - room)).rounded(.down)
    let most = (value.upperNumber ?? value.number).value * Self.nautical * (1 + room)
    switch value.hedge {
    case .atLeast, .couple, .few, .several, .near, .plural: return value
    case .atMost, .upTo: return value.with(most.rounded(.up))
    default:
      return HedgedValue(
        hedge: .range, number: value.with(least).number,
        upperNumber: value.with(most.rounded(.up)).number, unit: value.unit)
    }
  }

  /// Statute miles in a nautical one.
  private static let nautical = 1_852 / 1_609.344

  /// Of a flight between airports their cities may be meant.
  private func ends(_ id: String, _ figure: Figure) -> Node {
    guard mode(of: figure) == .air, let place = world.gazetteer[id: Place.ID(id)],
      place.kind == .airport,
      let city = world.gazetteer.places(written: place.city).first(where: { $0.kind == .city })
    else { return text(id) }
    return list([id, city.id.text])
  }

  /// Where a length begins and ends: the places said, or the ends of the journey where both are told.
  private func spots(_ figure: Figure, _ number: Int, _ index: Int) -> (String, String)? {
    switch figure.tie.target {
    case .leg(let from?, let to?) where from != to:
      let mode = mode(of: figure) ?? .air
      // Of a stop of the journey its own name is taken, so that the length is that of its way.
      let stops = own(figure, index)?.stops ?? []
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
      guard let journey = journey(of: number, index), case .journey = figure.tie.target,
        !isWithNights(journey)
      else { return nil }
      return [
        ("speed", text(value.notation)), ("kind", text("average")), ("journey", text(journey.id)),
        ("from", text("start")), ("to", text("end")),
      ]
    }
    guard figure.speedKind == .maximum, let mode = mode(of: figure) else { return nil }
    guard
      let vehicle = own(figure, index).flatMap({ vehicle(of: $0) })
        ?? self.vehicle(of: mode, in: [index])
    else { return nil }
    // "In the tunnel trains may not exceed 160 km/h": where nobody names the train, it is of a part sooner than of all.
    if value.hedge == .atMost, Self.unnamed.contains(vehicle) { return nil }
    var fields = [
      ("speed", text(value.notation)), ("kind", text("maximum")), ("vehicle", text(vehicle)),
    ]
    // A case knows no years before 1800.
    if let year = datelines.dates[index]?.year, year >= 1_800 {
      fields.append(("years", text("\(year)")))
    }
    return fields
  }

  /// What a vehicle is called of which something is said that nobody named.
  static let unnamed: Set<String> = ["passenger-train", "jet-airliner"]

  /// What rides or walks by day and rests by night has an average of its hours under way.
  private func isWithNights(_ journey: DraftJourney) -> Bool {
    guard journey.mode == .road, let first = journey.days.first, let last = journey.days.last else {
      return false
    }
    return last.dayNumber - first.dayNumber >= 2
  }

  private mutating func duration(
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
    case .moving where journey.ends.from != nil && journey.ends.to != nil && journey.mode != .air:
      ends = ("start", "end")
    case .event(.stay, let place?):
      guard let id = drafter.id(of: place, journey.mode),
        journey.stops.dropFirst().dropLast().contains(id)
      else { return nil }
      ends = (found(.arrival, place), found(.departure, place))
    default: return nil
    }
    guard let from = ends.0, let to = ends.1, from != to, !isRoundTrip(figure.tie) else {
      return nil
    }
    if isTooShort(value, figure.tie) || isOfPart(value, figure, journey, index) { return nil }
    var fields = [
      ("duration", text(value.notation)), ("journey", text(journey.id)), ("from", text(from)),
      ("to", text(to)),
    ]
    if case .moving = figure.tie.target, journey.mode != .air {
      fields.append(("counts", text(CountedTime.moving.rawValue)))
      needsSecondFormat = true
    }
    return fields
  }

  /// What would take ten times the speed of sound is of something else, such as a stop on the way.
  private func isTooShort(_ value: HedgedValue, _ tie: FigureTie) -> Bool {
    guard case .leg(let from?, let to?) = tie.target, value.hedge != .plural else { return false }
    let points = [from, to].map { place in
      place.ids.first.flatMap { world.gazetteer[id: Place.ID($0)]?.coordinate }
    }
    guard let one = points[0], let other = points[1] else { return false }
    let seconds = value.greatestSIValue
    return Ellipsoid.wgs84.distance(from: one, to: other).meters > 3_400 * seconds
  }

  /// From a place to itself is no leg, though something may be said of it.
  private func isRoundTrip(_ tie: FigureTie) -> Bool {
    switch tie.target {
    case .between(_, let from?, _, let to?), .leg(let from?, let to?): from == to
    default: false
    }
  }

  /// By what its journey is made, as it is told or taken to be.
  private func mode(of figure: Figure) -> TravelMode? { figure.tie.mode ?? drafter.assumedMode }

  /// The journey of the article that a figure's clause tells of.
  private func own(_ figure: Figure, _ index: Int) -> DraftJourney? {
    journeys.first { journey in
      !journey.isWay && journey.mode == mode(of: figure)
        && journey.accounts.contains { $0.article == index && $0.strand == figure.tie.strand }
    }
  }

  func journey(of number: Int, _ index: Int) -> DraftJourney? {
    journeys.first { journey in
      !journey.isWay
        && journey.accounts.contains { $0.article == index && $0.figures.contains(number) }
    }
  }

  /// The name of a travel event of a journey; nil where the journey has no such stop.
  func event(
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
    // Back where it began, or on from where it ended, is another journey.
    let goes = event == .departure || event == .takeOff
    let comes = event == .arrival || event == .landing
    if comes && id == journey.stops.first || goes && id == journey.stops.last { return nil }
    // At the border line itself trains pass, whatever the words.
    let isLine = world.gazetteer[id: Place.ID(id)]?.kind == .border
    return "\(isLine ? EventKind.passing.rawValue : kind.rawValue) \(id)"
  }
}
