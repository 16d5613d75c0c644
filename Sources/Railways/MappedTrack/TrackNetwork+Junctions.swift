public import Quantities

/// The junction graph, for programs that want to look at it themselves.
extension TrackNetwork {
  /// How many junctions there are; they are numbered from 0.
  public var nodeCount: Int { nodeLatitude.count }

  /// How many stretches of track between junctions there are; they are numbered from 0.
  public var edgeCount: Int { edgeTable.length.count }

  /// The junctions at the ends of a stretch.
  public func ends(ofEdge edge: Int) -> (from: Int, to: Int) {
    (Int(edgeTable.from[edge]), Int(edgeTable.to[edge]))
  }

  /// The length of a stretch.
  public func length(ofEdge edge: Int) -> Distance { .meters(edgeTable.length.measure(edge)) }
}
