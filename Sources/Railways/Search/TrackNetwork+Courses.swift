import Geodesy
import Quantities

extension TrackNetwork {
  /// Several ways that really differ, the best first: of each, more than a fifth runs a kilometre or more
  /// from every other, and none is longer than twice the best.
  public func courses(_ query: PlacedQuery) -> [RailCourse] {
    var query = query
    let count = max(1, query.conditions.alternatives)
    if count == 1 { return course(query).map { [$0] } ?? [] }
    var found: [(course: RailCourse, corridor: Corridor)] = []
    var tries = 0
    while found.count < count, tries < 4 * count {
      tries += 1
      guard let course = course(query) else { break }
      if let best = found.first, course.length.meters > 2 * best.course.length.meters { break }
      let points = course.points
      let corridor = Corridor(points)
      if found.allSatisfy({ $0.corridor.share(of: points) < 0.8 }) {
        found.append((course, corridor))
      }
      if found.count < count { penalize(corridor, along: points, in: &query) }
    }
    return found.map(\.course)
  }

  /// Makes the corridor of a found way dearer, so that the next search looks elsewhere.
  private func penalize(
    _ corridor: Corridor, along points: [Coordinate], in query: inout PlacedQuery
  ) {
    var edges: Set<Int> = []
    for point in points { edges.formUnion(self.edges(inCellOf: point)) }
    for edge in edges {
      let share = corridor.share(of: self.points(ofEdge: edge))
      if share > 0.05 { query.penalties[edge] = (query.penalties[edge] ?? 1) * (1 + 0.5 * share) }
    }
  }
}
