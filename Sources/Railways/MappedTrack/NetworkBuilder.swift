import Foundation
import Geodesy
import Quantities

/// Turns a survey into the columns of a network file.
struct NetworkBuilder {
  /// Chords of this length give the heading at an edge's ends: longer than a mapper's slip, shorter than a
  /// curve.
  private static let headingChord = 20.0
  /// Cells of the index of edges, in 1e-7 degrees: about 5 km.
  static let cellSize = 500_000

  /// What going over from one data set to another costs, in metres of running line.
  private static let jointCost = 5_000.0

  let survey: TrackSurvey
  let meta: NetworkMeta

  /// The network file's columns.
  ///
  /// - Parameter progress: told what is being done.
  func draft(progress: (String) -> Void = { _ in }) -> NetworkFile.Draft {
    progress("cutting tracks at junctions")
    let graph = JunctionGraph(survey)
    var draft = NetworkFile.Draft()
    var strings = StringTable()
    set(nodesOf: graph, in: &draft)
    let costs = set(edgesOf: graph, in: &draft)
    set(geometryOf: graph, in: &draft)
    set(sectionsOf: graph, &strings, in: &draft)
    progress("indexing")
    set(gridOf: graph, in: &draft)
    set(stationsIn: &draft, &strings)
    set(milestonesOf: graph, in: &draft)
    strings.set(in: &draft)
    var meta = meta
    meta.totals = totals(graph)
    draft.set(.detail, [meta.detail.number])
    draft.set(.meta, Array((try? JSONEncoder.sorted.encode(meta)) ?? Data()))
    set(leadsOf: graph, costs, in: &draft, progress)
    return draft
  }

  // MARK: Nodes and edges

  private func set(nodesOf graph: JunctionGraph, in draft: inout NetworkFile.Draft) {
    draft.set(.nodeLatitude, graph.nodes.map { survey.latitudes[Int($0)] })
    draft.set(.nodeLongitude, graph.nodes.map { survey.longitudes[Int($0)] })
    draft.set(.nodeRole, graph.nodes.map { survey.roles[Int($0)].rawValue })
    var starts = Array(repeating: UInt32(0), count: graph.nodes.count + 1)
    for edge in graph.edges {
      starts[Int(edge.from) + 1] += 1
      starts[Int(edge.to) + 1] += 1
    }
    for node in graph.nodes.indices { starts[node + 1] += starts[node] }
    var arcs = Array(repeating: UInt32(0), count: 2 * graph.edges.count)
    var next = starts.map(Int.init)
    for (index, edge) in graph.edges.enumerated() {
      arcs[next[Int(edge.from)]] = UInt32(index) << 1
      next[Int(edge.from)] += 1
      arcs[next[Int(edge.to)]] = UInt32(index) << 1 | 1
      next[Int(edge.to)] += 1
    }
    draft.set(.arcStarts, starts)
    draft.set(.arcs, arcs)
  }

  private func set(edgesOf graph: JunctionGraph, in draft: inout NetworkFile.Draft) -> EdgeCosts {
    let gauges = GaugeTable(survey)
    let least = survey.attributes.map(\.precedenceFactor).min() ?? 1
    let sums = graph.edges.map { sum(of: $0, in: graph, least: least) }
    let first = graph.edges.map { edge in
      survey.attributes[
        Int(graph.segmentTable.attributes[Int(graph.segments[edge.segments.lowerBound])])]
    }
    // Going over from one data set to another must be worth it, or ways would pick the shorter of two
    // measures of the same track from station to station.
    let costs = zip(sums, first).map { $0.cost + ($1.kind == .joint ? Self.jointCost : 0) }
    draft.set(.edgeFrom, graph.edges.map { UInt32($0.from) })
    draft.set(.edgeTo, graph.edges.map { UInt32($0.to) })
    draft.set(.edgeLength, sums.map(\.length))
    draft.set(.edgeCost, costs)
    draft.set(.edgeForwardTime, sums.map { Float($0.forwardTime) })
    draft.set(.edgeBackwardTime, sums.map { Float($0.backwardTime) })
    draft.set(.edgeKind, first.map(\.kind.rawValue))
    draft.set(.edgeMarks, zip(sums, first).map { $0.marks(hasTurnRules: $1.detail.hasTurnRules) })
    draft.set(.edgeGauges, first.map { gauges.index(of: $0.gauges) })
    draft.set(.gauges, gauges.gauges.map { UInt32($0.millimeters) })
    draft.set(.gaugeMasks, gauges.masks)
    draft.set(.gaugeSets, gauges.laid)
    draft.set(.edgeHeadingFrom, graph.edges.map { heading(graph.points[$0.points]) })
    draft.set(.edgeHeadingTo, graph.edges.map { heading(graph.points[$0.points].reversed()) })
    draft.set(.edgeSideFrom, graph.edges.map { side(graph.points[$0.points]) })
    draft.set(.edgeSideTo, graph.edges.map { side(graph.points[$0.points].reversed()) })
    return EdgeCosts(
      costs: costs, times: sums.map { min($0.forwardTime, $0.backwardTime) })
  }

  /// What ways are compared by, for each edge.
  private struct EdgeCosts {
    let costs: [Double]
    /// The lesser of both directions, in seconds.
    let times: [Double]
  }

  /// Sums along an edge.
  private struct EdgeSum {
    var length = 0.0
    var cost = 0.0
    var forwardTime = 0.0
    var backwardTime = 0.0
    /// Metres run by rule from the first node to the last, less those run the other way.
    var preference = 0.0
    var isElectrified = true

    func marks(hasTurnRules: Bool) -> UInt8 {
      var marks: EdgeMarks = []
      if hasTurnRules { marks.insert(.turnRules) }
      if isElectrified { marks.insert(.electrified) }
      if preference > length / 2 { marks.insert(.runsForward) }
      if preference < -length / 2 { marks.insert(.runsBackward) }
      return marks.rawValue
    }
  }

  private func sum(
    of edge: JunctionGraph.Edge, in graph: JunctionGraph, least: Double
  ) -> EdgeSum {
    let table = graph.segmentTable
    var sum = EdgeSum()
    var point = graph.points[edge.points.lowerBound]
    for segment in graph.segments[edge.segments] {
      let attributes = survey.attributes[Int(table.attributes[Int(segment)])]
      let meters = table.meters[Int(segment)]
      let isAlong = table.start[Int(segment)] == point
      sum.length += meters
      sum.cost += meters * attributes.costFactor * attributes.precedenceFactor / least
      sum.forwardTime += meters * 3.6 / attributes.usualSpeed(forward: isAlong)
      sum.backwardTime += meters * 3.6 / attributes.usualSpeed(forward: !isAlong)
      switch attributes.preference {
      case .none: break
      case .forward: sum.preference += isAlong ? meters : -meters
      case .backward: sum.preference += isAlong ? -meters : meters
      }
      if [.none, .unknown].contains(attributes.electrification) { sum.isElectrified = false }
      point = table.other(end: point, of: segment)
    }
    return sum
  }

  /// The side on which track leaves the first of its points; 0 where nobody says.
  private func side(_ points: some Collection<Int32>) -> UInt8 {
    guard let first = points.first, let next = points.dropFirst().first else { return 0 }
    return survey.sides[TrackSurvey.Arm(point: first, neighbour: next)] ?? 0
  }

  /// The direction in hundredths of a degree in which track leaves the first of its points.
  private func heading(_ points: some Collection<Int32>) -> Int16 {
    guard let first = points.first else { return 0 }
    let start = coordinate(first)
    var end = start
    for point in points.dropFirst() {
      end = coordinate(point)
      // A degree of latitude is 111 km; this need not be exact.
      let north = (end.latitude - start.latitude) * 111_000
      let east = (end.longitude - start.longitude) * 111_000 * cos(start.latitude * .pi / 180)
      if north * north + east * east >= Self.headingChord * Self.headingChord { break }
    }
    guard start != end else { return 0 }
    let bearing = Ellipsoid.wgs84.inverse(from: start, to: end).initialBearing.degrees
    let turned = bearing > 180 ? bearing - 360 : bearing
    return Int16(max(-180, min(180, turned)) * 100)
  }

  private func coordinate(_ point: Int32) -> Coordinate {
    Coordinate(
      latitudeE7: survey.latitudes[Int(point)], longitudeE7: survey.longitudes[Int(point)])
  }

  // MARK: Geometry and sections

  private func set(geometryOf graph: JunctionGraph, in draft: inout NetworkFile.Draft) {
    var starts: [UInt32] = [0]
    starts.reserveCapacity(graph.edges.count + 1)
    for edge in graph.edges { starts.append(UInt32(edge.points.upperBound)) }
    draft.set(.geometryStarts, starts)
    draft.set(.geometryLatitude, graph.points.map { survey.latitudes[Int($0)] })
    draft.set(.geometryLongitude, graph.points.map { survey.longitudes[Int($0)] })
  }

  /// Stretches of an edge with one set of attributes; the highest bit says that the attributes' own
  /// direction is against the edge's.
  private func set(
    sectionsOf graph: JunctionGraph, _ strings: inout StringTable,
    in draft: inout NetworkFile.Draft
  ) {
    let table = graph.segmentTable
    var starts: [UInt32] = [0]
    var offsets: [Double] = []
    var indices: [UInt32] = []
    for edge in graph.edges {
      var travelled = 0.0
      var last: UInt32?
      var point = graph.points[edge.points.lowerBound]
      for segment in graph.segments[edge.segments] {
        let isAlong = table.start[Int(segment)] == point
        let index = UInt32(table.attributes[Int(segment)]) | (isAlong ? 0 : 1 << 31)
        if index != last {
          offsets.append(travelled)
          indices.append(index)
          last = index
        }
        travelled += table.meters[Int(segment)]
        point = table.other(end: point, of: segment)
      }
      starts.append(UInt32(offsets.count))
    }
    draft.set(.sectionStarts, starts)
    draft.set(.sectionOffset, offsets)
    draft.set(.sectionAttribute, indices)
    let gauges = GaugeTable(survey)
    draft.set(.attributes, survey.attributes.map { AttributeRow($0, gauges, &strings) })
  }

  // MARK: Sums

  private func totals(_ graph: JunctionGraph) -> NetworkMeta.Totals {
    let table = graph.segmentTable
    var totals = NetworkMeta.Totals()
    totals.nodes = graph.nodes.count
    totals.edges = graph.edges.count
    totals.points = survey.latitudes.count
    totals.stations = survey.stations.count
    for segment in 0..<table.count {
      let attributes = survey.attributes[Int(table.attributes[segment])]
      let kilometers = table.meters[segment] / 1_000
      totals.kilometers += kilometers
      totals.kilometersByKind["\(attributes.kind)", default: 0] += kilometers
      let gauge = attributes.gauges.map { "\($0.millimeters)" }.joined(separator: ";")
      totals.kilometersByGauge[gauge.isEmpty ? "unknown" : gauge, default: 0] += kilometers
      if attributes.isGaugeAssumed { totals.assumedGaugeKilometers += kilometers }
      if attributes.forwardSpeed > 0 || attributes.backwardSpeed > 0 {
        totals.speedKilometers += kilometers
      }
      if attributes.electrification != .unknown { totals.electrificationKilometers += kilometers }
    }
    return totals
  }

  /// What leads searches to their goals: labels where the network is not too large for them, and landmarks.
  private func set(
    leadsOf graph: JunctionGraph, _ costs: EdgeCosts, in draft: inout NetworkFile.Draft,
    _ progress: (String) -> Void
  ) {
    func links(_ values: [Double]) -> PlainGraph {
      PlainGraph(
        nodes: graph.nodes.count,
        edges: zip(graph.edges, values).map { (Int($0.from), Int($0.to), $1) })
    }
    let byCost = links(costs.costs)
    var labels: HubLabels?
    if graph.nodes.count <= meta.labelLimit {
      progress("ordering junctions")
      let order = ContractionOrder(byCost).ranked
      progress("labelling junctions")
      labels = HubLabels(byCost, order: order)
    }
    if let labels, labels.isStorable {
      labels.set(in: &draft)
    } else {
      progress("measuring from landmarks")
      draft.set(.landmarkCosts, Landmarks(byCost).costs)
    }
    progress("measuring times from landmarks")
    draft.set(.landmarkTimes, Landmarks(links(costs.times)).costs)
  }
}

/// Strings by number, each kept once.
struct StringTable {
  private var indices: [String: UInt32] = [:]
  private var bytes: [UInt8] = []
  private var starts: [UInt32] = [0]

  mutating func index(of text: String) -> UInt32 {
    if let known = indices[text] { return known }
    bytes += Array(text.utf8)
    starts.append(UInt32(bytes.count))
    let index = UInt32(starts.count - 2)
    indices[text] = index
    return index
  }

  func set(in draft: inout NetworkFile.Draft) {
    draft.set(.strings, bytes)
    draft.set(.stringStarts, starts)
  }
}

/// The gauges of a survey and the sets in which they are laid, as bits.
struct GaugeTable {
  let gauges: [Gauge]
  /// By set, the gauges of trains that can run on it.
  private(set) var masks: [UInt64] = []
  /// By set, the gauges that are laid.
  private(set) var laid: [UInt64] = []
  private let indices: [[Gauge]: UInt8]

  init(_ survey: TrackSurvey) {
    // More gauges than there are bits for: those laid most often are kept, and track of another counts as
    // unknown.
    var uses: [Gauge: Int] = [:]
    for track in survey.tracks {
      for gauge in survey.attributes[track.attributes].gauges { uses[gauge, default: 0] += 1 }
    }
    let common = uses.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(63)
    gauges = common.map(\.key).sorted()
    // The first set is that of track of which nobody says its gauge.
    let known = Set(survey.attributes.map(\.gauges)).subtracting([[]])
    let sets = [[]] + known.sorted { $0.lexicographicallyPrecedes($1) }.prefix(254)
    indices = Dictionary(
      sets.enumerated().map { ($1, UInt8(clamping: $0)) }, uniquingKeysWith: { first, _ in first })
    for set in sets {
      func bits(_ set: [Gauge]) -> UInt64 {
        set.reduce(0) { mask, gauge in
          gauges.firstIndex(of: gauge).map { mask | 1 << UInt64($0) } ?? mask
        }
      }
      let mask = bits(set + set.flatMap(\.runsThrough))
      laid.append(bits(set))
      // Nobody says: every gauge may be there.
      masks.append(mask == 0 ? .max : mask)
    }
  }

  func index(of gauges: [Gauge]) -> UInt8 { indices[gauges] ?? 0 }
}

extension JSONEncoder {
  static var sorted: JSONEncoder {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    return encoder
  }
}
