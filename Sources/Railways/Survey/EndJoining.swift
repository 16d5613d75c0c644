import Geodesy
import Quantities

extension TrackSurvey {
  /// Joins loose ends of tracks to the nearest point of another track within a distance, for data whose
  /// lines stop a little short of one another.
  ///
  /// - Returns: how many ends were joined.
  mutating func joinLooseEnds(within meters: Double) -> Int {
    var uses = Array(repeating: 0, count: latitudes.count)
    var owner = Array(repeating: Int32(-1), count: latitudes.count)
    for (index, track) in tracks.enumerated() {
      for place in track.range {
        let point = Int(references[place])
        let isEnd = place == track.range.lowerBound || place == track.range.upperBound - 1
        uses[point] += isEnd ? 1 : 2
        owner[point] = Int32(index)
      }
    }
    let cells = PointCells(self, size: max(1, Int32(held: meters * 90)))
    var links: [(Int32, Int32, Int)] = []
    for (index, track) in tracks.enumerated() {
      for end in [references[track.range.lowerBound], references[track.range.upperBound - 1]]
      where uses[Int(end)] == 1 {
        let here = coordinate(end)
        var best: (point: Int32, distance: Double)?
        for point in cells.points(around: end, in: self)
        where owner[Int(point)] >= 0 && owner[Int(point)] != Int32(index) {
          let distance = Ellipsoid.wgs84.distance(from: here, to: coordinate(point)).meters
          if distance <= meters, distance < best?.distance ?? .infinity { best = (point, distance) }
        }
        if let best { links.append((end, best.point, track.attributes)) }
      }
    }
    var joined: Set<[Int32]> = []
    for (one, other, attributes) in links
    where one != other && joined.insert([min(one, other), max(one, other)]).inserted {
      addTrack([one, other], self.attributes[attributes])
    }
    return joined.count
  }

  /// Joins loose ends of each of several data sets to the nearest point of the others within a distance, so that a
  /// way can go over from one to the other where one stops.
  ///
  /// - Parameter parts: the points of each data set.
  /// - Returns: how many ends were joined.
  mutating func joinEnds(across parts: [Range<Int>], within meters: Double) -> Int {
    var uses = Array(repeating: 0, count: latitudes.count)
    for track in tracks {
      for place in track.range {
        let isEnd = place == track.range.lowerBound || place == track.range.upperBound - 1
        uses[Int(references[place])] += isEnd ? 1 : 2
      }
    }
    let cells = PointCells(self, size: max(1, Int32(held: meters * 90)))
    var attributes = TrackAttributes()
    attributes.kind = .joint
    attributes.basis = .estimated
    var links: [(Int32, Int32)] = []
    for own in parts {
      for end in own where uses[end] == 1 {
        let here = coordinate(Int32(end))
        let near = cells.points(around: Int32(end), in: self).filter {
          !own.contains(Int($0)) && uses[Int($0)] > 0
        }
        let best = near.map {
          (point: $0, distance: Ellipsoid.wgs84.distance(from: here, to: coordinate($0)).meters)
        }
        .min { ($0.distance, $0.point) < ($1.distance, $1.point) }
        if let best, best.distance <= meters { links.append((Int32(end), best.point)) }
      }
    }
    for (end, point) in links { addTrack([end, point], attributes) }
    return links.count
  }

  private func coordinate(_ point: Int32) -> Coordinate {
    Coordinate(latitudeE7: latitudes[Int(point)], longitudeE7: longitudes[Int(point)])
  }

  /// Joins stations of a kilometrage to the nearest point of other data within a distance of their own extent, so that a
  /// way can go over from one to the other there.
  ///
  /// - Parameter anchors: each station with the points of its own data.
  /// - Returns: how many stations were joined.
  mutating func joinStations(
    _ anchors: [(station: Station, points: Range<Int>)], within meters: Double
  ) -> Int {
    let widest = meters + anchors.reduce(0) { max($0, min(50_000, $1.station.extent)) }
    let cells = PointCells(self, size: max(1, Int32(held: widest * 90)))
    var used = Array(repeating: false, count: latitudes.count)
    for reference in references { used[Int(reference)] = true }
    var attributes = TrackAttributes()
    attributes.kind = .joint
    attributes.basis = .estimated
    var joined = 0
    for (station, own) in anchors {
      let place = own.first {
        latitudes[$0] == station.latitude && longitudes[$0] == station.longitude
      }
      guard let place else { continue }
      let here = coordinate(Int32(place))
      let near = cells.points(around: Int32(place), in: self).filter {
        !own.contains(Int($0)) && used[Int($0)]
      }
      let best = near.map {
        (point: $0, distance: Ellipsoid.wgs84.distance(from: here, to: coordinate($0)).meters)
      }
      .min { ($0.distance, $0.point) < ($1.distance, $1.point) }
      guard let best, best.distance <= meters + min(50_000, station.extent) else { continue }
      addTrack([Int32(place), best.point], attributes)
      joined += 1
    }
    return joined
  }

  /// Joins two coordinates by a link, each to its nearest point within a distance.
  ///
  /// - Returns: whether both ends found track.
  mutating func join(
    _ one: Coordinate, _ other: Coordinate, name: String, gauges: [Gauge], within meters: Double
  ) -> Bool {
    guard let start = nearestPoint(to: one, within: meters),
      let end = nearestPoint(to: other, within: meters), start != end
    else { return false }
    var attributes = TrackAttributes()
    attributes.name = name
    attributes.gauges = gauges
    attributes.basis = .estimated
    addTrack([start, end], attributes)
    return true
  }

  private func nearestPoint(to coordinate: Coordinate, within meters: Double) -> Int32? {
    var best: (point: Int32, distance: Double)?
    for point in Set(references.map(Int.init)).sorted() {
      let here = self.coordinate(Int32(point))
      // A minute of latitude is a nautical mile: what is further off needs no measuring.
      guard abs(here.latitude - coordinate.latitude) * 111_000 <= meters + 1_000 else { continue }
      let distance = Ellipsoid.wgs84.distance(from: here, to: coordinate).meters
      if distance <= meters, distance < best?.distance ?? .infinity {
        best = (Int32(point), distance)
      }
    }
    return best?.point
  }
}

/// Points by the cell of a grid in which they lie.
private struct PointCells {
  private let size: Int
  private var cells: [UInt64: [Int32]] = [:]

  init(_ survey: TrackSurvey, size: Int32) {
    self.size = Int(size)
    for point in survey.latitudes.indices {
      cells[key(survey, point, 0, 0), default: []].append(Int32(point))
    }
  }

  private func key(_ survey: TrackSurvey, _ point: Int, _ up: Int, _ right: Int) -> UInt64 {
    let row = (Int(survey.latitudes[point]) + 1_800_000_000) / size + up
    let column = (Int(survey.longitudes[point]) + 1_800_000_000) / size + right
    return UInt64(max(0, row)) << 32 | UInt64(max(0, column))
  }

  /// The points of the cells around one; columns shrink towards the poles, so more of them are taken.
  func points(around point: Int32, in survey: TrackSurvey) -> [Int32] {
    let reach = 4
    return (-1...1).flatMap { up in
      (-reach...reach).flatMap { right in cells[key(survey, Int(point), up, right)] ?? [] }
    }
  }
}
