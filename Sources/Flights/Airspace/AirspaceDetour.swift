import FoundationEssentials
public import Geodesy
import HeapModule
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
  private static let cornerLimit = 12_000

  /// - Throws: `FlightsError.airspace` for more corners than can be searched.
  public init(
    around spaces: [Airspace], clearance: Distance = AirspaceDetour.usualClearance
  ) throws(FlightsError) {
    self.spaces = spaces
    let corners = spaces.reduce(0) { $0 + $1.corners.count }
    guard corners <= Self.cornerLimit else {
      throw .airspace(
        "\(corners) corners in all; at most \(Self.cornerLimit) can be searched: simplify the polygons, or leave out those that are far from the way"
      )
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
    var previous = Array(repeating: -1, count: nodes.count)
    var isClosed = Array(repeating: false, count: nodes.count)
    // Whether something lies between is asked only of the most promising pair (lazy A*: Cohen, Phillips and Likhachev
    // 2014); how far the end is bounds the rest from below.
    var open = Heap([Candidate(bound: 0, length: 0, node: 0, from: 0)])
    while let next = open.popMin() {
      guard !isClosed[next.node] else { continue }
      if next.node != 0,
        spaces.contains(where: { $0.blocks(from: nodes[next.from], to: nodes[next.node]) })
      {
        continue
      }
      isClosed[next.node] = true
      previous[next.node] = next.from
      if next.node == 1 { return way(to: 1, previous, nodes) }
      for node in nodes.indices where !isClosed[node] {
        let length = next.length + rest(nodes[next.node], nodes[node])
        open.insert(
          Candidate(
            bound: length + rest(nodes[node], nodes[1]), length: length, node: node,
            from: next.node))
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

/// A leg that may be flown: to a node from another, and the least that a way by it can measure.
private struct Candidate: Comparable {
  let bound: Double
  let length: Double
  let node: Int
  let from: Int

  static func < (left: Candidate, right: Candidate) -> Bool { left.bound < right.bound }
}
