import Quantities

extension GeodesicLine {
  /// Points along the line, at most `step` apart, and closer where it crosses meridians fast, so that it may be drawn by
  /// latitude and longitude. The point nearest to a pole is among them; where it goes over the pole, the pole is twice,
  /// by both meridians.
  ///
  /// - Throws: `GeodesyError.invalidStep` where `step` is not positive.
  func drawnWaypoints(every step: Distance) throws(GeodesyError) -> [Coordinate] {
    let coarse = try waypoints(every: step)
    let pieces = Double(coarse.count - 1)
    var drawn = [start]
    for index in coarse.indices.dropLast() {
      let range =
        Double(index) / pieces * length.meters...Double(index + 1) / pieces * length.meters
      drawn += between(range, coarse[index], coarse[index + 1])
      drawn.append(coarse[index + 1])
    }
    return drawn
  }

  /// Degrees of longitude that a drawn step may cross.
  private static let widestStep = 2.0

  /// The points needed between two.
  private func between(
    _ range: ClosedRange<Double>, _ one: Coordinate, _ other: Coordinate
  ) -> [Coordinate] {
    guard one.longitudeApart(from: other) > Self.widestStep else { return [] }
    let top = polewardMost(in: range)
    let peak = point(at: .meters(top))
    // Within ten metres of the pole.
    if abs(peak.latitude) > 89.9999 {
      let pole: Double = peak.latitude > 0 ? 90 : -90
      return [one, other].map { Coordinate(checkedLatitude: pole, longitude: $0.longitude) }
    }
    guard abs(peak.latitude) > max(abs(one.latitude), abs(other.latitude)) + 1e-9 else {
      return halved(range, one, other)
    }
    return halved(range.lowerBound...top, one, peak) + [peak]
      + halved(top...range.upperBound, peak, other)
  }

  private func halved(
    _ range: ClosedRange<Double>, _ one: Coordinate, _ other: Coordinate
  ) -> [Coordinate] {
    let size = range.upperBound - range.lowerBound
    guard one.longitudeApart(from: other) > Self.widestStep, size > 1 else { return [] }
    let half = range.lowerBound + size / 2
    let middle = point(at: .meters(half))
    return halved(range.lowerBound...half, one, middle) + [middle]
      + halved(half...range.upperBound, middle, other)
  }

  /// How far along it is nearest to a pole, in metres; by thirds, as its latitude has but one peak between two points.
  private func polewardMost(in range: ClosedRange<Double>) -> Double {
    var (low, high) = (range.lowerBound, range.upperBound)
    func height(_ meters: Double) -> Double { abs(point(at: .meters(meters)).latitude) }
    for _ in 0..<60 {
      let third = (high - low) / 3
      if height(low + third) < height(high - third) { low += third } else { high -= third }
    }
    return (low + high) / 2
  }
}

extension Coordinate {
  /// Degrees of longitude between two points, 0 to 180.
  fileprivate func longitudeApart(from other: Coordinate) -> Double {
    let apart = abs(longitude - other.longitude)
    return min(apart, 360 - apart)
  }
}
