import FoundationEssentials
public import Geodesy
public import Quantities

#if canImport(Glibc)
  import Glibc
#endif

/// The shortest way around airspaces: turning points outside their corners, joined where no airspace lies between, and
/// the shortest path over them (a visibility graph: de Berg and others, Computational Geometry, 2008, chapter 15).
public struct AirspaceDetour: Sendable {
  private let spaces: [Airspace]
  private let turns: [UnitVector]

  /// How far from a corner flights turn: 10 km, half the width of an airway.
  public static let usualClearance = Distance.kilometers(10)
  private static let earthRadius = 6_371_008.8
  private static let cornerLimit = 3_000

  /// - Throws: `FlightsError.airspace` for more corners than can be searched.
  public init(
    around spaces: [Airspace], clearance: Distance = AirspaceDetour.usualClearance
  ) throws(FlightsError) {
    self.spaces = spaces
    let corners = spaces.reduce(0) { $0 + $1.corners.count }
    guard corners <= Self.cornerLimit else {
      throw .airspace("\(corners) corners in all; at most \(Self.cornerLimit) can be searched")
    }
    let points = spaces.flatMap {
      $0.turningPoints(clearance: clearance.meters / Self.earthRadius)
    }
    turns = points.filter { point in !spaces.contains { $0.contains(point) } }
  }

  /// The waypoints between two points, none where the straight line is free.
  ///
  /// - Throws: `FlightsError.enclosed` where an end lies within an airspace or nothing leads around them.
  public func waypoints(
    from start: Coordinate, to end: Coordinate
  ) throws(FlightsError) -> [Coordinate] {
    let ends = [UnitVector(start), UnitVector(end)]
    for (place, vector) in zip([start, end], ends) {
      if let space = spaces.first(where: { $0.contains(vector) }) {
        throw .enclosed("\(place.decimalText) lies within the airspace '\(space.name)'")
      }
    }
    let nodes = ends + turns
    var best = [0.0] + Array(repeating: Double.infinity, count: nodes.count - 1)
    var previous = Array(repeating: -1, count: nodes.count)
    var open = Set(nodes.indices)
    // Nodes are few, and how far the end is bounds the rest from below (A*).
    while let node = open.min(by: {
      best[$0] + rest(nodes[$0], ends[1]) < best[$1] + rest(nodes[$1], ends[1])
    }),
      best[node].isFinite
    {
      if node == 1 { return way(to: node, previous, nodes) }
      open.remove(node)
      for next in open {
        let length = best[node] + rest(nodes[node], nodes[next])
        guard length < best[next] else { continue }
        guard !spaces.contains(where: { $0.blocks(from: nodes[node], to: nodes[next]) }) else {
          continue
        }
        best[next] = length
        previous[next] = node
      }
    }
    throw .enclosed(
      "no way leads around the airspaces from \(start.decimalText) to \(end.decimalText)")
  }

  /// The angle between two points.
  private func rest(_ one: UnitVector, _ other: UnitVector) -> Double {
    atan2(one.cross(other).length, one.dot(other))
  }

  private func way(to end: Int, _ previous: [Int], _ nodes: [UnitVector]) -> [Coordinate] {
    var points: [Coordinate] = []
    var node = previous[end]
    while node > 0 {
      if let place = nodes[node].coordinate { points.append(place) }
      node = previous[node]
    }
    return points.reversed()
  }
}
