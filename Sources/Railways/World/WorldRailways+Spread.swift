import Gazetteer
import Quantities

extension WorldRailways {
  /// Generalized lines miss their stations by kilometres; a second witness may be looked for this far off.
  private static let witnessReach = Distance.kilometers(10)
  /// A witness that knows a way much shorter than this has another railway in mind.
  private static let shortestWitness = 0.75
  private static let shortestAlternative = 0.7

  /// How much shorter and longer than the shortest way the one may be that a train takes: as long as any that really
  /// differs, and as short as the lines alone have it.
  func ratio(
    of path: GraphPath, from start: (place: Place, snap: GraphSnap),
    to end: (place: Place, snap: GraphSnap)
  ) -> ClosedRange<Double> {
    guard path.length > 0 else { return spread.least...spread.most }
    let others = graph.alternatives(to: path, from: start.snap, to: end.snap)
      .filter { $0.shared < spread.shared }.map { $0.length / path.length }
    let longest = others.filter { $0 <= spread.alternative }.max() ?? 1
    let witness = lineLength(from: start.place, to: end.place).map { $0 / path.length }
    let shortest =
      others.filter { $0 >= Self.shortestAlternative }
      + [witness].compactMap(\.self).filter { $0 > Self.shortestWitness }
    let least = shortest.map { $0 * (2 - spread.margin) }.min() ?? 1
    return min(spread.least, least)...max(spread.most, longest * spread.margin)
  }

  /// The length along generalized lines alone, in metres; nil where they have no way.
  private func lineLength(from start: Place, to end: Place) -> Double? {
    guard let lines, let one = try? lines.snap(start, within: Self.witnessReach),
      let other = try? lines.snap(end, within: Self.witnessReach)
    else { return nil }
    return lines.path(from: one, to: other)?.length
  }
}

extension RailGraph {
  /// Ways through other junctions are looked at up to this cost, as a multiple of the least, and at most so many.
  private static let costLimit = 1.35
  private static let mostMeetings = 25

  /// Other ways between two places, each by the shortest way to a junction and on from there (Abraham, Delling, Goldberg,
  /// Werneck: Alternative Routes in Road Networks, SEA 2010): how long, and which share of it runs on the shortest.
  func alternatives(
    to path: GraphPath, from start: GraphSnap, to end: GraphSnap
  ) -> [(length: Double, shared: Double)] {
    let ends = (seeds(of: start), seeds(of: end))
    let one = HubSpace(self, from: ends.0.map(\.seed))
    let other = HubSpace(self, from: ends.1.map(\.seed))
    let limit = path.cost * Self.costLimit
    let used = Set(path.steps.map(\.edge))
    var found: [(length: Double, shared: Double)] = []
    for meeting in one.meetings(other).prefix(Self.mostMeetings) {
      guard Double(meeting.cost) <= limit else { break }
      let way = self.path(from: (ends.0, one), to: (ends.1, other), meeting)
      let edges = Set(way.steps.map(\.edge))
      // One that goes back over its own track is no way.
      guard edges.count == way.steps.count, way.length > 0 else { continue }
      let shared = way.steps.reduce(0) { $0 + (used.contains($1.edge) ? $1.length : 0) }
      found.append((way.length, shared / way.length))
    }
    return found
  }
}
