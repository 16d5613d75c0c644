import Datasets
import Quantities
import Yams

extension CaseDecoder {
  mutating func vehicle(_ node: Node) -> OwnVehicle? {
    guard
      let fields = YAMLFields(
        node, name: "a vehicle",
        known: ["id", "name", "mode", "greatest", "usual", "altitude", "range", "source"],
        problems: &problems),
      let id = fields.identifier("id", &problems),
      let modeText = fields.required("mode", &problems), let mode = mode(modeText, fields)
    else { return nil }
    let greatest = positive(fields, "greatest", as: .speed)
    let usual = positive(fields, "usual", as: .speed)
    if greatest == nil, usual == nil {
      report("the vehicle '\(id)' needs a speed: 'greatest', 'usual' or both", at: fields.position)
    }
    for key in ["altitude", "range"] where fields.has(key) && mode != .air {
      report("only a vehicle by air has '\(key)'", at: fields.position(of: key))
    }
    let name = fields.optional("name", &problems)
    return OwnVehicle(
      id: id, name: name.isEmpty ? id : name, mode: mode, greatest: greatest, usual: usual,
      altitude: positive(fields, "altitude", as: .distance),
      range: positive(fields, "range", as: .distance),
      source: fields.optional("source", &problems), place: fields.position)
  }

  private mutating func positive(
    _ fields: YAMLFields, _ key: String, as dimension: ValueUnit.Dimension
  ) -> HedgedValue? {
    guard fields.has(key), let value = value(fields, key, as: dimension) else { return nil }
    guard value.number.value > 0 else {
      report("'\(key)' is more than nothing", at: fields.position(of: key))
      return nil
    }
    return value
  }

  mutating func ownPlace(_ node: Node) -> OwnPlace? {
    guard
      let fields = YAMLFields(
        node, name: "a place",
        known: [
          "id", "name", "position", "from", "distance", "direction", "radius", "zone", "country",
          "source",
        ], problems: &problems),
      let id = fields.identifier("id", &problems), let site = site(fields)
    else { return nil }
    let name = fields.optional("name", &problems)
    return OwnPlace(
      id: id, name: name.isEmpty ? id : name, site: site, radius: radius(fields, usual: 0) ?? 0,
      zones: zones(fields), country: fields.optional("country", &problems),
      source: fields.optional("source", &problems), place: fields.position,
      names: fields.positions(of: "from", "position"))
  }

  /// A position, or a distance from another place with or without a direction.
  private mutating func site(_ fields: YAMLFields) -> OwnPlace.Site? {
    guard fields.has("position") != fields.has("from") else {
      report(
        "a place has a 'position' such as \"43.12,131.9\", or lies a 'distance' 'from' another",
        at: fields.position)
      return nil
    }
    if fields.has("position") {
      return fields.required("position", &problems).map { .coordinate($0) }
    }
    guard let other = fields.required("from", &problems),
      let distance = positive(fields, "distance", as: .distance)
    else {
      if !fields.has("distance") {
        report("a place 'from' another needs its 'distance'", at: fields.position)
      }
      return nil
    }
    guard fields.has("direction"), let text = fields.required("direction", &problems) else {
      return .offset(distance, from: other, degrees: nil)
    }
    guard let degrees = Self.direction(text) else {
      let advice = advice(fields, "direction", text, Self.directions)
      report("'\(text)' is no direction; \(advice)", at: fields.position(of: "direction"))
      return nil
    }
    return .offset(distance, from: other, degrees: degrees)
  }

  private static let directions = [
    "north", "north-east", "east", "south-east", "south", "south-west", "west", "north-west",
  ]

  /// Degrees clockwise from north of `north-east`, `northeast`, `NE` or `45`.
  private static func direction(_ text: String) -> Double? {
    if let degrees = Double(text) { return (0...360).contains(degrees) ? degrees : nil }
    let plain = text.lowercased().filter(\.isLetter)
    let place = directions.firstIndex { name in
      let words = name.split(separator: "-")
      return plain == words.joined() || plain == String(words.compactMap(\.first))
    }
    return place.map { Double($0) * 45 }
  }
}
