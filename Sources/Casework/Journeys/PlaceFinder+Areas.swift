import Claims
import Datasets
import Gazetteer
import Geodesy
import Quantities
import Travel

/// Areas and borders of the case's own.
extension PlaceFinder {
  /// Where a place is that is told by an outline; nil for another, and where something is wrong with it.
  mutating func area(of own: OwnPlace) -> Place? {
    let parts: [Place]
    let drawn: Outline?
    switch own.site {
    case .coordinate, .offset, .unknown: return nil
    case .area(let names):
      parts = areas(names, own)
      drawn = parts.count == names.count ? Outline(of: parts.compactMap(\.outline)) : nil
    case .border(let names):
      parts = areas(names, own)
      drawn = parts.count == names.count ? border(of: parts, own) : nil
    case .corners(let texts):
      parts = []
      drawn = area(within: texts, own)
    }
    guard let drawn, let outline = drawn.widened(by: .meters(own.radius)) else { return nil }
    let countries = Set(parts.map(\.country))
    let nearby = own.zones.isEmpty && parts.isEmpty ? drawn.center.flatMap(world.zones) : nil
    let zones = parts.flatMap(\.zones).reduce(into: [String]()) {
      if !$0.contains($1) { $0.append($1) }
    }
    if let nearby { self.nearby[own.id] = nearby }
    return Place(
      id: Place.ID(own.id), name: own.name, kind: outline.isArea ? .region : .border,
      country: own.country.isEmpty && countries.count == 1 ? countries.first ?? "" : own.country,
      zones: own.zones.isEmpty ? (parts.isEmpty ? nearby?.zones ?? [] : zones) : own.zones,
      outline: outline, source: own.source)
  }

  private mutating func areas(_ names: [String], _ own: OwnPlace) -> [Place] {
    names.compactMap { name in
      if let area = world.gazetteer.area(named: name) { return area }
      guard let place = place(name, at: own.names[name] ?? own.place) else { return nil }
      guard place.outline?.isArea == true else {
        report("'\(name)' is no country or region whose outline is known", name, own)
        return nil
      }
      return place
    }
  }

  private mutating func border(of parts: [Place], _ own: OwnPlace) -> Outline? {
    let outlines = parts.compactMap(\.outline)
    guard outlines.count > 1 else { return outlines.first?.border }
    if let border = outlines[0].border(with: outlines[1]) { return border }
    report("\(parts[0].name) and \(parts[1].name) have no border with each other", "", own)
    return nil
  }

  private mutating func area(within texts: [String], _ own: OwnPlace) -> Outline? {
    let corners = texts.compactMap { text -> Outline.Corner? in
      guard let place = place(text, at: own.names[text] ?? own.place) else { return nil }
      guard place.kind == .point, let corner = place.coordinate else {
        report("'\(text)' is no coordinate; write such as \"43.12,131.9\"", text, own)
        return nil
      }
      return Outline.Corner(latitude: corner.latitude, longitude: corner.longitude)
    }
    guard corners.count == texts.count else { return nil }
    let longitudes = corners.map(\.longitude)
    guard (longitudes.max() ?? 0) - (longitudes.min() ?? 0) <= 180 else {
      report(
        "an area over the antimeridian has to be cut there, into two places", texts.first ?? "", own
      )
      return nil
    }
    return Outline(lines: [corners], isArea: true, error: .zero)
  }

  private mutating func report(_ message: String, _ name: String, _ own: OwnPlace) {
    problems.append(
      DocumentProblem(position: own.names[name] ?? own.place, message: message))
  }
}
