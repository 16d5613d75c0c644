public import Geodesy
public import Quantities

/// A way along track, with everything the data says of it.
public struct TrackPath: Sendable {
  /// A stretch with one set of attributes.
  public struct Section: Sendable {
    /// Where it begins, from the start of the way.
    public let chainage: Distance
    public internal(set) var length: Distance
    public let attributes: TrackAttributes
    /// The limit in the direction of travel in km/h; nil where nobody says.
    public let lineSpeed: Int?
    /// Its points in travel order.
    public internal(set) var points: [Coordinate]
  }

  /// Something that happens at a place of the way.
  public struct Event: Sendable {
    public let coordinate: Coordinate
    public let chainage: Distance

    /// Its position as it can be read back, such as `52.0833,23.6541`.
    public var title: String { coordinate.decimalText }
  }

  /// A change of gauge.
  public struct Break: Sendable {
    public let place: Event
    public let from: [Gauge]
    public let to: [Gauge]
    public let site: GaugeBreakSite
    /// The name of the place, blank where none is recorded.
    public let name: String

    /// The place by its name, else by its position.
    public var title: String { name.isEmpty ? place.title : name }
  }

  public private(set) var sections: [Section] = []
  public private(set) var reversals: [Event] = []
  public private(set) var breaks: [Break] = []
  /// Where the way crosses a border, as far as the data marks borders.
  public private(set) var borders: [Event] = []
  /// Where the stops between start and end are on the way.
  public private(set) var stops: [Event] = []
  public let length: Distance
  /// Where on the network's track it begins and ends; nil for an empty way.
  public let ends: (start: TrackPosition, end: TrackPosition)?
  /// The edges it goes along.
  let edges: [Int]

  /// The points of the whole way.
  public var points: [Coordinate] {
    var points: [Coordinate] = []
    for section in sections {
      points +=
        points.last == section.points.first ? Array(section.points.dropFirst()) : section.points
    }
    return points
  }

  init(network: TrackNetwork, steps: [TrackStep]) {
    var travelled = 0.0
    var stage = steps.first?.stage ?? 1
    edges = steps.map(\.edge)
    ends = steps.first.flatMap { first in
      steps.last.map { last in
        (
          TrackPosition(edge: first.edge, offset: first.from),
          TrackPosition(edge: last.edge, offset: last.to)
        )
      }
    }
    length = .meters(steps.reduce(0) { $0 + abs($1.to - $1.from) })
    for step in steps {
      let points = network.points(ofEdge: step.edge, from: step.from, to: step.to)
      if let here = points.first {
        let event = Event(coordinate: here, chainage: .meters(travelled))
        if step.event.reverses { reversals.append(event) }
        if let change = step.event.gaugeChange {
          breaks.append(
            Break(
              place: event, from: network.gauges(in: change.from).withoutRunningThrough,
              to: network.gauges(in: change.to).withoutRunningThrough, site: change.site,
              name: change.place))
        }
        if step.crossesBorder(in: network) { borders.append(event) }
        if step.stage != stage {
          stops.append(event)
          stage = step.stage
        }
      }
      for piece in network.pieces(of: step) {
        append(piece, at: travelled, in: network, step)
        travelled += abs(piece.to - piece.from)
      }
    }
  }

  private mutating func append(
    _ piece: TrackNetwork.Piece, at travelled: Double, in network: TrackNetwork, _ step: TrackStep
  ) {
    let attributes = network.attributes(piece.attributes)
    let isAlong = piece.isAlong == (piece.to >= piece.from)
    let limit = isAlong ? attributes.forwardSpeed : attributes.backwardSpeed
    let speed = limit > 0 ? Int(limit) : nil
    let points = network.points(ofEdge: step.edge, from: piece.from, to: piece.to)
    let length = Distance.meters(abs(piece.to - piece.from))
    if let last = sections.indices.last, sections[last].attributes == attributes,
      sections[last].lineSpeed == speed
    {
      sections[last].length = sections[last].length + length
      sections[last].points += points.dropFirst()
    } else {
      sections.append(
        Section(
          chainage: .meters(travelled), length: length, attributes: attributes, lineSpeed: speed,
          points: points))
    }
  }
}

extension TrackPath {
  /// The lines of the way in travel order, each once where it follows itself; short unnamed track between is
  /// left out.
  public var lineNames: [String] {
    sections.filter { !$0.attributes.title.isEmpty && $0.length >= .meters(500) }
      .map(\.attributes.title).reduce(into: []) { if $0.last != $1 { $0.append($1) } }
  }

  /// How long the way takes at the line speeds, those nobody gives being assumed, without stops, reversals and
  /// changes of gauge; and the share of its length whose line speed is known, 0 to 1.
  ///
  /// - Parameter most: the train's own greatest speed in km/h.
  public func timeAtLineSpeed(
    noFasterThan most: Double = .infinity
  ) -> (time: Duration, knownShare: Double) {
    var (seconds, known) = (0.0, 0.0)
    for section in sections {
      let speed = section.lineSpeed.map(Double.init) ?? section.attributes.assumedSpeed
      seconds += section.length.meters * 3.6 / min(speed, most)
      if section.lineSpeed != nil { known += section.length.meters }
    }
    return (.seconds(seconds), length.meters > 0 ? known / length.meters : 1)
  }

  /// How many kilometres of it have a property.
  public func kilometers(where holds: (TrackAttributes) -> Bool) -> Double {
    sections.filter { holds($0.attributes) }.reduce(0) { $0 + $1.length.kilometers }
  }
}

extension TrackStep {
  /// Whether it begins at a junction that lies on a border.
  fileprivate func crossesBorder(in network: TrackNetwork) -> Bool {
    let node: UInt32
    if from <= 0, to > from {
      node = network.edgeTable.from[edge]
    } else if to < from, from >= network.edgeTable.length.measure(edge) {
      node = network.edgeTable.to[edge]
    } else {
      return false
    }
    return TrackSurvey.PointRole(rawValue: network.nodeRole[Int(node)]).contains(.border)
  }
}

extension TrackNetwork {
  struct Piece {
    let from: Double
    let to: Double
    let attributes: UInt32
    let isAlong: Bool
  }

  /// A step cut where the attributes change, in travel order.
  func pieces(of step: TrackStep) -> [Piece] {
    let sections = sections(ofEdge: step.edge)
    let (low, high) = (min(step.from, step.to), max(step.from, step.to))
    var pieces: [Piece] = []
    for (index, section) in sections.enumerated() {
      let end =
        index + 1 < sections.count
        ? sections[index + 1].offset : edgeTable.length.measure(step.edge)
      let (start, stop) = (max(low, section.offset), min(high, end))
      guard stop > start || (low == high && pieces.isEmpty && low <= end) else { continue }
      pieces.append(
        Piece(from: start, to: stop, attributes: section.attributes, isAlong: section.isAlong))
    }
    guard step.from > step.to else { return pieces }
    return pieces.reversed().map {
      Piece(from: $0.to, to: $0.from, attributes: $0.attributes, isAlong: $0.isAlong)
    }
  }

  /// The points of an edge between two offsets, in the order of travel.
  func points(ofEdge edge: Int, from: Double, to: Double) -> [Coordinate] {
    let all = points(ofEdge: edge)
    guard all.count >= 2 else { return all }
    let lengths = zip(all, all.dropFirst()).map {
      Ellipsoid.wgs84.distance(from: $0, to: $1).meters
    }
    let drawn = lengths.reduce(0, +)
    let scale = edgeTable.length.measure(edge) > 0 ? drawn / edgeTable.length.measure(edge) : 1
    let (low, high) = (min(from, to) * scale, max(from, to) * scale)
    func point(at distance: Double) -> Coordinate {
      var travelled = 0.0
      for (index, length) in lengths.enumerated() {
        if distance <= travelled + length, length > 0 {
          let line = Ellipsoid.wgs84.line(from: all[index], to: all[index + 1])
          return line.point(at: .meters(max(0, distance - travelled)))
        }
        travelled += length
      }
      return all[all.count - 1]
    }
    var result = [low <= 1e-6 ? all[0] : point(at: low)]
    var travelled = 0.0
    for (index, length) in lengths.enumerated() {
      travelled += length
      if travelled > low + 1e-6, travelled < high - 1e-6 { result.append(all[index + 1]) }
    }
    result.append(high >= drawn - 1e-6 ? all[all.count - 1] : point(at: high))
    return from <= to ? result : result.reversed()
  }
}

extension TrackNetwork {
  /// The best way that answers a query; nil where there is none.
  public func path(_ query: TrackQuery) -> TrackPath? {
    var search = TrackSearch(network: self, query: query)
    return search.steps().map { TrackPath(network: self, steps: $0) }
  }
}
