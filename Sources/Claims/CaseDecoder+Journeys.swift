import Quantities
import Datasets
import Chronology
import Yams

extension CaseDecoder {
  mutating func journey(_ node: Node) -> Journey? {
    guard
      let fields = YAMLFields(
        node, name: "a journey", known: ["id", "title", "mode", "vehicle", "date", "stops"],
        problems: &problems),
      let id = fields.identifier("id", &problems),
      let modeText = fields.required("mode", &problems)
    else { return nil }
    guard let mode = TravelMode(rawValue: modeText) else {
      report(
        "'\(modeText)' is no mode; write rail, air, road or sea", at: fields.position(of: "mode"))
      return nil
    }
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
    for stop in stops where !seen.insert(stop.id).inserted {
      report("the stop id '\(stop.id)' is there twice in the journey '\(id)'", at: stop.place)
    }
    let title = fields.optional("title", &problems)
    return Journey(
      id: id, title: title.isEmpty ? id : title, mode: mode,
      vehicle: fields.optional("vehicle", &problems),
      date: date(fields.optional("date", &problems), at: fields.position(of: "date")),
      stops: stops, place: fields.position)
  }

  private mutating func stop(_ node: Node) -> Stop? {
    guard
      let fields = YAMLFields(
        node, name: "a stop",
        known: ["id", "place", "assumption", "border", "procedures", "via", "alternatives"],
        problems: &problems),
      let place = fields.required("place", &problems)
    else { return nil }
    guard let id = fields.identifier(fields.has("id") ? "id" : "place", &problems) else {
      return nil
    }
    let ways = fields.items("alternatives", &problems).compactMap { way($0) }
    return Stop(
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
