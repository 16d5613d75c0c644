public import Gazetteer
import Quantities

/// The railways as kilometrage: lines of posts that meet at stations.
public struct RailNetwork: Sendable {
  /// A stretch of track between neighbouring posts of one line.
  struct Edge: Sendable {
    let line: Int
    let from: Int
    let to: Int
    let direction: JunctionArm.Direction
    let length: Double
    let gauges: Set<Gauge>
  }

  public let lines: [RailwayLine]
  let places: [Place.ID]
  let nodes: [Place.ID: Int]
  /// Edges that leave each node.
  let edges: [[Edge]]
  let sides: [Place.ID: [JunctionArm: String]]
  let breakSites: [Place.ID: [GaugeBreakSite]]

  /// - Throws: `RailwaysError.unorderedLine` where the posts of a line do not rise,
  ///   `.uncoveredLine` where a stretch of a line lies in none of its sections.
  public init(
    lines: [RailwayLine], sides: [Place.ID: [JunctionArm: String]],
    breakSites: [Place.ID: [GaugeBreakSite]]
  ) throws(RailwaysError) {
    var nodes: [Place.ID: Int] = [:]
    var places: [Place.ID] = []
    var edges: [[Edge]] = []
    func node(_ id: Place.ID) -> Int {
      if let known = nodes[id] { return known }
      nodes[id] = places.count
      places.append(id)
      edges.append([])
      return places.count - 1
    }
    for (index, line) in lines.enumerated() {
      for (start, end) in zip(line.posts, line.posts.dropFirst()) {
        guard start.chainage < end.chainage else {
          throw .unorderedLine(line.id, at: end.place)
        }
        let middle = start.chainage + (end.chainage - start.chainage) * 0.5
        guard let section = line.sections.first(where: { $0.range.contains(middle) }) else {
          throw .uncoveredLine(line.id, at: end.place)
        }
        let (from, to) = (node(start.place), node(end.place))
        let length = (end.chainage - start.chainage).meters
        edges[from].append(
          Edge(
            line: index, from: from, to: to, direction: .up, length: length,
            gauges: section.gauges))
        edges[to].append(
          Edge(
            line: index, from: to, to: from, direction: .down, length: length,
            gauges: section.gauges))
      }
    }
    self.lines = lines
    self.places = places
    self.nodes = nodes
    self.edges = edges
    self.sides = sides
    self.breakSites = breakSites
  }

  /// Whether a place is a station of the network.
  public func contains(_ place: Place.ID) -> Bool { nodes[place] != nil }

  /// The gauges that are laid at a station.
  public func gauges(at place: Place.ID) -> Set<Gauge> {
    guard let node = nodes[place] else { return [] }
    return edges[node].reduce(into: []) { $0.formUnion($1.gauges) }
  }
}
