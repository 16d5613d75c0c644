import Geodesy
import Quantities

/// Tracks as an importer found them: points, lines through points, stations. A network is built of it.
public struct TrackSurvey: Sendable {
  /// What a point is besides a bend.
  struct PointRole: OptionSet, Sendable {
    let rawValue: UInt8
    /// Tracks cross here and no train can go over from one to the other.
    static let crossing = PointRole(rawValue: 1)
    static let bufferStop = PointRole(rawValue: 2)
    static let switchBlades = PointRole(rawValue: 4)
    static let border = PointRole(rawValue: 8)
  }

  /// A line through points with one set of attributes.
  struct Track: Sendable {
    /// Where its points begin and end in `references`.
    let range: Range<Int>
    let attributes: Int
  }

  /// The beginning of track at a point, told by the next point.
  struct Arm: Hashable, Sendable {
    let point: Int32
    let neighbour: Int32
  }

  /// A stone beside the track that bears a kilometrage.
  struct Milestone: Sendable {
    let latitude: Int32
    let longitude: Int32
    let kilometers: Double
  }

  /// A named stopping place.
  struct Station: Sendable {
    let name: String
    private(set) var names: [String]
    let latitude: Int32
    let longitude: Int32
    let isHalt: Bool
    /// Whether a source says where it is; else it was put between others.
    var isPlaced = true
    /// How far it reaches in metres, for a city whose stations are not told apart.
    var extent = 0.0

    mutating func add(names more: [String]) {
      names += more.filter { $0 != name && !names.contains($0) }
    }
  }

  /// Latitudes of the points in 1e-7 degrees, as OpenStreetMap stores them.
  var latitudes: [Int32] = []
  var longitudes: [Int32] = []
  var roles: [PointRole] = []
  /// The points of all tracks, one after another.
  var references: [Int32] = []
  var tracks: [Track] = []
  var attributes: [TrackAttributes] = []
  /// Lengths in metres of segments whose length is published, by the place of their first point in
  /// `references`.
  var publishedLengths: [Int: Double] = [:]
  var stations: [Station] = []
  /// On which side of a point track leaves it towards a neighbour, where a source says so: a train that comes
  /// in and leaves on one side has to reverse. Blank sides are not kept.
  var sides: [Arm: UInt8] = [:]
  var milestones: [Milestone] = []
  private var attributeIndex: [TrackAttributes: Int] = [:]

  public init() {}

  mutating func addPoint(latitude: Int32, longitude: Int32, role: PointRole = []) -> Int32 {
    latitudes.append(latitude)
    longitudes.append(longitude)
    roles.append(role)
    return Int32(latitudes.count - 1)
  }

  mutating func addTrack(_ points: some Sequence<Int32>, _ attributes: TrackAttributes) {
    let start = references.count
    references.append(contentsOf: points)
    guard references.count - start > 1 else {
      references.removeSubrange(start...)
      return
    }
    tracks.append(Track(range: start..<references.count, attributes: index(of: attributes)))
  }

  private mutating func index(of attributes: TrackAttributes) -> Int {
    if let known = attributeIndex[attributes] { return known }
    self.attributes.append(attributes)
    attributeIndex[attributes] = self.attributes.count - 1
    return self.attributes.count - 1
  }

  /// The survey with other attributes for its tracks.
  mutating func mapAttributes(_ change: (inout TrackAttributes) -> Void) {
    attributeIndex = [:]
    for index in attributes.indices {
      change(&attributes[index])
      attributeIndex[attributes[index]] = index
    }
  }

  /// Whether any track leads from one place to another.
  var hasLength: Bool {
    tracks.contains { track in
      let first = Int(references[track.range.lowerBound])
      return references[track.range].map(Int.init).contains { point in
        latitudes[point] != latitudes[first] || longitudes[point] != longitudes[first]
      }
    }
  }

  /// Takes over the points, tracks, stations and milestones of another survey; nothing is joined.
  mutating func append(_ other: TrackSurvey) {
    let points = Int32(latitudes.count)
    let start = references.count
    latitudes += other.latitudes
    longitudes += other.longitudes
    roles += other.roles
    references += other.references.map { $0 + points }
    let indices = other.attributes.map { index(of: $0) }
    tracks += other.tracks.map { track in
      Track(
        range: track.range.lowerBound + start..<track.range.upperBound + start,
        attributes: indices[track.attributes])
    }
    for (place, length) in other.publishedLengths { publishedLengths[place + start] = length }
    for (arm, side) in other.sides {
      sides[Arm(point: arm.point + points, neighbour: arm.neighbour + points)] = side
    }
    stations += other.stations
    milestones += other.milestones
  }
}

extension Coordinate {
  /// Latitude and longitude in 1e-7 degrees.
  var fixedPoint: (latitude: Int32, longitude: Int32) {
    (Int32(held: (latitude * 1e7).rounded()), Int32(held: (longitude * 1e7).rounded()))
  }
}
