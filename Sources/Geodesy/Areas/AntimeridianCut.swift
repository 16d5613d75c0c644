/// Cuts rings on the globe into polygons in longitude and latitude.
enum AntimeridianCut {
  typealias Corner = Outline.Corner

  /// All longitudes between two latitudes.
  static func world(from south: Double, to north: Double) -> [Corner] {
    closed(
      [(south, -180.0), (south, 180), (north, 180), (north, -180)].map {
        Corner(latitude: $0.0, longitude: $0.1)
      })
  }

  /// The polygons of a ring.
  ///
  /// - Parameters:
  ///   - corners: in order, the first not repeated.
  ///   - pole: the latitude of the pole that it holds; nil for none.
  static func rings(_ corners: [Coordinate], around pole: Double?) -> [[Corner]] {
    var line = unwrapped(corners)
    guard let first = line.first, let last = line.last else { return [] }
    let turn = last.longitude - first.longitude
    let isAround = abs(turn) > 180
    guard isAround == (pole != nil) else {
      // A pole on the very edge: all longitudes as far as the ring reaches.
      let latitudes = line.map(\.latitude) + [pole].compactMap(\.self)
      return [world(from: latitudes.min() ?? -90, to: latitudes.max() ?? 90)]
    }
    if let pole {
      line.append(Corner(latitude: pole, longitude: last.longitude))
      line.append(Corner(latitude: pole, longitude: first.longitude))
    } else {
      line.removeLast()
    }
    return [-360.0, 0, 360].compactMap { shift in
      let part = clipped(
        clipped(line, at: shift - 180, isEast: true), at: shift + 180, isEast: false)
      guard part.count > 2 else { return nil }
      return closed(
        part.map { Corner(latitude: $0.latitude, longitude: $0.longitude - shift) })
    }
  }

  private static func closed(_ corners: [Corner]) -> [Corner] {
    // Outer rings run counter-clockwise (RFC 7946, §3.1.6).
    let ring = corners + corners.prefix(1)
    let area = zip(ring, ring.dropFirst()).reduce(0) {
      $0 + ($1.1.longitude - $1.0.longitude) * ($1.1.latitude + $1.0.latitude)
    }
    return area > 0 ? ring.reversed() : ring
  }

  /// The corners and the first again, with longitudes that go on beyond 180.
  private static func unwrapped(_ corners: [Coordinate]) -> [Corner] {
    var line: [Corner] = []
    for place in corners + corners.prefix(1) {
      var longitude = place.longitude
      if let last = line.last {
        while longitude - last.longitude > 180 { longitude -= 360 }
        while longitude - last.longitude < -180 { longitude += 360 }
      }
      line.append(Corner(latitude: place.latitude, longitude: longitude))
    }
    return line
  }

  /// The part of a polygon on one side of a meridian (Sutherland and Hodgman, Communications of the ACM 17, 1974).
  private static func clipped(_ ring: [Corner], at meridian: Double, isEast: Bool) -> [Corner] {
    func isInside(_ corner: Corner) -> Bool {
      isEast ? corner.longitude >= meridian : corner.longitude <= meridian
    }
    var result: [Corner] = []
    for (index, corner) in ring.enumerated() {
      let before = ring[(index + ring.count - 1) % ring.count]
      if isInside(before) != isInside(corner) {
        let share = (meridian - before.longitude) / (corner.longitude - before.longitude)
        result.append(
          Corner(
            latitude: before.latitude + share * (corner.latitude - before.latitude),
            longitude: meridian))
      }
      if isInside(corner) { result.append(corner) }
    }
    return result
  }
}
