import Gazetteer
import Geodesy
import Quantities

extension RailNetwork {
  /// The kilometrage as a survey: straight lines between stations, with the published lengths.
  ///
  /// A station without a position stands between the nearest that have one, by the kilometres to them, on whatever
  /// lines they are; where there is one on one side only, it is left out with the track to it.
  func survey(gazetteer: Gazetteer) -> TrackSurvey {
    var survey = TrackSurvey()
    var points: [Place.ID: Int32] = [:]
    let positions = positions(gazetteer)
    for line in lines {
      for post in line.posts where points[post.place] == nil {
        guard let coordinate = positions[post.place] else { continue }
        let (latitude, longitude) = coordinate.fixedPoint
        points[post.place] = survey.addPoint(latitude: latitude, longitude: longitude)
        guard let place = gazetteer[id: post.place] else { continue }
        survey.stations.append(
          TrackSurvey.Station(
            name: place.name, names: place.names + [place.id.text], latitude: latitude,
            longitude: longitude, isHalt: place.kind == .halt,
            isPlaced: place.coordinate != nil, extent: place.extent.meters))
      }
      for (start, end) in zip(line.posts, line.posts.dropFirst()) {
        guard let one = points[start.place], let other = points[end.place] else { continue }
        survey.publishedLengths[survey.references.count] = (end.chainage - start.chainage).meters
        survey.addTrack([one, other], attributes(of: line, between: start, and: end))
        survey.sides[TrackSurvey.Arm(point: one, neighbour: other)] = side(
          at: start.place, line: line.id, .up)
        survey.sides[TrackSurvey.Arm(point: other, neighbour: one)] = side(
          at: end.place, line: line.id, .down)
      }
    }
    return survey
  }

  /// The side of a junction on which an arm leaves it, as a number from 1; nil where every arm runs through.
  private func side(
    at place: Place.ID, line: String, _ direction: JunctionArm.Direction
  ) -> UInt8? {
    guard let arms = sides[place], let side = arms[JunctionArm(line: line, direction: direction)]
    else { return nil }
    let known = Set(arms.values).sorted()
    return known.firstIndex(of: side).map { UInt8(clamping: $0 + 1) }
  }

  private func attributes(
    of line: RailwayLine, between start: KilometragePost, and end: KilometragePost
  ) -> TrackAttributes {
    // As for a course: track between two published posts is published, whatever lies between.
    let sure = line.posts.filter { $0.status == .published }.map(\.chainage)
    let basis: KilometrageStatus
    if let first = sure.first, let last = sure.last, first <= start.chainage, end.chainage <= last {
      basis = .published
    } else {
      basis = start.status == .estimated || end.status == .estimated ? .estimated : .derived
    }
    let middle = start.chainage + (end.chainage - start.chainage) * 0.5
    return line.attributes(of: line.sections.first { $0.range.contains(middle) }, basis)
  }

  /// Where the stations are, those without a position of their own between others.
  private func positions(_ gazetteer: Gazetteer) -> [Place.ID: Coordinate] {
    var neighbours: [Place.ID: [(place: Place.ID, meters: Double)]] = [:]
    for line in lines {
      for (start, end) in zip(line.posts, line.posts.dropFirst()) {
        let meters = (end.chainage - start.chainage).meters
        neighbours[start.place, default: []].append((end.place, meters))
        neighbours[end.place, default: []].append((start.place, meters))
      }
    }
    let known = neighbours.keys.reduce(into: [Place.ID: Coordinate]()) {
      $0[$1] = gazetteer[id: $1]?.coordinate
    }
    var positions = known
    for (place, arms) in neighbours where known[place] == nil {
      let ends = arms.compactMap { arm in
        nearest(from: arm, avoiding: place, neighbours) { known[$0] != nil }
      }.sorted { ($0.meters, $0.place) < ($1.meters, $1.place) }
      guard let near = ends.first, let far = ends.first(where: { $0.place != near.place }),
        let one = known[near.place], let other = known[far.place]
      else { continue }
      let straight = Ellipsoid.wgs84.line(from: one, to: other)
      positions[place] = straight.point(
        at: straight.length * (near.meters / (near.meters + far.meters)))
    }
    return positions
  }

  /// The nearest station with a property that an arm of a station leads to.
  private func nearest(
    from arm: (place: Place.ID, meters: Double), avoiding start: Place.ID,
    _ neighbours: [Place.ID: [(place: Place.ID, meters: Double)]], _ holds: (Place.ID) -> Bool
  ) -> (place: Place.ID, meters: Double)? {
    var open = [arm]
    var closed: Set<Place.ID> = [start]
    while let next = open.min(by: { ($0.meters, $0.place) < ($1.meters, $1.place) }) {
      if holds(next.place) { return next }
      open.removeAll { $0.place == next.place }
      closed.insert(next.place)
      for (place, meters) in neighbours[next.place] ?? [] where !closed.contains(place) {
        open.append((place, next.meters + meters))
      }
    }
    return nil
  }
}
