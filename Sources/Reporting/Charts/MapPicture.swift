import Foundation
public import Geodesy
import Quantities
public import Wording

/// A map fitted to some lines and places, in an equal-area projection about their middle.
public struct MapPicture: Picture {
  public struct Route: Sendable {
    public let name: String
    public let points: [Coordinate]
    public let style: Chart.Style
  }

  public enum Symbol: Sendable { case stop, gaugeBreak, border }

  public struct Mark: Sendable {
    public let name: String
    public let place: Coordinate
    public let symbol: Symbol
  }

  public let title: String
  public let routes: [Route]
  public let marks: [Mark]
  /// What is drawn below; nothing where nobody added any.
  public var basemap: Basemap?
  /// What its own words are in.
  public var language = Language.english

  /// Whether it is drawn for a column or a phone.
  public var isSmall = false

  private var size: (width: Double, height: Double) { isSmall ? (430, 280) : (840, 560) }
  private var margin: (side: Double, top: Double, bottom: Double) {
    isSmall ? (50, 64, 36) : (70, 62, 62)
  }

  // MARK: Fitting

  /// The middle of all points on the sphere.
  private var middle: Coordinate? {
    let places = routes.flatMap(\.points) + marks.map(\.place)
    var sum = (x: 0.0, y: 0.0, z: 0.0)
    for place in places {
      let (latitude, longitude) = (place.latitude * .pi / 180, place.longitude * .pi / 180)
      sum.x += cos(latitude) * cos(longitude)
      sum.y += cos(latitude) * sin(longitude)
      sum.z += sin(latitude)
    }
    let latitude = atan2(sum.z, (sum.x * sum.x + sum.y * sum.y).squareRoot())
    return try? Coordinate(
      latitude: (latitude * 1_800 / .pi).rounded() / 10,
      longitude: (atan2(sum.y, sum.x) * 1_800 / .pi).rounded() / 10)
  }

  /// From metres on the plane to the picture.
  private struct Fit {
    let scale: Double
    let east: Double
    let north: Double
    /// Where the middle of the points is in the picture.
    let middle: (x: Double, y: Double)

    init(_ points: [(east: Double, north: Double)], in picture: MapPicture) {
      let (easts, norths) = (points.map(\.east), points.map(\.north))
      let (west, right) = (easts.min() ?? 0, easts.max() ?? 0)
      let (south, top) = (norths.min() ?? 0, norths.max() ?? 0)
      let (size, margin) = (picture.size, picture.margin)
      middle = (size.width / 2, (size.height + margin.top - margin.bottom) / 2)
      // A place by itself gets a map of some kilometres.
      let wide = max(right - west, 5_000)
      let high = max(top - south, 5_000)
      scale = min(
        (size.width - 2 * margin.side) / wide,
        (size.height - margin.top - margin.bottom) / high)
      east = (west + right) / 2
      north = (south + top) / 2
    }

    func place(_ point: (east: Double, north: Double)) -> (x: Double, y: Double) {
      (middle.x + (point.east - east) * scale, middle.y - (point.north - north) * scale)
    }
  }

  // MARK: Drawing

  public var svg: String {
    guard let middle, let projection = try? MapProjection(centredOn: middle) else {
      return Drawing.picture(size.width, 60, title: title, [])
    }
    let shown = (routes.flatMap(\.points) + marks.map(\.place)).compactMap { projection.point($0) }
    let fit = Fit(shown, in: self)
    // A picture in the picture is clipped, and needs no name for it.
    let (width, height) = (Int(held: size.width), Int(held: size.height) - 46)
    var parts = [
      "<svg x=\"0\" y=\"46\" width=\"\(width)\" height=\"\(height)\" viewBox=\"0 46 \(width) \(height)\">"
    ]
    if basemap != nil { parts.append(Drawing.box(0, 46, size.width, Double(height), "sea")) }
    parts += land(projection, fit, middle)
    let grid = graticule(projection, fit, middle)
    parts += grid.lines
    var ways: [(x: Double, y: Double)] = []
    for route in routes {
      let points = route.points.compactMap { projection.point($0) }.map { fit.place($0) }
      parts.append(Drawing.path(points, route.style.rawValue))
      ways += points.dense(every: 6)
    }
    let places = marks.compactMap { mark in
      projection.point(mark.place).map { (mark: mark, at: fit.place($0)) }
    }
    parts += places.map { symbol($0.mark.symbol, $0.at) }
    var labels = MapLabels(size: size, symbols: places.map(\.at), ways: ways)
    parts += places.filter { !$0.mark.name.isEmpty }.compactMap {
      labels.label($0.mark.name, at: $0.at)
    }
    parts += grid.degrees.compactMap { labels.degree($0.text, near: $0.spots) }
    parts.append("</svg>")
    parts += scaleBar(projection, fit, middle) + legend
    let source = basemap?.attribution ?? ""
    let plane = language.text("Lambert azimuthal equal-area about \(degrees(middle))")
    // A small map has no room for how the Earth was made flat.
    let named = isSmall ? source : source.isEmpty ? plane : "\(plane); \(source)"
    parts.append(
      Drawing.text(size.width - 8, size.height - 8, named, "end", style: "degree"))
    return Drawing.picture(size.width, size.height, title: title, parts)
  }

  private func degrees(_ place: Coordinate) -> Phrase {
    let (latitude, longitude) = (place.latitude, place.longitude)
    let (north, east): (Phrase, Phrase) = (latitude < 0 ? "S" : "N", longitude < 0 ? "W" : "E")
    return "\(abs(latitude), decimals: 1)° \(north) \(abs(longitude), decimals: 1)° \(east)"
  }

  private func symbol(_ symbol: Symbol, _ at: (x: Double, y: Double)) -> String {
    switch symbol {
    case .stop: Drawing.dot(at.x, at.y, 4.5, "stop")
    case .border:
      Drawing.dot(at.x, at.y, 4.5, "stop")
        + Drawing.line(at.x - 9, at.y, at.x + 9, at.y, "axis")
    case .gaugeBreak:
      Drawing.area(
        [(at.x, at.y - 7), (at.x + 7, at.y), (at.x, at.y + 7), (at.x - 7, at.y)], "break",
        title: language.text("change of gauge"))
    }
  }

  /// What the basemap has within the picture.
  private func land(
    _ projection: borrowing MapProjection, _ fit: Fit, _ middle: Coordinate
  ) -> [String] {
    guard let basemap else { return [] }
    let field = (left: 0.0, top: 46.0, right: size.width, bottom: size.height)
    let reach = size.width / fit.scale / 111_000
    return basemap.outlines.filter { $0.mayReach(middle, within: reach) }.flatMap { outline in
      let points = outline.points.map { place -> Land.Point? in
        guard let point = projection.point(place) else { return nil }
        // Beyond this the plane tears open, far outside of any picture.
        let far = (point.east * point.east + point.north * point.north).squareRoot()
        let share = min(1, Self.reach / max(far, 1))
        let at = fit.place((point.east * share, point.north * share))
        return Land.Point(x: at.x, y: at.y, isHeld: share < 1)
      }
      return Land(field: field).parts(of: outline, points)
    }
  }

  /// The radius in metres within which areas keep their shapes; the whole plane has 12,742 km.
  private static let reach = 11.8e6

  private var legend: [String] {
    var parts: [String] = []
    var place = 8.0
    var told: Set<String> = []
    for route in routes where told.insert(route.name).inserted {
      parts.append(Drawing.line(place, 34, place + 26, 34, route.style.rawValue))
      parts.append(Drawing.text(place + 32, 38, route.name, "start"))
      place += 48 + Drawing.width(of: route.name)
    }
    let change = language.text("change of gauge")
    if marks.contains(where: { $0.symbol == .gaugeBreak }),
      place + 20 + Drawing.width(of: change) < size.width
    {
      parts.append(symbol(.gaugeBreak, (place + 7, 34)))
      parts.append(Drawing.text(place + 20, 38, change, "start"))
    }
    return parts
  }

  /// A bar as long as a round distance eastwards from the map's centre.
  private func scaleBar(
    _ projection: borrowing MapProjection, _ fit: Fit, _ middle: Coordinate
  ) -> [String] {
    let wanted = size.width / 5 / fit.scale
    var step = 1.0
    while step * 10 <= wanted { step *= 10 }
    let length = [5.0, 2, 1].map { $0 * step }.first { $0 <= wanted } ?? step
    let end = Ellipsoid.wgs84.direct(
      from: middle, bearing: .degrees(90), distance: .meters(length)
    ).destination
    guard let start = projection.point(middle), let far = projection.point(end) else { return [] }
    let drawn = fit.place(far).x - fit.place(start).x
    let y = size.height - 22
    return [
      Drawing.line(8, y, 8 + drawn, y, "axis"), Drawing.line(8, y - 5, 8, y + 5, "axis"),
      Drawing.line(8 + drawn, y - 5, 8 + drawn, y + 5, "axis"),
      Drawing.text(
        14 + drawn, y + 4, language.text("\(length / 1_000, decimals: length < 1_000 ? 1 : 0) km"),
        "start"),
    ]
  }

  /// Meridians and parallels a round number of degrees apart, five or so across, with their degrees.
  private func graticule(
    _ projection: borrowing MapProjection, _ fit: Fit, _ middle: Coordinate
  ) -> (lines: [String], degrees: [(text: String, spots: [(x: Double, y: Double)])]) {
    // A degree of latitude is 111 km.
    let tall = size.height / fit.scale / 111_000
    let step =
      [0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 15].first { $0 * (isSmall ? 3 : 5) >= tall }
      ?? 30
    let reach = tall * 1.5
    let wide = min(180, reach * 1.6 / max(0.08, cos(middle.latitude * .pi / 180)))
    var lines: [String] = []
    var told: [(text: String, spots: [(x: Double, y: Double)])] = []
    func draw(_ points: [Coordinate?], _ label: String) {
      let line = points.compactMap(\.self).compactMap { projection.point($0) }
        .map { fit.place($0) }
      lines.append(Drawing.path(line, "grid"))
      let inside = line.dense(every: 12).filter {
        $0.x > 4 && $0.x < size.width - 40 && $0.y > 64 && $0.y < size.height - 44
      }
      told.append((label, inside))
    }
    let west = ((middle.longitude - wide) / step).rounded(.up) * step
    for longitude in stride(from: west, through: middle.longitude + wide, by: step) {
      let low = max(-90, middle.latitude - reach), high = min(90, middle.latitude + reach)
      draw(
        (0...48).map { point in
          Self.coordinate(low + (high - low) * Double(point) / 48, longitude)
        }, degrees(longitude, "E", "W"))
    }
    let south = ((middle.latitude - reach) / step).rounded(.up) * step
    for latitude in stride(from: south, through: middle.latitude + reach, by: step) {
      guard abs(latitude) < 90 else { continue }
      draw(
        (0...96).map { point in
          Self.coordinate(latitude, middle.longitude - wide + 2 * wide * Double(point) / 96)
        }, degrees(latitude, "N", "S"))
    }
    return (lines, told)
  }

  private static func coordinate(_ latitude: Double, _ longitude: Double) -> Coordinate? {
    try? Coordinate(latitude: latitude, longitude: longitude)
  }

  private func degrees(_ value: Double, _ positive: Phrase, _ negative: Phrase) -> String {
    var held = value
    while held > 180 { held -= 360 }
    while held < -180 { held += 360 }
    return "\(Numbers.shortest(abs(held), 2))°" + language.text(held < 0 ? negative : positive)
  }
}

extension [(x: Double, y: Double)] {
  /// The same line with further points, none farther from the next than a step.
  fileprivate func dense(every step: Double) -> [(x: Double, y: Double)] {
    var points: [(x: Double, y: Double)] = []
    for (from, to) in zip(self, dropFirst()) {
      let length = ((to.x - from.x) * (to.x - from.x) + (to.y - from.y) * (to.y - from.y))
        .squareRoot()
      let parts = Int(held: Swift.min(400, (length / step).rounded(.up)))
      for part in 0..<Swift.max(1, parts) {
        let share = Double(part) / Double(Swift.max(1, parts))
        points.append((from.x + share * (to.x - from.x), from.y + share * (to.y - from.y)))
      }
    }
    return points + suffix(1)
  }
}
