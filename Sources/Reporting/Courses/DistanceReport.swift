public import Travel
import Claims
public import Gazetteer
import Quantities
import Wording

/// Distances between places, every kind that is known, ready for any format.
public struct DistanceReport: Sendable {
  /// Two places and what is known of the way between them.
  public struct Leg: Sendable {
    public let start: Place
    public let end: Place
    public let distances: [TypedDistance]

    public init(start: Place, end: Place, distances: [TypedDistance]) {
      self.start = start
      self.end = end
      self.distances = distances
    }
  }

  public let legs: [Leg]
  /// Names as they were asked that other places bear too, with the place that each is taken to mean.
  public let openNames: [(name: String, meant: SettledPlace)]
  public let attributions: [String]

  public init(
    legs: [Leg], openNames: [(name: String, meant: SettledPlace)] = [], attributions: [String]
  ) {
    self.legs = legs
    self.openNames = openNames
    self.attributions = attributions
  }

  /// Such as `from,to,kind,km,least_km,most_km,basis`, a row for each distance.
  public var csv: String {
    let rows = legs.flatMap { leg in
      leg.distances.map { distance in
        [
          leg.start.id.text, leg.end.id.text, distance.kind.rawValue,
          Numbers.plain(distance.central.kilometers, Self.decimals(distance)),
          distance.interval.lower.map { "\(Self.outwards($0, distance, .down))" } ?? "",
          distance.interval.upper.map { "\(Self.outwards($0, distance, .up))" } ?? "",
          distance.basis.english,
        ].map(CommaSeparated.field).joined(separator: ",")
      }
    }
    return (["from,to,kind,km,least_km,most_km,basis"] + rows).joined(separator: "\n") + "\n"
  }

  public var json: JSONValue { .array(legs.map(json)) }

  private func json(_ leg: Leg) -> JSONValue {
    .object([
      "from": .text(leg.start.id.text), "to": .text(leg.end.id.text),
      "distances": .array(
        leg.distances.map { distance in
          .object([
            "kind": .text(distance.kind.rawValue),
            "km": .rounded(distance.central.kilometers, Self.decimals(distance)),
            "interval_km": .array([
              .optional(distance.interval.lower.map { Self.outwards($0, distance, .down) }),
              .optional(distance.interval.upper.map { Self.outwards($0, distance, .up) }),
            ]), "basis": .words(distance.basis), "hard": .flag(distance.isHard),
          ])
        }),
    ])
  }

  /// Decimals of kilometres: straight lines are known to the millimetre, ways to no more than metres.
  private static func decimals(_ distance: TypedDistance) -> Int {
    distance.kind == .geodesic ? 6 : 3
  }

  /// An end of an interval in kilometres, rounded so that the interval is no narrower than it was.
  private static func outwards(
    _ end: Distance, _ distance: TypedDistance, _ rule: FloatingPointRoundingRule
  ) -> Double {
    let scale = distance.kind == .geodesic ? 1e6 : 1e3
    let scaled = end.kilometers * scale
    // What is off by the last bits of a double alone is that number.
    let near = scaled.rounded()
    return (abs(scaled - near) < 1e-6 ? near : scaled.rounded(rule)) / scale
  }

  public var story: Story {
    var story = Story()
    for leg in legs {
      story.blocks.append(
        .heading(level: 3, Line("\(title(leg.start)) – \(title(leg.end))", .strong)))
      story.blocks.append(
        .items(
          leg.distances.map { distance in
            (Line(words(distance)) + Line(": \(distance.basis)", .dim), [])
          }))
    }
    for kind in DistanceKind.allCases where legs.count > 1 {
      let all = legs.compactMap { leg in leg.distances.first { $0.kind == kind } }
      guard all.count == legs.count, all.allSatisfy(\.isHard) else { continue }
      let sum = all.reduce(Distance.zero) { $0 + $1.central }
      story.blocks.append(
        .paragraph(Line("\(kind.rawValue) in all \(Numbers.distance(sum.meters))", .strong)))
    }
    for (name, meant) in openNames {
      let others = meant.others.prefix(Self.most).map(\.placed).joined(separator: ", ")
      story.blocks.append(
        .paragraph(
          Line("\"\(name)\" is taken to be \(meant.place.placed); it could also be \(others).")))
    }
    story.blocks.append(.paragraph(Line(attributions.joined(separator: "; "), .dim)))
    return story
  }

  private func title(_ place: Place) -> String {
    place.kind == .point ? place.name : place.placed
  }

  /// No reader looks at more places of one name.
  private static let most = 4

  private func words(_ distance: TypedDistance) -> String {
    let low = Numbers.distance(distance.interval.lower?.meters ?? 0)
    let high = Numbers.distance(distance.interval.upper?.meters ?? .infinity)
    let central = Numbers.distance(distance.central.meters)
    switch distance.kind {
    case .geodesic: return "geodesic \(central)"
    case _ where distance.course?.isShortestOverWorld == true:
      return "shortest route by rail, about \(central) (\(low) to \(high))"
    case _ where distance.isHard: return "\(distance.kind.rawValue) \(central) (\(low) to \(high))"
    default: return "\(distance.kind.rawValue) \(low) to \(high), estimated"
    }
  }
}
