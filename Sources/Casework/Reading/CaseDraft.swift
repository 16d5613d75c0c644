public import Travel
import Chronology
public import ClaimReading
import Claims
public import Datasets
import Flights
import Gazetteer
import Geodesy
public import Quantities
import TrainMotion
import Yams

extension World {
  /// A draft of a case from articles: their figures as claims, the journeys that they tell of put together.
  ///
  /// - Parameters:
  ///   - articles: what was read.
  ///   - confidence: 0 to 1, from which a tie is a claim that is not held sure; nil for sure ones alone. Whoever writes a
  ///     sentence to have it checked sees what was made of it, and may be taken at less than an article.
  ///   - mode: by what journeys were made of which nobody says it; nil to check nothing of them.
  ///   - title: what the case is called; nil for its only journey's title, or a general one.
  /// - Returns: a case file, as YAML. What could not be tied stands in comments at its end.
  /// - Throws: `DatasetError` where the table of capitals is wrong.
  public func draft(
    of articles: [ReadArticle], confidence: Double? = nil, mode: TravelMode? = nil,
    title: String? = nil
  ) throws(DatasetError) -> String {
    var capitals: [String: String] = [:]
    for row in try folder.table("capitals.csv", columns: ["country", "place", "source"]).rows {
      capitals[row["country"]] = row["place"]
    }
    let datelines = DatelineInference(articles)
    let drafter = JourneyDrafter(
      world: self, articles: articles, datelines: datelines.dates, capitals: capitals,
      confidence: confidence ?? .infinity, assumedMode: mode)
    var draft = CaseDraft(
      world: self, articles: articles, drafter: drafter, datelines: datelines,
      journeys: drafter.journeys())
    return draft.yaml(title: title)
  }
}

/// Writes a case file from journeys and figures.
struct CaseDraft {
  let world: World
  let articles: [ReadArticle]
  let drafter: JourneyDrafter
  let datelines: DatelineInference
  let journeys: [DraftJourney]
  /// Journeys of which nobody says by what they were made: nothing can be held against them.
  let untold: [DraftJourney]
  var events: [(id: String, title: String, place: String)] = []
  var claims: [Node] = []
  var untied: [String] = []
  /// Whether something is said that only the second format can say: a clock time without any day, hours under way.
  var needsSecondFormat = false
  /// What each article says of the same first, by what it is said of.
  var values: [String: String] = [:]
  private var usedIDs: Set<String> = []
  var said: Set<String> = []

  init(
    world: World, articles: [ReadArticle], drafter: JourneyDrafter, datelines: DatelineInference,
    journeys: [DraftJourney]
  ) {
    self.world = world
    self.articles = articles
    self.drafter = drafter
    self.datelines = datelines
    self.journeys = journeys.filter { !$0.isModeAssumed }
    untold = journeys.filter(\.isModeAssumed)
  }

  /// Of one journey what it is, of several or none that it was reported.
  private var ownTitle: String {
    let told = journeys.filter { !$0.isWay }
    return told.count == 1 ? title(of: told[0]) : "What was reported"
  }

  mutating func yaml(title given: String?) -> String {
    for index in articles.indices {
      for number in articles[index].reading.figures.indices {
        add(figure: number, of: index)
        addOfWay(figure: number, of: index)
        addClockDifference(figure: number, of: index)
      }
    }
    // What only the second format can say is said in it.
    let openEnds = self.openEnds
    let isOpen = !openEnds.isEmpty || journeys.contains(where: \.hasUnknownStops)
    let version = needsSecondFormat || isOpen ? "2" : "1"
    var fields: [(String, Node)] = [
      ("wayproof", Node(version)), ("id", text("reading")), ("title", text(given ?? ownTitle)),
      ("summary", text("Drafted by wayproof read; look at every tie before you publish.")),
      ("sources", .sequence(Node.Sequence(articles.indices.map { source($0) }))),
    ]
    if !openEnds.isEmpty { fields.append(("places", .sequence(Node.Sequence(openEnds)))) }
    if !unnamedVehicles.isEmpty {
      fields.append(("vehicles", .sequence(Node.Sequence(unnamedVehicles))))
    }
    if !journeys.isEmpty {
      fields.append(("journeys", .sequence(Node.Sequence(journeys.map(journey)))))
    }
    if !events.isEmpty {
      fields.append(
        (
          "events",
          .sequence(
            Node.Sequence(
              events.map {
                mapping([("id", text($0.id)), ("title", text($0.title)), ("place", text($0.place))])
              }))
        ))
    }
    fields.append(("claims", .sequence(Node.Sequence(claims))))
    let assumed = untold.map {
      "The articles do not say what the journey \(title(of: $0)) was made by; "
        + "nothing is checked of it until it is written here with its mode."
    }
    let notes = datelines.notes + assumed
    if !notes.isEmpty {
      fields.append(("assumptions", .sequence(Node.Sequence(notes.map { text($0) }))))
    }
    let body = Self.body(mapping(fields))
    let comments = untied.map { "# not tied: \(Self.comment($0))\n" }.joined()
    return body + comments
  }

  /// Words as they may stand in a comment: without what ends a line, and without what YAML forbids (YAML 1.2, 5.1).
  private static func comment(_ words: String) -> String {
    var kept = String.UnicodeScalarView()
    for scalar in words.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control, .lineSeparator, .paragraphSeparator, .unassigned, .surrogate: kept.append(" ")
      default: kept.append(scalar)
      }
    }
    return String(kept)
  }

  /// Broken into lines, unless one would begin with what could be an anchor or an alias, which a case may not have.
  private static func body(_ node: Node) -> String {
    func body(width: Int) -> String {
      (try? Yams.serialize(node: node, width: width, allowUnicode: true)) ?? ""
    }
    let broken = body(width: 100)
    let isAmbiguous = broken.split(separator: "\n").contains { line in
      line.first { $0 != " " }.map { "&*".contains($0) } ?? false
    }
    return isAmbiguous ? body(width: -1) : broken
  }

  // MARK: Parts

  /// From the file's name, with its number where two files share one.
  func sourceID(_ index: Int) -> String {
    let own = Self.slug(of: articles[index].name, index)
    let isShared = articles.indices.contains {
      $0 != index && Self.slug(of: articles[$0].name, $0) == own
    }
    return isShared ? "\(own)-\(index + 1)" : own
  }

  private static func slug(of name: String, _ index: Int) -> String {
    let stem = name.split(separator: ".").first.map(String.init) ?? name
    let kept = stem.lowercased().map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" }
    let slug = String(kept).split(separator: "-").joined(separator: "-").prefix(24)
    return slug.isEmpty ? "article-\(index + 1)" : String(slug)
  }

  private func source(_ index: Int) -> Node {
    let article = articles[index]
    var fields: [(String, Node)] = [
      ("id", text(sourceID(index))),
      ("outlet", text(article.outlet.isEmpty ? article.name : article.outlet)),
    ]
    if let date = datelines.dates[index] { fields.append(("published", text("\(date)"))) }
    if !article.url.isEmpty { fields.append(("url", text(article.url))) }
    if !article.sha256.isEmpty { fields.append(("sha256", text(article.sha256))) }
    return mapping(fields)
  }

  private func journey(_ journey: DraftJourney) -> Node {
    var fields: [(String, Node)] = [
      ("id", text(journey.id)), ("title", text(title(of: journey))),
      ("mode", text(journey.mode.rawValue)),
    ]
    if let vehicle = vehicle(of: journey) { fields.append(("vehicle", text(vehicle))) }
    if let date = journey.date { fields.append(("date", text("\(date)"))) }
    let stops = journey.stops.map { stop -> Node in
      var fields = [("place", text(stop))]
      if let assumed = journey.assumedStart, assumed.place == stop {
        fields.append(("assumption", text(assumed.why)))
      }
      if isBorder(stop, in: journey) { fields.append(("border", Node("true", Tag(.bool)))) }
      if journey.hasUnknownStops, stop == journey.stops.last {
        fields.append(("unknown_stops", text("at least one")))
      }
      return mapping(fields)
    }
    fields.append(("stops", .sequence(Node.Sequence(stops))))
    return mapping(fields)
  }

  private func title(of journey: DraftJourney) -> String {
    if journey.isWay { return "a journey whose ends are not named" }
    let names = [journey.stops.first, journey.stops.last].compactMap { id in
      id.flatMap { world.gazetteer[id: Place.ID($0)]?.shortName }
    }
    return names.joined(separator: " to ") + (journey.date.map { ", \($0.words)" } ?? "")
  }

  /// The first station behind a border may go by either side's clocks.
  private func isBorder(_ stop: String, in journey: DraftJourney) -> Bool {
    guard let place = world.gazetteer[id: Place.ID(stop)] else { return false }
    if place.kind == .border { return true }
    guard let point = place.coordinate, stop != journey.stops.first, stop != journey.stops.last
    else {
      return false
    }
    return world.gazetteer.places.contains { other in
      guard other.kind == .border, let coordinate = other.coordinate else { return false }
      return Ellipsoid.wgs84.distance(from: point, to: coordinate).kilometers < 10
    }
  }

  /// The train or aircraft that the articles name, or else their word for the vehicle.
  func vehicle(of journey: DraftJourney) -> String? {
    if journey.isModeAssumed { return nil }
    let named = vehicle(of: journey.mode, in: journey.accounts.map(\.article))
    if let named { return named }
    return switch journey.mode {
    case .road, .sea: journey.means.map(\.rawValue)
    case _ where isOfUnnamedVehicle(journey): Self.unnamedVehicle
    // What is said of its greatest speed needs a name to be said of.
    case .rail: isLimited(journey) ? "passenger-train" : nil
    case .air: isLimited(journey) ? "jet-airliner" : nil
    }
  }

  /// Whether an article tells the greatest speed of what a journey was made by.
  private func isLimited(_ journey: DraftJourney) -> Bool {
    journey.accounts.contains { account in
      let figures = articles[account.article].reading.figures
      return figures.indices.contains { number in
        guard figures[number].speedKind == .maximum else { return false }
        if journey.isWay { return account.figures.contains(number) }
        return drafter.isClaim(figures[number]) && figures[number].tie.strand == account.strand
      }
    }
  }

  /// The train or aircraft that the articles name, the one with the longest name.
  func vehicle(of mode: TravelMode, in indices: [Int]) -> String? {
    let models: [(id: String, names: [String])] =
      mode == .rail
      ? world.trains.map { ($0.id, [$0.name] + $0.names) }
      : mode == .air ? world.aircraft.map { ($0.id, [$0.name] + $0.names) } : []
    var best: (length: Int, id: String)?
    for index in indices {
      let text = articles[index].text.text(0..<min(200_000, articles[index].text.bytes.count))
      let words = " \(NameKey(text).text) "
      let letters = Set(text.split { !$0.isLetter }.map(String.init))
      for model in models {
        for name in model.names {
          let key = NameKey(name).text
          // "ICE" and "AVE" are words of other meanings in small letters.
          let isAcronym = name.count <= 4 && name == name.uppercased() && name != name.lowercased()
          let length = isAcronym ? key.count + 2 : key.count
          guard length > best?.length ?? 3,
            isAcronym ? letters.contains(name) : words.contains(" \(key) ")
          else { continue }
          best = (length, model.id)
        }
      }
    }
    return best?.id
  }

  mutating func freeID(_ wanted: String) -> String {
    var id = wanted
    var count = 1
    while !usedIDs.insert(id).inserted {
      count += 1
      id = "\(wanted)-\(count)"
    }
    return id
  }

  // MARK: YAML

  func text(_ value: String) -> Node {
    // What could be an anchor or an alias stands in quotes.
    let parts = value.split(separator: " ", omittingEmptySubsequences: false)
    guard parts.contains(where: { $0.count > 1 && "&*".contains($0[$0.startIndex]) }) else {
      return Node(value, Tag(.str))
    }
    return Node(value, Tag(.str), value.contains("\n") ? .doubleQuoted : .singleQuoted)
  }

  func list(_ values: [String]) -> Node { .sequence(Node.Sequence(values.map { text($0) })) }

  func mapping(_ fields: [(String, Node)]) -> Node {
    Node.mapping(Node.Mapping(fields.map { (Node($0.0), $0.1) }))
  }
}
