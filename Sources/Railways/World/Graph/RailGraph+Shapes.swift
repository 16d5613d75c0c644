import Geodesy
import Quantities

extension RailGraph {
  /// The points of an edge from its first junction to its last, in ten thousandths of a degree.
  func points(ofEdge edge: Int) -> [SIMD2<Int>] {
    let (from, to) = (Int(edgeFrom[edge]), Int(edgeTo[edge]))
    var last = SIMD2(Int(latitudes[from]), Int(longitudes[from]))
    var points = [last]
    for place in shapeStarts.range(edge, within: shapes.count) {
      let step = shapes.value(place) ?? .zero
      last = SIMD2(last.x + Int(step.x), last.y + Int(step.y))
      points.append(last)
    }
    points.append(SIMD2(Int(latitudes[to]), Int(longitudes[to])))
    return points
  }

  /// The points between two places on an edge, in metres from its first junction, in the order of travel.
  func coordinates(ofEdge edge: Int, from start: Double, to end: Double) -> [Coordinate] {
    let points = points(ofEdge: edge)
    let drawn = lengths(of: points)
    let whole = length(ofEdge: edge)
    guard let total = drawn.last, total > 0, whole > 0 else {
      return points.map { Self.coordinate($0.x, $0.y) }
    }
    let (low, high) = (min(start, end) / whole * total, max(start, end) / whole * total)
    var result = [Self.point(at: low, points, drawn)]
    for index in points.indices where drawn[index] > low && drawn[index] < high {
      result.append(Self.coordinate(points[index].x, points[index].y))
    }
    result.append(Self.point(at: high, points, drawn))
    return start <= end ? result : result.reversed()
  }

  func coordinate(of position: TrackPosition) -> Coordinate {
    coordinates(ofEdge: position.edge, from: position.offset, to: position.offset).first
      ?? coordinate(ofNode: Int(edgeFrom[position.edge]))
  }

  /// How far along each point is, on a plane, in metres.
  private func lengths(of points: [SIMD2<Int>]) -> [Double] {
    var lengths = [0.0]
    for (one, other) in zip(points, points.dropFirst()) {
      let scale = PlaneScale(latitude: Double(one.x + other.x) / 2e4)
      lengths.append((lengths.last ?? 0) + scale.length(one, other))
    }
    return lengths
  }

  private static func point(
    at length: Double, _ points: [SIMD2<Int>], _ lengths: [Double]
  ) -> Coordinate {
    guard let after = lengths.firstIndex(where: { $0 >= length }), after > 0 else {
      let end = (length <= 0 ? points.first : points.last) ?? .zero
      return coordinate(end.x, end.y)
    }
    let (one, other) = (points[after - 1], points[after])
    let step = lengths[after] - lengths[after - 1]
    let share = step > 0 ? (length - lengths[after - 1]) / step : 0
    return coordinate(
      one.x + Int(held: (Double(other.x - one.x) * share).rounded()),
      one.y + Int(held: (Double(other.y - one.y) * share).rounded()))
  }
}
