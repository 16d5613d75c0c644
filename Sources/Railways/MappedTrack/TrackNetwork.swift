import Foundation
import Geodesy
import Quantities

/// A network of track with its geometry, read from a file as it is needed.
///
/// A store of its own beside `RailNetwork`: a graph of junctions as they are mapped, with labels that lead searches,
/// whose lengths are measured and not published.
public struct TrackNetwork: Sendable {
  /// Where it was read from, for messages.
  public let name: String
  /// How the geometry was drawn.
  public let detail: NetworkMeta.Detail
  private let metaBytes: Column<UInt8>
  let bytes: MappedBytes
  let nodeLatitude: Column<Int32>
  let nodeLongitude: Column<Int32>
  let nodeRole: Column<UInt8>
  let arcStarts: Column<UInt32>
  let arcs: Column<UInt32>
  let edgeTable: EdgeTable
  let geometry: GeometryTable
  let sectionStarts: Column<UInt32>
  let sectionOffset: Column<Double>
  let sectionAttribute: Column<UInt32>
  let attributeRows: Column<AttributeRow>
  let gauges: [Gauge]
  let gaugeMasks: Column<UInt64>
  private let gaugeSets: Column<UInt64>
  let grid: EdgeGrid
  let strings: Column<UInt8>
  let stringStarts: Column<UInt32>
  let stations: NetworkStations
  let milestones: Milestones
  let labels: LabelTable?
  /// Costs to landmarks, for networks too large for labels.
  let costLandmarks: LandmarkTable?
  /// Times to landmarks.
  let timeLandmarks: LandmarkTable?

  /// The network in a file, mapped into memory: only its header is read and checked.
  ///
  /// - Throws: `NetworkFileError` with advice where the file is missing, damaged or of another version.
  public init(file path: String) throws(NetworkFileError) {
    try self.init(bytes: MappedBytes(file: path), name: path)
  }

  /// A network that was just built, in memory.
  init(_ draft: NetworkFile.Draft, name: String) throws(NetworkFileError) {
    try self.init(bytes: MappedBytes(draft.encoded()), name: name)
  }

  private init(bytes: MappedBytes, name: String) throws(NetworkFileError) {
    self.name = name
    self.bytes = bytes
    let columns = NetworkColumns(
      bytes: bytes, name: name, entries: try NetworkFile.entries(of: bytes, name: name))
    metaBytes = try columns.column(.meta)
    let details: Column<UInt8> = try columns.column(.detail)
    detail = NetworkMeta.Detail(number: details[0])
    nodeLatitude = try columns.column(.nodeLatitude)
    nodeLongitude = try columns.column(.nodeLongitude)
    nodeRole = try columns.column(.nodeRole)
    arcStarts = try columns.column(.arcStarts)
    arcs = try columns.column(.arcs)
    edgeTable = try EdgeTable(columns)
    geometry = try GeometryTable(columns)
    sectionStarts = try columns.column(.sectionStarts)
    sectionOffset = try columns.column(.sectionOffset)
    sectionAttribute = try columns.column(.sectionAttribute)
    attributeRows = try columns.column(.attributes)
    let millimeters: Column<UInt32> = try columns.column(.gauges)
    gauges = (0..<min(64, millimeters.count)).map { Gauge(millimeters: Int(millimeters[$0])) }
    gaugeMasks = try columns.column(.gaugeMasks)
    gaugeSets = try columns.column(.gaugeSets)
    grid = try EdgeGrid(columns)
    strings = try columns.column(.strings)
    stringStarts = try columns.column(.stringStarts)
    stations = try NetworkStations(columns, strings: strings, starts: stringStarts)
    milestones = try Milestones(columns)
    labels = columns.entries[.labelStarts] == nil ? nil : try LabelTable(columns)
    costLandmarks = try LandmarkTable(columns, .landmarkCosts, nodes: nodeLatitude.count)
    timeLandmarks = try LandmarkTable(columns, .landmarkTimes, nodes: nodeLatitude.count)
  }

  /// What the network says of itself; read only when it is asked for, so that opening stays quick.
  public var meta: NetworkMeta {
    let text = Data((0..<metaBytes.count).map { metaBytes[$0] })
    return (try? JSONDecoder().decode(NetworkMeta.self, from: text))
      ?? NetworkMeta(name: name, detail: detail)
  }

  /// Checks every byte of a network file.
  ///
  /// - Throws: `NetworkFileError` for the first part that is not as it was written.
  public static func verify(file path: String) throws(NetworkFileError) {
    try NetworkFile.verify(MappedBytes(file: path), name: path)
  }

  // MARK: What lies where

  func coordinate(ofNode node: Int) -> Coordinate {
    Coordinate(latitudeE7: nodeLatitude[node], longitudeE7: nodeLongitude[node])
  }

  /// Edges that leave a node, each with its lowest bit set where it is gone backwards.
  func arcs(from node: Int) -> Range<Int> { arcStarts.range(node, within: arcs.count) }

  /// The points of an edge from its first node to its last.
  func points(ofEdge edge: Int) -> [Coordinate] {
    geometry.starts.range(edge, within: geometry.latitude.count).map { place in
      Coordinate(latitudeE7: geometry.latitude[place], longitudeE7: geometry.longitude[place])
    }
  }

  func kind(ofEdge edge: Int) -> TrackAttributes.Kind {
    TrackAttributes.Kind(rawValue: edgeTable.kind[edge]) ?? .rail
  }

  func marks(ofEdge edge: Int) -> EdgeMarks { EdgeMarks(rawValue: edgeTable.marks[edge]) }

  /// The gauges of an edge as bits; every bit where nobody says.
  func gaugeMask(ofEdge edge: Int) -> UInt64 {
    gaugeMasks.value(Int(edgeTable.gauges[edge])) ?? .max
  }

  func gauges(in mask: UInt64) -> [Gauge] {
    mask == .max ? [] : gauges.indices.filter { mask & 1 << UInt64($0) != 0 }.map { gauges[$0] }
  }

  func mask(of gauge: Gauge) -> UInt64? {
    gauges.firstIndex(of: gauge).map { 1 << UInt64($0) }
  }

  func string(_ index: UInt32) -> String {
    let range = stringStarts.range(Int(index), within: strings.count)
    return String(decoding: range.map { strings[$0] }, as: UTF8.self)
  }

  func attributes(_ index: UInt32) -> TrackAttributes {
    guard let row = attributeRows.value(Int(index)) else { return TrackAttributes() }
    return row.attributes(string: string) { gauges(in: gaugeSets.value(Int($0)) ?? 0) }
  }

  /// The stretches of an edge with one set of attributes each: where they begin in metres from the edge's
  /// first node, and whether their own direction is the edge's.
  func sections(
    ofEdge edge: Int
  ) -> [(offset: Double, attributes: UInt32, isAlong: Bool)] {
    sectionStarts.range(edge, within: sectionOffset.count).map { place in
      let word = sectionAttribute[place]
      return (sectionOffset[place], word & 0x7FFF_FFFF, word & 1 << 31 == 0)
    }
  }
}

/// The columns of a file, checked for the size of what they hold.
struct NetworkColumns {
  let bytes: MappedBytes
  let name: String
  let entries: [NetworkFile.ColumnID: NetworkFile.Entry]

  func column<Element: BitwiseCopyable & Sendable>(
    _ id: NetworkFile.ColumnID
  ) throws(NetworkFileError) -> Column<Element> {
    guard let entry = entries[id], entry.elementSize == MemoryLayout<Element>.stride else {
      throw .damaged(name, reason: "the column \(id) is missing")
    }
    return Column(bytes: bytes, offset: entry.offset, count: entry.count)
  }
}
