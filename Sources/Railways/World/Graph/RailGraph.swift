public import Geodesy

/// Railways as a graph of junctions, mapped into memory and read as it is needed.
///
/// A third store beside `RailNetwork` and `TrackNetwork`: it covers the whole world, knows lengths and countries, and
/// neither names of lines nor where a train must turn round. Junctions are numbered by their importance in a
/// contraction hierarchy, 0 the most important, so that the shortest way is found by going upwards from both ends.
public struct RailGraph: Sendable {
  /// What an edge is made of.
  enum Kind: UInt8 {
    /// OpenStreetMap's track with its true length, drawn straight from junction to junction.
    case track
    /// A line drawn for maps of 1 to 10 million, by Natural Earth.
    case line
    case ferry
    /// A link between the two.
    case joint
  }

  /// A way from a junction up to a more important one.
  struct Arc {
    let word: UInt64

    var node: Int { Int(word >> 44) }
    /// In tens of metres.
    var cost: UInt32 { UInt32(truncatingIfNeeded: word >> 22) & 0x3F_FFFF }
    var isShortcut: Bool { word >> 21 & 1 == 1 }
    /// The edge, or of a shortcut the junction that it runs through.
    var link: Int { Int(word & 0x1F_FFFF) }
  }

  let latitudes: Column<Int32>
  let longitudes: Column<Int32>
  /// Which connected part of the graph a junction belongs to, 0 the longest.
  let parts: Column<UInt16>
  let arcStarts: Column<UInt32>
  let arcs: Column<UInt64>
  let edgeFrom: Column<UInt32>
  let edgeTo: Column<UInt32>
  let edgeLengths: Column<UInt32>
  let edgeKinds: Column<UInt8>
  let edgeCountries: Column<UInt8>
  let shapeStarts: Column<UInt32>
  let shapes: Column<SIMD2<Int16>>
  let boxes: Column<SIMD4<UInt16>>
  let outerBoxes: Column<SIMD4<UInt16>>
  let countries: Column<SIMD2<UInt8>>
  /// How many times what it measures a generalized line counts.
  let lineFactor: Double

  public var nodeCount: Int { latitudes.count }
  public var edgeCount: Int { edgeFrom.count }

  /// The graph in a file, mapped into memory: only its header is read and checked.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - lineFactor: how many times what it measures a generalized line counts, as the file was made with.
  /// - Throws: `RailGraphError`.
  public init(file path: String, lineFactor: Double) throws(RailGraphError) {
    let bytes: MappedBytes
    do { bytes = try MappedBytes(file: path) } catch {
      switch error {
      case .unreadable(_, let reason): throw .unreadable(path, reason: reason)
      default: throw .damaged(path, reason: "it is empty")
      }
    }
    let file = try RailGraphFile(bytes, name: path)
    latitudes = try file.column(.latitudes)
    longitudes = try file.column(.longitudes)
    parts = try file.column(.parts)
    arcStarts = try file.column(.arcStarts)
    arcs = try file.column(.arcs)
    edgeFrom = try file.column(.edgeFrom)
    edgeTo = try file.column(.edgeTo)
    edgeLengths = try file.column(.edgeLengths)
    edgeKinds = try file.column(.edgeKinds)
    edgeCountries = try file.column(.edgeCountries)
    shapeStarts = try file.column(.shapeStarts)
    shapes = try file.column(.shapes)
    boxes = try file.column(.boxes)
    outerBoxes = try file.column(.outerBoxes)
    countries = try file.column(.countries)
    self.lineFactor = lineFactor
    guard longitudes.count == nodeCount, parts.count == nodeCount,
      arcStarts.count == nodeCount + 1, edgeTo.count == edgeCount,
      edgeLengths.count == edgeCount, shapeStarts.count == edgeCount + 1
    else { throw .damaged(path, reason: "its columns do not fit one another") }
  }

  /// Checks every byte of a file.
  ///
  /// - Throws: `RailGraphError`.
  public static func verify(file path: String) throws(RailGraphError) {
    let bytes: MappedBytes
    do { bytes = try MappedBytes(file: path) } catch {
      throw .unreadable(path, reason: "\(error)")
    }
    try RailGraphFile(bytes, name: path).verify()
  }

  // MARK: Junctions and edges

  /// Where a junction lies; the origin for a number that is none.
  public func coordinate(ofNode node: Int) -> Coordinate {
    Self.coordinate(Int(latitudes[node]), Int(longitudes[node]))
  }

  /// A point in ten thousandths of a degree.
  static func coordinate(_ latitude: Int, _ longitude: Int) -> Coordinate {
    Coordinate(
      latitudeE7: Int32(clamping: latitude &* 1_000),
      longitudeE7: Int32(clamping: longitude &* 1_000))
  }

  func arcs(from node: Int) -> Range<Int> { arcStarts.range(node, within: arcs.count) }

  func arc(_ place: Int) -> Arc { Arc(word: arcs[place]) }

  /// The junctions of an edge, and how much going along it counts in tens of metres.
  public func ends(ofEdge edge: Int) -> (from: Int, to: Int, cost: Double) {
    (Int(edgeFrom[edge]), Int(edgeTo[edge]), cost(ofEdge: edge))
  }

  func kind(ofEdge edge: Int) -> Kind { Kind(rawValue: edgeKinds[edge]) ?? .track }

  /// In metres; what is longer than the Earth's girth can only be damage and reads as nothing.
  func length(ofEdge edge: Int) -> Double {
    let meters = edgeLengths[edge]
    return meters < 50_000_000 ? Double(meters) : 0
  }

  /// The ISO 3166 code of an edge's country; blank where it is none's.
  func country(ofEdge edge: Int) -> String {
    let code = countries.value(Int(edgeCountries[edge])) ?? SIMD2(32, 32)
    return code.x == 32 ? "" : String(decoding: [code.x, code.y], as: UTF8.self)
  }

  /// How much going along an edge counts, in whole tens of metres: as `Scripts/worldrail/graph.py` has it.
  func cost(ofEdge edge: Int) -> Double {
    let tens = length(ofEdge: edge) / 10
    let cost =
      switch kind(ofEdge: edge) {
      case .track: tens
      case .line, .ferry: tens * lineFactor
      case .joint: tens * Self.jointFactor + Self.jointCost
      }
    return max(1, cost.rounded(.toNearestOrEven))
  }

  /// What crossing over to other track counts: 1.5 times its length and 0.3 km, in tens of metres.
  static let jointFactor = 1.5
  private static let jointCost = 30.0
}
