import Geodesy
import Quantities

/// Where a course over the world's railways runs.
struct GraphTrace: Sendable {
  let graph: RailGraph
  let steps: [GraphPath.Step]
  /// Its stops: the start, what was to be passed, the end.
  let stops: [RailCourse.Location]

  func points(of range: Range<Int>) -> [Coordinate] {
    var points: [Coordinate] = []
    for step in steps[range] {
      let own = graph.coordinates(ofEdge: step.edge, from: step.from, to: step.to)
      points += points.last == own.first ? own.dropFirst() : own[...]
    }
    return points
  }

  /// Where it begins and ends on track.
  var ends: (start: RailCourse.Location, end: RailCourse.Location)? {
    guard let first = steps.first, let last = steps.last else { return nil }
    let length = steps.reduce(0) { $0 + $1.length }
    return (
      RailCourse.Location(
        chainage: .zero,
        coordinate: graph.coordinate(of: TrackPosition(edge: first.edge, offset: first.from))),
      RailCourse.Location(
        chainage: .meters(length),
        coordinate: graph.coordinate(of: TrackPosition(edge: last.edge, offset: last.to)))
    )
  }

  static let source = RailCourse.Source(
    name: "the world's railways", detail: .junctions,
    parts: [
      NetworkMeta.Source(
        name: "world/rail.graph", sha256: "", licence: "ODbL-1.0",
        attribution:
          "Railways © OpenStreetMap contributors (ODbL 1.0), by way of scgraph_data; Natural Earth (public domain)"
      )
    ])
}
