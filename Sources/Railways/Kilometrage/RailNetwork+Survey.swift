import Gazetteer
import Geodesy
import Quantities

extension RailNetwork {
  /// The kilometrage as a survey: straight lines between stations, with the published lengths.
  ///
  /// A station without a position stands between its neighbours by its kilometre post.
  func survey(gazetteer: Gazetteer) -> TrackSurvey {
    var survey = TrackSurvey()
    var points: [Place.ID: Int32] = [:]
    for line in lines {
      let positions = Self.positions(of: line, gazetteer)
      for (post, coordinate) in zip(line.posts, positions) where points[post.place] == nil {
        guard let coordinate else { continue }
        let (latitude, longitude) = coordinate.fixedPoint
        points[post.place] = survey.addPoint(latitude: latitude, longitude: longitude)
        guard let place = gazetteer[id: post.place] else { continue }
        survey.stations.append(
          TrackSurvey.Station(
            name: place.name, names: place.names + [place.id.text], latitude: latitude,
            longitude: longitude, isHalt: place.kind == .halt))
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
    var attributes = TrackAttributes()
    attributes.name = line.name
    attributes.use = .main
    // As for a path: track between two published posts is published, whatever lies between.
    let sure = line.posts.filter { $0.status == .published }.map(\.chainage)
    if let first = sure.first, let last = sure.last, first <= start.chainage, end.chainage <= last {
      attributes.basis = .published
    } else {
      attributes.basis =
        start.status == .estimated || end.status == .estimated ? .estimated : .derived
    }
    let middle = start.chainage + (end.chainage - start.chainage) * 0.5
    guard let section = line.sections.first(where: { $0.range.contains(middle) }) else {
      return attributes
    }
    attributes.gauges = section.gauges.sorted()
    attributes.country = section.country
    switch section.electrification {
    case "": attributes.electrification = .unknown
    case "none": attributes.electrification = .none
    default: attributes.electrification = .contactLine
    }
    if let speed = section.lineSpeed {
      attributes.forwardSpeed = UInt16(max(0, min(1_000, speed.kilometersPerHour.rounded())))
      attributes.backwardSpeed = attributes.forwardSpeed
    }
    return attributes
  }

  private static func positions(of line: RailwayLine, _ gazetteer: Gazetteer) -> [Coordinate?] {
    let known = line.posts.map { gazetteer[id: $0.place]?.coordinate }
    return line.posts.indices.map { index in
      if let coordinate = known[index] { return coordinate }
      guard let before = known[..<index].lastIndex(where: { $0 != nil }),
        let after = known[(index + 1)...].firstIndex(where: { $0 != nil }),
        let one = known[before], let other = known[after]
      else { return known[..<index].last(where: { $0 != nil }) ?? known.first { $0 != nil } ?? nil }
      let whole = line.posts[after].chainage - line.posts[before].chainage
      let share = (line.posts[index].chainage - line.posts[before].chainage) / whole
      let straight = Ellipsoid.wgs84.line(from: one, to: other)
      return straight.point(at: straight.length * share)
    }
  }
}
