import Geodesy
import Quantities
import Synchronization

/// Where a course runs, worked out when somebody asks: most questions want its length alone.
enum CourseTrace: Sendable {
  /// Straight between stations.
  case posts([RailCourse.Location])
  case mapped(MappedTrace)
  /// Over the world's railways.
  case graph(GraphTrace)

  var isDrawn: Bool {
    if case .posts = self { false } else { true }
  }

  var source: RailCourse.Source {
    switch self {
    case .posts: RailCourse.Source(name: "", detail: nil, parts: [])
    case .mapped(let trace): trace.source
    case .graph: GraphTrace.source
    }
  }

  var stations: [RailCourse.Location] {
    switch self {
    case .posts(let stations): stations
    case .mapped(let trace): trace.stations
    case .graph(let trace): trace.stops
    }
  }

  var ends: (start: RailCourse.Location, end: RailCourse.Location)? {
    switch self {
    case .posts(let stations): stations.first.flatMap { first in stations.last.map { (first, $0) } }
    case .mapped(let trace): trace.ends
    case .graph(let trace): trace.ends
    }
  }

  var positions: (start: TrackPosition, end: TrackPosition)? {
    if case .mapped(let trace) = self { trace.positions } else { nil }
  }

  func points(of section: RailCourse.Section) -> [Coordinate] {
    switch self {
    case .posts(let stations):
      Self.points(between: section.chainage, and: section.chainage + section.length, stations)
    case .mapped(let trace): trace.points(of: section.stretches)
    case .graph(let trace): trace.points(of: section.stretches)
    }
  }

  /// Less than this apart, two points are one, in metres.
  private static let samePoint = 1.0

  /// The stations between two chainages that have a position, with points on the straight lines between them where
  /// none is at an end.
  private static func points(
    between start: Distance, and end: Distance, _ stations: [RailCourse.Location]
  ) -> [Coordinate] {
    let placed = stations.compactMap { station in
      station.coordinate.map { (at: station.chainage.meters, coordinate: $0) }
    }
    func point(at chainage: Double) -> Coordinate? {
      guard let after = placed.firstIndex(where: { $0.at >= chainage - samePoint }) else {
        return nil
      }
      if placed[after].at <= chainage + samePoint { return placed[after].coordinate }
      guard after > 0 else { return nil }
      let (one, other) = (placed[after - 1], placed[after])
      let line = Ellipsoid.wgs84.line(from: one.coordinate, to: other.coordinate)
      return line.point(at: line.length * ((chainage - one.at) / (other.at - one.at)))
    }
    let inside = placed.filter {
      $0.at > start.meters + samePoint && $0.at < end.meters - samePoint
    }
    return [point(at: start.meters)].compactMap(\.self) + inside.map(\.coordinate)
      + [point(at: end.meters)].compactMap(\.self)
  }
}

/// A course along the edges of a network of track.
final class MappedTrace: Sendable {
  /// A piece of an edge in the direction of travel, in metres from the edge's first node.
  struct Stretch: Sendable {
    let edge: Int
    let from: Double
    let to: Double

    var length: Double { abs(to - from) }
  }

  let network: TrackNetwork
  let stretches: [Stretch]
  private let found = Mutex<[RailCourse.Location]?>(nil)

  init(network: TrackNetwork, stretches: [Stretch]) {
    self.network = network
    self.stretches = stretches
  }

  var source: RailCourse.Source {
    let meta = network.meta
    return RailCourse.Source(name: meta.name, detail: meta.detail, parts: meta.sources)
  }

  func points(of range: Range<Int>) -> [Coordinate] {
    var points: [Coordinate] = []
    for stretch in stretches[range] {
      let own = network.points(ofEdge: stretch.edge, from: stretch.from, to: stretch.to)
      points += points.last == own.first ? own.dropFirst() : own[...]
    }
    return points
  }

  /// Where on the network's track it begins and ends.
  var positions: (start: TrackPosition, end: TrackPosition)? {
    guard let first = stretches.first, let last = stretches.last else { return nil }
    return (
      TrackPosition(edge: first.edge, offset: first.from),
      TrackPosition(edge: last.edge, offset: last.to)
    )
  }

  var ends: (start: RailCourse.Location, end: RailCourse.Location)? {
    positions.map { start, end in
      let length = stretches.reduce(0) { $0 + $1.length }
      return (
        RailCourse.Location(chainage: .zero, coordinate: network.coordinate(of: start)),
        RailCourse.Location(chainage: .meters(length), coordinate: network.coordinate(of: end))
      )
    }
  }

  /// The network's stations on the course, looked for once.
  var stations: [RailCourse.Location] {
    found.withLock { found in
      if let found { return found }
      let stations = PassedStations(of: self).locations
      found = stations
      return stations
    }
  }
}
