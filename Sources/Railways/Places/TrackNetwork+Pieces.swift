import Geodesy
import Quantities

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
