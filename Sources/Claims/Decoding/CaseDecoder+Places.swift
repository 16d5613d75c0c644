import Datasets
import Figures
import Quantities
import Yams

extension CaseDecoder {
  mutating func ownPlace(_ node: Node) -> OwnPlace? {
    guard
      let fields = YAMLFields(
        node, name: "a place",
        known: [
          "id", "name", "position", "from", "distance", "direction", "area", "border", "corners",
          "radius", "zone", "country", "source",
        ], problems: &problems),
      let id = fields.identifier("id", &problems), let site = site(fields)
    else { return nil }
    let name = fields.optional("name", &problems)
    return OwnPlace(
      id: id, name: name.isEmpty ? id : name, site: site, radius: radius(fields, usual: 0) ?? 0,
      zones: zones(fields), country: fields.optional("country", &problems),
      source: fields.optional("source", &problems), place: fields.position,
      names: fields.positions(of: "from", "position", "area", "border", "corners"))
  }

  /// The position of a place of which nobody says where it is.
  private static let unknown = "unknown"

  /// What says where a place is: one of these.
  private static let sites = ["position", "from", "area", "border", "corners"]

  private mutating func site(_ fields: YAMLFields) -> OwnPlace.Site? {
    let told = Self.sites.filter(fields.has)
    guard let key = told.first, told.count == 1 else {
      report(
        "a place has a 'position' such as \"43.12,131.9\" or unknown, lies a 'distance' 'from' another, or anywhere "
          + "in an 'area' such as France, along a 'border' or within 'corners'",
        at: fields.position)
      return nil
    }
    switch key {
    case "position":
      return fields.required("position", &problems).map {
        $0 == Self.unknown ? .unknown : .coordinate($0)
      }
    case "from": return offset(fields)
    default: return outline(fields, key)
    }
  }

  /// The limits of how many names or corners an outline is told by.
  private static let outlines = ["area": 1...50, "border": 1...2, "corners": 3...1_000]

  private mutating func outline(_ fields: YAMLFields, _ key: String) -> OwnPlace.Site? {
    let texts = fields.texts(key, &problems)
    guard let limits = Self.outlines[key], limits.contains(texts.count) else {
      let many =
        key == "corners"
        ? "three corners at least"
        : "the names of countries or regions, a border of at most two"
      if !texts.isEmpty || !fields.has(key) || problems.isEmpty {
        report("'\(key)' has \(many)", at: fields.position(of: key))
      }
      return nil
    }
    switch key {
    case "area": return .area(texts)
    case "border": return .border(texts)
    default: return .corners(texts)
    }
  }

  /// A distance from another place, with or without a direction.
  private mutating func offset(_ fields: YAMLFields) -> OwnPlace.Site? {
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
