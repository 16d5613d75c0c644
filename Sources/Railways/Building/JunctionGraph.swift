import Geodesy
import Quantities

/// A survey cut at its junctions: nodes where tracks meet, end or change their kind or gauge, and edges of
/// track between them.
struct JunctionGraph {
  /// A way from node to node along the survey's segments.
  struct Edge {
    var from: Int32
    var to: Int32
    /// The points it goes through, both ends included.
    var points: Range<Int>
    /// The segments between them, one fewer.
    var segments: Range<Int>
  }

  /// The survey's points that are nodes.
  private(set) var nodes: [Int32] = []
  private(set) var edges: [Edge] = []
  /// The points of all edges, one after another.
  private(set) var points: [Int32] = []
  /// The segments of all edges, one after another.
  private(set) var segments: [Int32] = []
  let segmentTable: SegmentTable

  init(_ survey: TrackSurvey) {
    segmentTable = SegmentTable(survey)
    let table = segmentTable
    let incidence = Incidence(table, points: survey.latitudes.count)
    var nodeOf = Array(repeating: Int32(-1), count: survey.latitudes.count)
    for point in survey.latitudes.indices
    where incidence.isNode(Int32(point), table, survey) {
      nodeOf[point] = Int32(nodes.count)
      nodes.append(Int32(point))
    }
    var used = Array(repeating: false, count: table.count)
    for point in nodes.map(Int.init) {
      for segment in incidence.segments(at: point) where !used[Int(segment)] {
        walk(from: Int32(point), along: segment, incidence, &nodeOf, &used)
      }
    }
    // What is left are rings without a junction: each gets one node.
    for segment in 0..<table.count where !used[segment] {
      let point = table.start[segment]
      nodeOf[Int(point)] = Int32(nodes.count)
      nodes.append(point)
      walk(from: point, along: Int32(segment), incidence, &nodeOf, &used)
    }
  }

  private mutating func walk(
    from start: Int32, along first: Int32, _ incidence: Incidence, _ nodeOf: inout [Int32],
    _ used: inout [Bool]
  ) {
    let firstPoint = points.count
    let firstSegment = segments.count
    points.append(start)
    var point = start
    var segment = first
    while true {
      used[Int(segment)] = true
      segments.append(segment)
      point = segmentTable.other(end: point, of: segment)
      points.append(point)
      if nodeOf[Int(point)] >= 0 { break }
      let next = incidence.segments(at: Int(point)).first { $0 != segment && !used[Int($0)] }
      guard let next else { break }
      segment = next
    }
    edges.append(
      Edge(
        from: nodeOf[Int(start)], to: max(0, nodeOf[Int(point)]),
        points: firstPoint..<points.count, segments: firstSegment..<segments.count))
  }
}

/// Every pair of neighbouring points of a survey's tracks.
struct SegmentTable {
  private(set) var start: [Int32] = []
  private(set) var end: [Int32] = []
  private(set) var attributes: [Int32] = []
  /// In metres: published where it is, else the geodesic.
  private(set) var meters: [Double] = []

  var count: Int { start.count }

  init(_ survey: TrackSurvey) {
    var published: [(Int, Double)] = []
    for track in survey.tracks {
      for place in track.range.dropLast() {
        let (one, other) = (survey.references[place], survey.references[place + 1])
        guard one != other else { continue }
        if let length = survey.publishedLengths[place] { published.append((start.count, length)) }
        start.append(one)
        end.append(other)
        attributes.append(Int32(track.attributes))
      }
    }
    let coordinates = survey.latitudes.indices.map {
      Coordinate(latitudeE7: survey.latitudes[$0], longitudeE7: survey.longitudes[$0])
    }
    meters =
      Ellipsoid.wgs84.inverse(
        of: CoordinatePairs(
          from: start.map { coordinates[Int($0)] }, to: end.map { coordinates[Int($0)] })
      ).meters
    for (segment, length) in published { meters[segment] = length }
  }

  func other(end point: Int32, of segment: Int32) -> Int32 {
    start[Int(segment)] == point ? end[Int(segment)] : start[Int(segment)]
  }
}

/// The segments that meet at each point.
private struct Incidence {
  private var starts: [Int]
  private var entries: [Int32]

  init(_ table: SegmentTable, points: Int) {
    starts = Array(repeating: 0, count: points + 1)
    for segment in 0..<table.count {
      starts[Int(table.start[segment]) + 1] += 1
      starts[Int(table.end[segment]) + 1] += 1
    }
    for point in 0..<points { starts[point + 1] += starts[point] }
    entries = Array(repeating: 0, count: 2 * table.count)
    var next = starts
    for segment in 0..<table.count {
      for point in [Int(table.start[segment]), Int(table.end[segment])] {
        entries[next[point]] = Int32(segment)
        next[point] += 1
      }
    }
  }

  func segments(at point: Int) -> ArraySlice<Int32> { entries[starts[point]..<starts[point + 1]] }

  /// A node is where other than two tracks meet, or two of different kind, gauge or basis, and where a border
  /// is.
  func isNode(_ point: Int32, _ table: SegmentTable, _ survey: TrackSurvey) -> Bool {
    let here = segments(at: Int(point))
    guard let one = here.first, let other = here.last else { return false }
    guard here.count == 2, one != other, !survey.roles[Int(point)].contains(.border) else {
      return true
    }
    let first = survey.attributes[Int(table.attributes[Int(one)])]
    let second = survey.attributes[Int(table.attributes[Int(other)])]
    return first.kind != second.kind || first.gauges != second.gauges
      || first.basis != second.basis
  }
}
