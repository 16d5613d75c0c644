import Quantities
import Datasets
import Chronology
import Yams

extension CaseDecoder {
  /// A journey, in parts where it goes by several means; none where it cannot be read.
  mutating func journey(_ node: Node) -> [Journey]? {
    guard
      let fields = YAMLFields(
        node, name: "a journey", known: ["id", "title", "mode", "vehicle", "date", "stops"],
        problems: &problems),
      let id = fields.identifier("id", &problems),
      let modeText = fields.required("mode", &problems),
      let mode = mode(modeText, fields)
    else { return nil }
    let stops = fields.items("stops", &problems).compactMap { stop($0) }
    if stops.count < 2 {
      report("the journey '\(id)' needs at least 2 stops", at: fields.position)
      return nil
    }
    guard stops.count <= 200 else {
      report("the journey '\(id)' has more than 200 stops", at: fields.position)
      return nil
    }
    var seen: Set<String> = []
    for stop in stops where !seen.insert(stop.stop.id).inserted {
      report(
        "the stop id '\(stop.stop.id)' is there twice in the journey '\(id)'", at: stop.stop.place)
    }
    let title = fields.optional("title", &problems)
    let journey = Journey(
      id: id, title: title.isEmpty ? id : title, mode: mode,
      vehicle: fields.optional("vehicle", &problems),
      date: date(fields.optional("date", &problems), at: fields.position(of: "date")),
      stops: stops.map(\.stop), place: fields.position)
    let parts = parts(of: journey, stops)
    if journeys[id] == nil { journeys[id] = parts }
    return parts
  }

  mutating func mode(_ text: String, _ fields: YAMLFields) -> TravelMode? {
    if let mode = TravelMode(rawValue: text) { return mode }
    // What people write for a mode.
    let usual: [String: TravelMode] = [
      "train": .rail, "railway": .rail, "plane": .air, "flight": .air, "aircraft": .air,
      "bus": .road, "car": .road, "coach": .road, "lorry": .road, "ship": .sea, "ferry": .sea,
      "boat": .sea,
    ]
    let advice =
      usual[text.lowercased()].map { "write 'mode: \($0.rawValue)' in its place" }
      ?? advice(fields, "mode", text, TravelMode.allCases.map(\.rawValue))
    report("'\(text)' is no mode; \(advice)", at: fields.position(of: "mode"))
    return nil
  }

  private mutating func stop(_ node: Node) -> StopText? {
    let later = ["mode", "vehicle", "unknown_stops"]
    guard
      let fields = YAMLFields(
        node, name: "a stop",
        known: ["id", "place", "assumption", "border", "procedures", "via", "alternatives"] + later,
        problems: &problems),
      let place = fields.required("place", &problems)
    else { return nil }
    needLater(fields, later)
    guard let id = fields.identifier(fields.has("id") ? "id" : "place", &problems) else {
      return nil
    }
    let ways = fields.items("alternatives", &problems).compactMap { way($0) }
    var stop = Stop(
      id: id, name: place,
      assumption: fields.optional("assumption", &problems),
      isBorder: fields.flag("border", &problems),
      procedures: fields.items("procedures", &problems).compactMap { procedure($0) },
      via: fields.texts("via", &problems),
      alternatives: ways.map(\.way),
      place: fields.position,
      names: ways.reduce(fields.positions(of: "place", "via")) { names, way in
        names.merging(way.names) { first, _ in first }
      })
    if fields.has("unknown_stops") { stop.unknownStops = count(fields, "unknown_stops") }
    let modeText = fields.optional("mode", &problems)
    return StopText(
      stop: stop, mode: modeText.isEmpty ? nil : mode(modeText, fields),
      vehicle: fields.has("vehicle") ? fields.optional("vehicle", &problems) : nil)
  }

  private mutating func procedure(_ node: Node) -> Stop.Procedure? {
    guard
      let fields = YAMLFields(
        node, name: "a procedure", known: ["name", "duration"], problems: &problems),
      let name = fields.required("name", &problems)
    else { return nil }
    let text = fields.optional("duration", &problems)
    guard !text.isEmpty else { return Stop.Procedure(name: name, duration: nil) }
    do {
      let duration = try grammar.value(text, as: .duration, language: language)
      return Stop.Procedure(name: name, duration: duration)
    } catch {
      report("in '\(text)': \(error.message)", at: fields.position(of: "duration"))
      return nil
    }
  }

  private mutating func way(_ node: Node) -> (way: Stop.Way, names: [String: FilePosition])? {
    guard
      let fields = YAMLFields(
        node, name: "an alternative", known: ["title", "via"], problems: &problems),
      let title = fields.required("title", &problems)
    else { return nil }
    return (
      Stop.Way(title: title, via: fields.texts("via", &problems)), fields.positions(of: "via")
    )
  }
}
