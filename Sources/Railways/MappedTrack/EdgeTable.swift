/// Edges of track between junctions, a column for each thing that is known of them.
struct EdgeTable: Sendable {
  let from: Column<UInt32>
  let to: Column<UInt32>
  /// Metres.
  let length: Column<Double>
  /// Metres of running line.
  let cost: Column<Double>
  /// Seconds at the line speeds, from the first node to the last.
  let forwardTime: Column<Float>
  let backwardTime: Column<Float>
  let kind: Column<UInt8>
  let gauges: Column<UInt8>
  let marks: Column<UInt8>
  /// In which direction the edge leaves its first node, in hundredths of a degree.
  let headingFrom: Column<Int16>
  let headingTo: Column<Int16>
  /// On which side of its first node it leaves; 0 where nobody says.
  let sideFrom: Column<UInt8>
  let sideTo: Column<UInt8>

  init(_ columns: NetworkColumns) throws(NetworkFileError) {
    from = try columns.column(.edgeFrom)
    to = try columns.column(.edgeTo)
    length = try columns.column(.edgeLength)
    cost = try columns.column(.edgeCost)
    forwardTime = try columns.column(.edgeForwardTime)
    backwardTime = try columns.column(.edgeBackwardTime)
    kind = try columns.column(.edgeKind)
    gauges = try columns.column(.edgeGauges)
    marks = try columns.column(.edgeMarks)
    headingFrom = try columns.column(.edgeHeadingFrom)
    headingTo = try columns.column(.edgeHeadingTo)
    sideFrom = try columns.column(.edgeSideFrom)
    sideTo = try columns.column(.edgeSideTo)
  }
}

/// What is true of an edge as a whole.
struct EdgeMarks: OptionSet, Sendable {
  let rawValue: UInt8
  /// Angles at its ends tell where trains can go.
  static let turnRules = EdgeMarks(rawValue: 1)
  /// There is power for trains all along it.
  static let electrified = EdgeMarks(rawValue: 2)
  /// Most of it is run from its first node to its last by rule.
  static let runsForward = EdgeMarks(rawValue: 4)
  static let runsBackward = EdgeMarks(rawValue: 8)
}

/// The points of edges, one edge after another.
struct GeometryTable: Sendable {
  let starts: Column<UInt32>
  let latitude: Column<Int32>
  let longitude: Column<Int32>

  init(_ columns: NetworkColumns) throws(NetworkFileError) {
    starts = try columns.column(.geometryStarts)
    latitude = try columns.column(.geometryLatitude)
    longitude = try columns.column(.geometryLongitude)
  }
}

/// The edges that pass each cell of the map.
struct EdgeGrid: Sendable {
  let keys: Column<UInt64>
  let starts: Column<UInt32>
  let edges: Column<UInt32>

  init(_ columns: NetworkColumns) throws(NetworkFileError) {
    keys = try columns.column(.gridKeys)
    starts = try columns.column(.gridStarts)
    edges = try columns.column(.gridEdges)
  }
}
