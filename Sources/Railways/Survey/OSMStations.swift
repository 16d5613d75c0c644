/// The stations of a file, with what its stop areas add to them.
struct OSMStations {
  private(set) var all: [TrackSurvey.Station]
  private var byNode: [Int64: Int] = [:]
  private var byWay: [Int64: Int] = [:]

  init(
    points: [(id: Int64, station: TrackSurvey.Station)],
    areas: [(id: Int64, station: TrackSurvey.Station)]
  ) {
    all = points.map(\.station) + areas.map(\.station)
    for (index, point) in points.enumerated() { byNode[point.id] = index }
    for (index, area) in areas.enumerated() { byWay[area.id] = points.count + index }
  }

  var count: Int { all.count }

  /// Takes over a stop area: its names go to the station that belongs to it; without one it is a halt
  /// itself, in the middle of its points on track.
  ///
  /// - Returns: whether it was of use; areas away from any track are not.
  mutating func take(
    _ area: OSMWays.StopArea, _ located: OSMReader.Points, isOnTrack: (Int64) -> Bool
  ) -> Bool {
    let members = area.nodes.compactMap { byNode[$0] } + area.ways.compactMap { byWay[$0] }
    if let station = members.first {
      all[station].add(names: area.names)
      return true
    }
    let points = area.nodes.filter(isOnTrack)
    guard let middle = located.middle(of: points), let name = area.names.first else { return false }
    all.append(
      TrackSurvey.Station(
        name: name, names: Array(area.names.dropFirst()), latitude: middle.0, longitude: middle.1,
        isHalt: true))
    return true
  }
}

extension OSMReader.Points {
  /// The middle of several nodes; nil where the file has none of them.
  func middle(of nodes: [Int64]) -> (Int32, Int32)? {
    let places = nodes.compactMap(place)
    guard !places.isEmpty else { return nil }
    let latitude = places.reduce(0) { $0 + Int(latitudes[$1]) } / places.count
    let longitude = places.reduce(0) { $0 + Int(longitudes[$1]) } / places.count
    return (Int32(clamping: latitude), Int32(clamping: longitude))
  }
}

extension TrackSurvey.Station {
  /// The station that tags describe; nil for anything else and for one without a name.
  init?(_ tags: OSMTags, latitude: Int32, longitude: Int32) {
    guard let kind = tags.stationKind, let name = tags.names.first else { return nil }
    self.init(
      name: name, names: Array(tags.names.dropFirst()), latitude: latitude, longitude: longitude,
      isHalt: kind == .halt)
  }
}
