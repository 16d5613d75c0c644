import Datasets
import Quantities

extension CaseDecoder {
  /// The journey of a name, or the only one where there is no name.
  mutating func journey(
    named name: String, for what: String, at position: FilePosition
  ) -> Journey? {
    guard let parts = parts(named: name, for: what, at: position) else { return nil }
    if parts.count == 1 { return parts.first }
    report(
      "the journey goes by several means; name the part for the \(what): "
        + "journey: \(Self.alternatives(parts.map(\.id)))", at: position)
    return nil
  }

  /// The parts of the journey of a name, or of the only one where there is no name; never none.
  private mutating func parts(
    named name: String, for what: String, at position: FilePosition
  ) -> [Journey]? {
    if name.isEmpty, journeys.count == 1 { return journeys.values.first }
    if let parts = journeys[name] { return parts }
    if let part = journeys.values.joined().first(where: { $0.id == name }) { return [part] }
    let meant = Likeness.nearest(to: name, among: journeys.keys)
    report(
      name.isEmpty
        ? "with \(journeys.count) journeys in the case, the \(what) needs 'journey: ID'"
        : "no journey has the id '\(name)'; "
          + (meant.map { "write 'journey: \($0)' in its place" }
            ?? "there are \(listed(Array(journeys.keys)))"),
      at: position)
    return nil
  }

  /// An event such as `departure pyongyang`, `out: arrival khasan`, `start`, `end`, or a named one; from version 2 on a
  /// stop alone is the departure from it behind `from`, and the arrival at it behind `to`.
  mutating func event(_ fields: YAMLFields, _ key: String) -> EventReference? {
    guard let text = fields.required(key, &problems) else { return nil }
    if events[text] != nil { return .named(text) }
    let position = fields.position(of: key)
    let (name, words) = words(of: text, fields)
    return parts(named: name, for: "event '\(text)'", at: position).flatMap {
      stopEvent(words, of: $0, EventText(text: text, key: key, fields: fields))
    }
  }

  /// The journey that an event's text or its claim names, and the words besides.
  private mutating func words(of text: String, _ fields: YAMLFields) -> (String, [String]) {
    var words = text.split(separator: " ").map(String.init)
    var name = fields.optional("journey", &problems)
    if let first = words.first, first.hasSuffix(":") {
      name = String(first.dropLast())
      words.removeFirst()
    }
    return (name, words)
  }

  /// Whether a text speaks of an event of a journey and not of a place.
  func isEvent(_ text: String) -> Bool {
    let words = text.split(separator: " ").map(String.init)
    guard let first = words.first else { return false }
    let verb = first.hasSuffix(":") && words.count > 1 ? words[1] : first
    return ["start", "end"].contains(verb) || EventKind(rawValue: verb) != nil
  }

  /// Where the text of an event stands.
  private struct EventText {
    let text: String
    let key: String
    let fields: YAMLFields
    var position: FilePosition { fields.position(of: key) }
  }

  private mutating func stopEvent(
    _ words: [String], of parts: [Journey], _ said: EventText
  ) -> EventReference? {
    if words == ["start"], let journey = parts.first, let stop = journey.stops.first {
      return .stop(journey: journey.id, stop: stop.id, kind: journey.mode.setsOut)
    }
    if words == ["end"], let journey = parts.last, let stop = journey.stops.last {
      return .stop(journey: journey.id, stop: stop.id, kind: journey.mode.comesIn)
    }
    let all = words.joined(separator: " ")
    if version > 1, said.key != "event", let end = bareStop(all, of: parts, said) { return end }
    guard let verb = words.first, let kind = EventKind(rawValue: verb) else {
      report("'\(said.text)' is no event; \(eventAdvice(words, parts, said))", at: said.position)
      return nil
    }
    let stop = words.dropFirst().joined(separator: " ")
    guard let part = part(of: parts, with: stop, kind) else {
      let stops = Self.stops(of: parts)
      let advice =
        said.fields.advice(said.key, stop, among: stops)
        ?? "its stops are " + stops.map { "'\($0)'" }.joined(separator: ", ")
      report(
        "the journey '\(parts.first?.id ?? "")' has no stop '\(stop)'; \(advice)",
        at: said.position)
      return nil
    }
    return .stop(journey: part.id, stop: stop, kind: kind)
  }

  /// A stop alone, by its identifier or as its place is written.
  private func bareStop(
    _ text: String, of parts: [Journey], _ said: EventText
  ) -> EventReference? {
    let stops = parts.flatMap(\.stops)
    guard
      let stop = stops.first(where: { $0.id == text }) ?? stops.first(where: { $0.name == text })
    else { return nil }
    let isStart = said.key == "from"
    guard let part = part(of: parts, with: stop.id, isStart ? .departure : .arrival) else {
      return nil
    }
    return .stop(
      journey: part.id, stop: stop.id, kind: isStart ? .departure : .arrival)
  }

  /// The part of a journey in which something happens at a stop: where one part ends and the next begins, arrivals are of
  /// the one and departures of the other.
  private func part(
    of parts: [Journey], with stop: String, _ kind: EventKind
  ) -> Journey? {
    let own = parts.filter { $0.stops.contains { $0.id == stop } }
    return kind.isOfDeparture ? own.last : own.first
  }

  private func eventAdvice(
    _ words: [String], _ parts: [Journey], _ said: EventText
  ) -> String {
    let verbs = EventKind.allCases.map(\.rawValue)
    if let first = words.first, let advice = said.fields.advice(said.key, first, among: verbs) {
      return advice
    }
    if words.count == 1, let stop = words.first, Self.stops(of: parts).contains(stop) {
      let kind = said.key == "to" ? "arrival" : "departure"
      return "write '\(said.key): \(kind) \(stop)' in its place"
    }
    return "write start, end, or one of \(verbs.joined(separator: ", ")) and a stop"
  }

  private static func stops(of parts: [Journey]) -> [String] {
    parts.flatMap(\.stops).map(\.id).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  func listed(_ ids: [String]) -> String {
    ids.isEmpty ? "none" : ids.sorted().map { "'\($0)'" }.joined(separator: ", ")
  }
}

extension TravelMode {
  /// What the beginning and the end of a journey are called.
  fileprivate var setsOut: EventKind { self == .air ? .offBlock : .departure }
  fileprivate var comesIn: EventKind { self == .air ? .onBlock : .arrival }
}

extension EventKind {
  /// Whether it belongs to what goes on from a stop.
  var isOfDeparture: Bool {
    switch self {
    case .departure, .offBlock, .takeOff: true
    case .arrival, .passing, .landing, .onBlock: false
    }
  }
}
