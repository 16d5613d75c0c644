public import Gazetteer
import Quantities

/// The railways as kilometrage: lines of posts that meet at stations.
///
/// A store of its own beside `TrackNetwork`: its lengths are published, and it knows where a train must turn round,
/// without any geometry of track.
public struct RailNetwork: Sendable {
  /// A stretch of track between neighbouring posts of one line.
  struct Edge: Sendable {
    let line: Int
    let from: Int
    let to: Int
    let direction: JunctionArm.Direction
    let length: Double
    /// The places of its gauges among the network's, narrow ones first.
    let gauges: [Int]
    /// Its place among all edges.
    let number: Int
    /// The side of the station by which it leaves, and that by which it arrives; nil where nobody tells.
    let sides: (out: String?, back: String?)
    /// Its line's section, by its place among them.
    let section: Int

    /// By which of the lines' ends at a station it leaves, and by which a train that came by it would go back.
    var outArm: Int { 2 * line + (direction == .up ? 0 : 1) }
    var backArm: Int { 2 * line + (direction == .up ? 1 : 0) }

    /// Whether a train that came by it must turn round to go on by another.
    func mustReverse(before next: Edge) -> Bool {
      if backArm == next.outArm { return true }
      guard let one = sides.back, let other = next.sides.out else { return false }
      return one == other
    }
  }

  public let lines: [RailwayLine]
  let places: [Place.ID]
  let nodes: [Place.ID: Int]
  /// Edges that leave each node.
  let edges: [[Edge]]
  let sides: [Place.ID: [JunctionArm: String]]
  let edgeCount: Int
  /// Where each edge is: the node that it leaves, and its place there.
  private let edgePlaces: [(node: Int, place: Int)]
  /// All gauges, narrow ones first.
  let gauges: [Gauge]
  let breakSites: [Place.ID: [GaugeBreakSite]]

  /// - Throws: `RailwaysError.unorderedLine` where the posts of a line do not rise,
  ///   `.uncoveredLine` where a stretch of a line lies in none of its sections.
  public init(
    lines: [RailwayLine], sides: [Place.ID: [JunctionArm: String]],
    breakSites: [Place.ID: [GaugeBreakSite]]
  ) throws(RailwaysError) {
    gauges = Set(lines.flatMap(\.sections).flatMap(\.gauges)).sorted()
    var graph = PostGraph(sides: sides, gauges: gauges)
    for index in lines.indices { try graph.add(lines[index], as: index) }
    self.lines = lines
    places = graph.places
    nodes = graph.nodes
    edges = graph.edges
    self.sides = sides
    edgeCount = graph.edgePlaces.count
    edgePlaces = graph.edgePlaces
    self.breakSites = breakSites
  }

  func edge(_ number: Int) -> Edge {
    let (node, place) = edgePlaces[number]
    return edges[node][place]
  }

  /// Whether a place is a station of the network.
  public func contains(_ place: Place.ID) -> Bool { nodes[place] != nil }

  /// The gauges that are laid at a station.
  public func gauges(at place: Place.ID) -> Set<Gauge> {
    guard let node = nodes[place] else { return [] }
    return edges[node].reduce(into: []) { all, edge in
      all.formUnion(edge.gauges.map { gauges[$0] })
    }
  }
}

/// The stations and the track between them, as lines are added.
private struct PostGraph {
  let sides: [Place.ID: [JunctionArm: String]]
  let gauges: [Gauge]
  var nodes: [Place.ID: Int] = [:]
  var places: [Place.ID] = []
  var edges: [[RailNetwork.Edge]] = []
  var edgePlaces: [(node: Int, place: Int)] = []

  init(sides: [Place.ID: [JunctionArm: String]], gauges: [Gauge]) {
    self.sides = sides
    self.gauges = gauges
  }

  private mutating func node(_ id: Place.ID) -> Int {
    if let known = nodes[id] { return known }
    nodes[id] = places.count
    places.append(id)
    edges.append([])
    return places.count - 1
  }

  mutating func add(_ line: RailwayLine, as index: Int) throws(RailwaysError) {
    for (start, end) in zip(line.posts, line.posts.dropFirst()) {
      guard start.chainage < end.chainage else { throw .unorderedLine(line.id, at: end.place) }
      let middle = start.chainage + (end.chainage - start.chainage) * 0.5
      guard let number = line.sections.firstIndex(where: { $0.range.contains(middle) }) else {
        throw .uncoveredLine(line.id, at: end.place)
      }
      let own = line.sections[number].gauges
      let (from, to) = (node(start.place), node(end.place))
      let below = sides[start.place]?[JunctionArm(line: line.id, direction: .up)]
      let above = sides[end.place]?[JunctionArm(line: line.id, direction: .down)]
      // There and back; two numbers that follow one another are one stretch of track.
      for isUp in [true, false] {
        let leaving = isUp ? from : to
        edgePlaces.append((leaving, edges[leaving].count))
        edges[leaving].append(
          RailNetwork.Edge(
            line: index, from: leaving, to: isUp ? to : from, direction: isUp ? .up : .down,
            length: (end.chainage - start.chainage).meters,
            gauges: gauges.indices.filter { own.contains(gauges[$0]) },
            number: edgePlaces.count - 1, sides: isUp ? (below, above) : (above, below),
            section: number))
      }
    }
  }
}
