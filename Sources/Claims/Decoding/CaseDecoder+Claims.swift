import Quantities
import Datasets
import Chronology
import Yams

extension CaseDecoder {
  private static let subjects = [
    "distance", "duration", "time", "speed", "gauge", "mode", "route", "sighting", "track",
  ]
  /// Those of version 2, and what they need besides.
  private static let laterSubjects = ["more", "less", "times", "stops", "ahead"]
  private static let laterFields = laterSubjects + ["of", "than", "counts", "calendar"]

  mutating func claim(_ node: Node) -> Claim? {
    guard
      let fields = YAMLFields(
        node, name: "a claim",
        known: ["id", "source", "quote", "modality", "note", "journey"] + Self.subjects + [
          "from", "to", "kind", "event", "zone", "vehicle", "years", "selector", "radius",
        ] + Self.laterFields, problems: &problems)
    else { return nil }
    needLater(fields, Self.laterFields)
    let id = fields.identifier("id", &problems)
    let source = fields.required("source", &problems)
    let quote = fields.required("quote", &problems)
    if let source, sources[source] == nil {
      let advice =
        fields.advice("source", source, among: sources.keys)
        ?? "there are \(listed(Array(sources.keys)))"
      report("no source has the id '\(source)'; \(advice)", at: fields.position(of: "source"))
    }
    let modality = modality(fields)
    let selector = selector(fields)
    guard let subject = subject(fields), let id, let source, let quote else { return nil }
    return Claim(
      id: Claim.ID(id), source: source, quote: quote, selector: selector, modality: modality,
      subject: subject,
      note: fields.optional("note", &problems), place: fields.position,
      names: fields.positions(of: "from", "to", "route", "sighting").merging(
        comparedNames(fields)
      ) { first, _ in first })
  }

  private mutating func selector(_ fields: YAMLFields) -> TextQuoteSelector? {
    guard let node = fields.node("selector"),
      let own = YAMLFields(
        node, name: "a selector", known: ["exact", "prefix", "suffix", "start", "end"],
        problems: &problems)
    else { return nil }
    let exact = own.required("exact", &problems)
    let offsets = ["start", "end"].compactMap { key -> Int? in
      guard let text = own.required(key, &problems) else { return nil }
      guard let offset = Int(text), offset >= 0 else {
        report("'\(text)' is no offset; write a whole number from 0", at: own.position(of: key))
        return nil
      }
      return offset
    }
    guard let exact, offsets.count == 2 else { return nil }
    guard offsets[0] < offsets[1] else {
      report("the selector ends before it begins", at: own.position(of: "end"))
      return nil
    }
    return TextQuoteSelector(
      exact: exact, prefix: own.optional("prefix", &problems),
      suffix: own.optional("suffix", &problems), range: offsets[0]..<offsets[1])
  }

  private mutating func modality(_ fields: YAMLFields) -> Modality {
    let text = fields.optional("modality", &problems)
    guard !text.isEmpty else { return .stated }
    guard let modality = Modality(rawValue: text) else {
      let advice = advice(fields, "modality", text, Modality.allCases.map(\.rawValue))
      report("'\(text)' is no modality; \(advice)", at: fields.position(of: "modality"))
      return .stated
    }
    return modality
  }

  private mutating func subject(_ fields: YAMLFields) -> ClaimSubject? {
    // A sighting has its time with it.
    let subjects = Self.subjects + (version > 1 ? Self.laterSubjects : [])
    let present = subjects.filter {
      fields.has($0) && !($0 == "time" && fields.has("sighting"))
    }
    guard present.count == 1, let kind = present.first else {
      report(
        "a claim says exactly one of \(subjects.joined(separator: ", "))", at: fields.position)
      return nil
    }
    switch kind {
    case "distance": return distance(fields)
    case "duration": return duration(fields)
    case "time": return time(fields)
    case "speed": return speed(fields)
    case "mode": return mode(fields)
    case "route": return route(fields)
    case "sighting": return sighting(fields)
    case "track": return track(fields)
    case "more", "less", "times": return comparison(fields, kind)
    case "stops": return stops(fields)
    case "ahead": return ahead(fields)
    default: return gauge(fields)
    }
  }

  mutating func value(
    _ fields: YAMLFields, _ key: String, as dimension: ValueUnit.Dimension
  ) -> HedgedValue? {
    guard let text = fields.required(key, &problems) else { return nil }
    do { return try grammar.value(text, as: dimension, language: language) } catch {
      let position = fields.position(of: key)
      report(
        "in '\(text)': \(error.message)",
        at: FilePosition(line: position.line, column: position.column + error.offset))
      return nil
    }
  }

  private mutating func distance(_ fields: YAMLFields) -> ClaimSubject? {
    if let way = way(fields) { return way }
    let from = fields.texts("from", &problems)
    let to = fields.texts("to", &problems)
    if from.isEmpty || to.isEmpty {
      report("a distance needs 'from' and 'to', each one or more places", at: fields.position)
    }
    var kinds: [DistanceKind] = []
    for text in fields.texts("kind", &problems) {
      if let kind = kind(text, fields) { kinds.append(kind) }
    }
    if kinds.isEmpty { kinds = [.geodesic] + usualKinds }
    guard let value = value(fields, "distance", as: .distance), !from.isEmpty, !to.isEmpty else {
      return nil
    }
    return .distance(value, from: from, to: to, kinds: kinds)
  }

  /// What a distance that says no kind may be besides the straight line: the way by the modes of the case's journeys; by
  /// rail where it has none.
  private var usualKinds: [DistanceKind] {
    let modes = Set(journeys.values.joined().map(\.mode))
    let kinds = TravelMode.allCases.filter { modes.contains($0) }.map(\.distanceKind)
    return kinds.isEmpty ? [.track] : kinds
  }

  mutating func kind(_ text: String, _ fields: YAMLFields) -> DistanceKind? {
    if let kind = DistanceKind(rawValue: text) { return kind }
    let advice = advice(fields, "kind", text, DistanceKind.allCases.map(\.rawValue))
    report("'\(text)' is no kind of distance; \(advice)", at: fields.position(of: "kind"))
    return nil
  }

  private mutating func duration(_ fields: YAMLFields) -> ClaimSubject? {
    let value = value(fields, "duration", as: .duration)
    let from = event(fields, "from")
    let to = event(fields, "to")
    let counted = countedTime(fields)
    guard let value, let from, let to else { return nil }
    guard let counted, counted != .elapsed else { return .duration(value, from: from, to: to) }
    return .total(value, counted, from: from, to: to)
  }

  private mutating func time(_ fields: YAMLFields) -> ClaimSubject? {
    let event = event(fields, "event")
    let moment = moment(fields)
    guard let event, let moment else { return nil }
    return .time(moment.expression, event: event, zones: moment.zones)
  }

  mutating func zones(_ fields: YAMLFields) -> [String] {
    let zones = fields.texts("zone", &problems)
    for zone in zones where (try? Zone(zone)) == nil {
      report(
        ChronologyError.unknownZone(zone).description, at: fields.position(of: "zone"))
    }
    return zones
  }

  /// When something was, and in which zones the clock may be read.
  private mutating func moment(
    _ fields: YAMLFields
  ) -> (expression: TimeExpression, zones: [String])? {
    guard let text = fields.required("time", &problems) else { return nil }
    let zones = zones(fields)
    do { return (try dated(grammar.time(text, language: language), fields), zones) } catch {
      let position = fields.position(of: "time")
      report(
        "in '\(text)': \(error.message)",
        at: FilePosition(line: position.line, column: position.column + error.offset))
    }
    return nil
  }

  private mutating func speed(_ fields: YAMLFields) -> ClaimSubject? {
    let value = value(fields, "speed", as: .speed)
    let kindText = fields.required("kind", &problems)
    var kind = SpeedClaim.Kind.maximum
    if let kindText {
      guard let known = SpeedClaim.Kind(rawValue: kindText) else {
        let advice = advice(fields, "kind", kindText, SpeedClaim.Kind.allCases.map(\.rawValue))
        report("'\(kindText)' is no kind of speed; \(advice)", at: fields.position(of: "kind"))
        return nil
      }
      kind = known
    }
    let years = years(fields)
    let from = fields.has("from") ? event(fields, "from") : nil
    let to = fields.has("to") ? event(fields, "to") : nil
    if kind == .average, from == nil || to == nil {
      report("an average speed needs the events 'from' and 'to'", at: fields.position)
      return nil
    }
    var vehicle = fields.optional("vehicle", &problems)
    if kind == .maximum, vehicle.isEmpty { vehicle = onlyVehicle(fields) }
    if kind == .maximum, vehicle.isEmpty {
      report(
        "a maximum speed needs a 'vehicle', or a 'journey' that has one", at: fields.position)
      return nil
    }
    guard let value, kindText != nil else { return nil }
    return .speed(
      value,
      SpeedClaim(
        kind: kind, vehicle: vehicle, years: years,
        journey: fields.node("journey")?.scalar?.string ?? "", from: from, to: to))
  }

  /// The vehicle of the journey that a claim names, or of all journeys if they have one in common; blank for none.
  private func onlyVehicle(_ fields: YAMLFields) -> String {
    let named = fields.node("journey")?.scalar?.string
    let vehicles = Set(
      journeys.filter { named == nil || $0.key == named }.values.joined().map(\.vehicle))
    return vehicles.count == 1 ? vehicles.first ?? "" : ""
  }

  private mutating func years(_ fields: YAMLFields) -> ClosedRange<Int>? {
    let text = fields.optional("years", &problems)
    guard !text.isEmpty else { return nil }
    let words = text.split(separator: "-", omittingEmptySubsequences: false)
    let ends = words.compactMap { Int($0) }
    guard let first = ends.first, let last = ends.last, ends.count == words.count,
      ends.count <= 2, first <= last,
      (1800...9999).contains(first)
    else {
      report("'\(text)' are no years; write 2023 or 2019-2023", at: fields.position(of: "years"))
      return nil
    }
    return first...last
  }

  private mutating func gauge(_ fields: YAMLFields) -> ClaimSubject? {
    let word = fields.required("gauge", &problems)
    let from = fields.required("from", &problems)
    let to = fields.required("to", &problems)
    guard let word, let from, let to else { return nil }
    guard ["different", "same"].contains(word) else {
      report("write gauge: different, or gauge: same", at: fields.position(of: "gauge"))
      return nil
    }
    return .gauge(isDifferent: word == "different", from: from, to: to)
  }

  private mutating func mode(_ fields: YAMLFields) -> ClaimSubject? {
    let word = fields.required("mode", &problems)
    let journey = journey(
      named: fields.optional("journey", &problems), for: "mode", at: fields.position(of: "journey"))
    guard let word else { return nil }
    guard let mode = self.mode(word, fields) else { return nil }
    return journey.map { .mode(mode, journey: $0.id) }
  }

  private mutating func route(_ fields: YAMLFields) -> ClaimSubject? {
    let places = fields.texts("route", &problems)
    let journey = journey(
      named: fields.optional("journey", &problems), for: "route", at: fields.position(of: "journey")
    )
    guard !places.isEmpty else {
      report("a route needs one or more places", at: fields.position(of: "route"))
      return nil
    }
    return journey.map { .route(places, journey: $0.id) }
  }

  private mutating func sighting(_ fields: YAMLFields) -> ClaimSubject? {
    let position = fields.required("sighting", &problems)
    let moment = moment(fields)
    let radius = radius(fields, usual: 0)
    let journey = journey(
      named: fields.optional("journey", &problems), for: "sighting",
      at: fields.position(of: "journey"))
    guard let position, let moment, let radius, let journey else { return nil }
    return .sighting(
      Sighting(
        journey: journey.id, position: position, radius: radius, time: moment.expression,
        zones: moment.zones))
  }

  private mutating func track(_ fields: YAMLFields) -> ClaimSubject? {
    let file = fields.required("track", &problems)
    let radius = radius(fields, usual: 100)
    let journey = journey(
      named: fields.optional("journey", &problems), for: "track",
      at: fields.position(of: "journey"))
    guard let file, let radius, let journey else { return nil }
    return .track(TrackClaim(journey: journey.id, file: file, radius: radius))
  }

  /// The error of a position in metres.
  mutating func radius(_ fields: YAMLFields, usual: Double) -> Double? {
    guard fields.has("radius") else { return usual }
    guard let value = value(fields, "radius", as: .distance) else { return nil }
    let meters = value.greatestSIValue
    guard (0...1e6).contains(meters) else {
      report("a radius is at most 1,000 km", at: fields.position(of: "radius"))
      return nil
    }
    return meters
  }
}
