import Chronology
public import Gazetteer
import Quantities
import Reporting
public import Travel
public import Wording

extension TravelRecord {
  /// The places of a record, found, and its moments by their clocks.
  public struct Found: Sendable {
    public let start: Place
    public let end: Place
    /// When it left and arrived; nil as far as that is not noted.
    public let left: Double?
    public let arrived: Double?
    /// Seconds by which the end's clocks are ahead of the start's then; nil without a departure.
    public let ahead: Int?
    /// The case file, in YAML.
    public let file: String
    public let title: Phrase
  }

  /// The record as a case.
  ///
  /// - Parameter language: what its quotes are in, which say in words what is noted.
  /// - Throws: `QuestionError` for a place that is not known or stands for several.
  public func found(
    in world: World, quotedIn language: Language = .english
  ) throws(QuestionError) -> Found {
    let places = try world.places([from, to])
    let (start, end) = (places[0], places[1])
    let zones = (Self.zone(of: start, world), Self.zone(of: end, world))
    let left = departs?.instant(in: zones.0)
    let arrived = arrival(in: zones.1, after: left)
    let day = left.map { zones.0.local($0).date } ?? departs?.date ?? arrives?.date
    let ends: Phrase = "\(term: start.shortName) to \(term: end.shortName)"
    let title: Phrase = day.map { "\(ends), \(Numbers.day($0))" } ?? ends
    let ahead = left.map { zones.1.offset(at: $0) - zones.0.offset(at: $0) }
    let claims = claims(
      left.map { zones.0.local($0) }, arrived.map { zones.1.local($0) }, language)
    let lines =
      [
        "wayproof: 2", "id: \(Self.identifier(title.english))",
        "title: \(Self.quoted(title.english))", "sources:",
        "  - {id: notes, outlet: \(Self.quoted(outlet))}", "journeys:", "  - id: journey",
        "    mode: \(mode.rawValue)",
      ] + (vehicle.map { ["    vehicle: \(Self.quoted($0))"] } ?? [])
      + (day.map { ["    date: \($0)"] } ?? []) + [
        "    stops:", "      - {id: start, place: \(Self.quoted(Self.name(of: start, from)))}",
        "      - {id: end, place: \(Self.quoted(Self.name(of: end, to)))}", "claims:",
      ] + claims
    return Found(
      start: start, end: end, left: left?.secondsSinceEpoch, arrived: arrived?.secondsSinceEpoch,
      ahead: ahead, file: lines.joined(separator: "\n") + "\n", title: title)
  }

  /// A place found by a coordinate has no identifier that a case knows.
  private static func name(of place: Place, _ text: String) -> String {
    place.kind == .point ? text : place.id.text
  }

  private static func zone(of place: Place, _ world: World) -> Zone {
    let name = place.zones.first ?? place.coordinate.flatMap { world.zones(near: $0)?.zones.first }
    return name.flatMap { try? Zone($0) } ?? .utc
  }

  /// Of an arrival that is noted without its day the first such clock time after the departure, or that which comes nearest
  /// to the time that it took.
  private func arrival(in zone: Zone, after left: Instant?) -> Instant? {
    guard let arrives else { return nil }
    if let instant = arrives.instant(in: zone) { return instant }
    guard let left, let time = arrives.time else { return nil }
    let first = zone.local(left).date
    let choices = (-1...2).map { zone.instant(of: first.advanced(byDays: $0), at: time) }
      .filter { $0 > left || duration != nil }
    guard let duration else { return choices.first }
    return choices.min {
      abs($0.seconds(since: left) - duration) < abs($1.seconds(since: left) - duration)
    }
  }

  private typealias Local = (date: CivilDate, secondOfDay: Double)

  private func claims(
    _ left: Local?, _ arrived: Local?, _ language: Language
  ) -> [String] {
    let events =
      mode == .air ? ("off-block start", "on-block end") : ("departure start", "arrival end")
    func time(_ id: String, _ local: Local?, _ event: String) -> String? {
      guard let local else { return nil }
      let (clock, day) = (Self.clock(local.secondOfDay), Numbers.day(local.date))
      let said: Phrase =
        id == "departure" ? "left at \(clock) on \(day)" : "arrived at \(clock) on \(day)"
      let quote = Self.quoted(language.text(said))
      return
        "  - {id: \(id), source: notes, quote: \(quote), time: \"\(local.date) \(clock)\", event: \(event)}"
    }
    let long = kilometers.map { "\(Self.number($0)) km" }
    let took = duration.map(Self.hours)
    return [
      time("departure", left, events.0), time("arrival", arrived, events.1),
      long.map {
        "  - {id: distance, source: notes, quote: \"\($0)\", distance: about \($0), from: start, to: end}"
      },
      took.map {
        "  - {id: duration, source: notes, quote: \(Self.quoted(language.text("took \($0)"))), duration: about \($0.english), from: \(events.0), to: \(events.1)}"
      },
    ].compactMap(\.self)
  }

  private static func clock(_ seconds: Double) -> String {
    let minutes = Int(held: max(0, min(86_399, seconds))) / 60
    let parts = [minutes / 60, minutes % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
    return parts.joined(separator: ":")
  }

  private static func number(_ value: Double) -> String {
    let text = "\((value * 10).rounded() / 10)"
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  /// Such as `6 h 30 min`; less than four months, so that it is a whole number.
  private static func hours(_ seconds: Double) -> Phrase {
    let minutes = Int(held: max(0, min(1e7, (seconds / 60).rounded())))
    let (hours, rest) = (minutes / 60, minutes % 60)
    return hours == 0 ? "\(rest) min" : rest == 0 ? "\(hours) h" : "\(hours) h \(rest) min"
  }

  /// A string of YAML in which nothing has a meaning of its own.
  private static func quoted(_ text: String) -> String {
    let clean = text.map { $0.isNewline ? " " : String($0) }.joined()
    return "\"" + clean.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }

  private static func identifier(_ title: String) -> String {
    let plain = title.lowercased().map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" }
    let parts = String(plain).split(separator: "-")
    return parts.isEmpty ? "journey" : parts.prefix(8).joined(separator: "-")
  }
}
