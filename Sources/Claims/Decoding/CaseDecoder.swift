import Datasets
import Chronology
import Yams

/// Turns composed YAML into a case and collects what is wrong.
struct CaseDecoder {
  private static let claimLimit = 2_000
  private static let stopLimit = 200

  let grammar: FigureGrammar
  /// The code of the language that its values are tried in first; nil for English.
  var language: String?
  var problems: [DocumentProblem] = []
  /// The version of the format that the file is written in.
  var version = CaseFile.formatVersion
  var sources: [String: Source] = [:]
  /// By the names that the file gives them; one that goes by several means has several parts.
  var journeys: [String: [Journey]] = [:]
  var events: [String: NamedEvent] = [:]

  init(grammar: FigureGrammar) { self.grammar = grammar }

  mutating func report(_ message: String, at position: FilePosition) {
    problems.append(DocumentProblem(position: position, message: message))
  }

  mutating func decode(_ root: Node, digest: String) -> CaseFile? {
    guard
      let fields = YAMLFields(
        root, name: "the case",
        known: [
          "wayproof", "id", "title", "summary", "language", "profile", "sources", "journeys",
          "events", "claims", "assumptions",
        ] + Self.laterFields, problems: &problems)
    else { return nil }
    readVersion(fields)
    needLater(fields, Self.laterFields)
    let id = fields.identifier("id", &problems)
    let title = fields.required("title", &problems)
    readLanguage(fields)
    let vehicles = unique(fields.items("vehicles", &problems).compactMap { vehicle($0) }, \.id)
    let places = unique(fields.items("places", &problems).compactMap { ownPlace($0) }, \.id)
    let sources = unique(fields.items("sources", &problems).compactMap { source($0) }, \.id)
    self.sources = Dictionary(sources.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let journeys = readJourneys(fields)
    let events = unique(fields.items("events", &problems).compactMap { event($0) }, \.id)
    self.events = Dictionary(events.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let claims = readClaims(fields)
    guard let id, let title else { return nil }
    let profile = fields.optional("profile", &problems)
    var file = CaseFile(
      id: id, title: title, summary: fields.optional("summary", &problems),
      profile: profile.isEmpty ? HedgeProfile.defaultName : profile, sources: sources,
      journeys: journeys,
      events: events, claims: claims, assumptions: fields.texts("assumptions", &problems),
      digest: digest)
    file.version = version
    file.vehicles = vehicles
    file.places = places
    return file
  }

  private mutating func readJourneys(_ fields: YAMLFields) -> [Journey] {
    let journeys = unique(
      fields.items("journeys", &problems).compactMap { journey($0) }.flatMap(\.self), \.id)
    let stops = journeys.reduce(0) { $0 + $1.stops.count }
    if stops > Self.stopLimit {
      report(
        "\(stops) stops in all journeys; a case holds at most \(Self.stopLimit), divide it",
        at: fields.position(of: "journeys"))
    }
    return journeys
  }

  private mutating func readClaims(_ fields: YAMLFields) -> [Claim] {
    let claims = unique(fields.items("claims", &problems).compactMap { claim($0) }, \.id.text)
    if claims.count > Self.claimLimit {
      report(
        "\(claims.count) claims; a case holds at most \(Self.claimLimit), divide it",
        at: fields.position(of: "claims"))
    }
    if claims.isEmpty, problems.isEmpty, !fields.has("claims") {
      report(
        "the case has no claims; write 'claims: []' where there are none to judge",
        at: fields.position)
    }
    checkComparisons(claims)
    return claims
  }

  // MARK: Versions

  private static let laterFields = ["vehicles", "places"]

  private mutating func readVersion(_ fields: YAMLFields) {
    guard let text = fields.required("wayproof", &problems) else { return }
    guard let version = Int(text), CaseFile.readVersions.contains(version) else {
      report(
        "this program reads versions \(CaseFile.readVersions.lowerBound) and "
          + "\(CaseFile.readVersions.upperBound) of the format, not '\(text)'",
        at: fields.position(of: "wayproof"))
      return
    }
    self.version = version
  }

  /// Fields that version 1 of the format does not have.
  mutating func needLater(_ fields: YAMLFields, _ keys: [String]) {
    guard version < 2, let key = keys.first(where: fields.has) else { return }
    report(
      "'\(key)' is of version 2 of the format: write 'wayproof: 2' at the head of the file",
      at: fields.position(of: key))
  }

  /// What to do about a word that is none of some: the mended line, or a list of them.
  func advice(
    _ fields: YAMLFields, _ key: String, _ word: String, _ words: [String]
  ) -> String {
    fields.advice(key, word, among: words) ?? "write " + Self.alternatives(words)
  }

  /// Such as `rail, air, road or sea`.
  static func alternatives(_ words: [String]) -> String {
    guard words.count > 1, let last = words.last else { return words.first ?? "none" }
    return words.dropLast().joined(separator: ", ") + " or " + last
  }

  /// Reports every identifier that is there twice.
  private mutating func unique<Item: Positioned>(
    _ items: [Item], _ id: (Item) -> String
  ) -> [Item] {
    var seen: [String: FilePosition] = [:]
    for item in items {
      if let first = seen.updateValue(item.place, forKey: id(item)) {
        report("the id '\(id(item))' is already used in line \(first.line)", at: item.place)
      }
    }
    return items
  }

  private mutating func readLanguage(_ fields: YAMLFields) {
    let code = fields.optional("language", &problems)
    guard !code.isEmpty else { return }
    guard grammar.knows(code) else {
      report(
        "no lexicon is of the language '\(code)'; write the code of one of the files of geo/lexicon, such as de",
        at: fields.position(of: "language"))
      return
    }
    language = code
  }

  mutating func date(_ text: String, at position: FilePosition) -> CivilDate? {
    guard !text.isEmpty else { return nil }
    let rest = text.dropFirst(10)
    guard let date = CivilDate(iso: text.prefix(10)), rest.isEmpty || "T ".contains(rest.prefix(1))
    else {
      report("'\(text)' is no date; write year-month-day such as 2019-04-24", at: position)
      return nil
    }
    return date
  }

  private mutating func source(_ node: Node) -> Source? {
    guard
      let fields = YAMLFields(
        node, name: "a source",
        known: [
          "id", "outlet", "title", "published", "url", "archive", "retrieved", "sha256", "grade",
        ],
        problems: &problems),
      let id = fields.identifier("id", &problems),
      let outlet = fields.required("outlet", &problems)
    else { return nil }
    let published = fields.optional("published", &problems)
    let sha256 = fields.optional("sha256", &problems)
    if !sha256.isEmpty, sha256.count != 64 || !sha256.allSatisfy(\.isHexDigit) {
      report("a SHA-256 has 64 hexadecimal digits", at: fields.position(of: "sha256"))
    }
    let graded = fields.optional("grade", &problems)
    let grade = SourceGrade(graded)
    if !graded.isEmpty, grade == nil {
      report(
        "'\(graded)' is no grade; write a reliability from A to F, with a credibility from 1 to 6 or "
          + "without, such as B2", at: fields.position(of: "grade"))
    }
    return Source(
      id: id, outlet: outlet, title: fields.optional("title", &problems),
      published: date(published, at: fields.position(of: "published")),
      url: fields.optional("url", &problems), archive: fields.optional("archive", &problems),
      retrieved: fields.optional("retrieved", &problems), sha256: sha256, grade: grade,
      place: fields.position)
  }

  private mutating func event(_ node: Node) -> NamedEvent? {
    guard
      let fields = YAMLFields(
        node, name: "an event", known: ["id", "title", "place"], problems: &problems),
      let id = fields.identifier("id", &problems),
      let place = fields.required("place", &problems)
    else { return nil }
    let title = fields.optional("title", &problems)
    return NamedEvent(
      id: id, title: title.isEmpty ? id : title, name: place, place: fields.position,
      namePosition: fields.position(of: "place"))
  }
}

/// Something that stands at a place in a case file.
protocol Positioned {
  var place: FilePosition { get }
}

extension Source: Positioned {}
extension Journey: Positioned {}
extension NamedEvent: Positioned {}
extension Claim: Positioned {}
extension Stop: Positioned {}
extension OwnVehicle: Positioned {}
extension OwnPlace: Positioned {}
