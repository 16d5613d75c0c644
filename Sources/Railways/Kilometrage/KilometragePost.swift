public import Gazetteer
public import Quantities

/// How a length came to be known.
public enum KilometrageStatus: String, CaseIterable, Sendable {
  /// From a published line table.
  case published
  /// A difference of published figures.
  case derived
  /// Measured along mapped geometry.
  case geometry
  /// Interpolated or guessed, with its half-width.
  case estimated
}

/// A station on a line with its kilometre post.
public struct KilometragePost: Hashable, Sendable {
  public let place: Place.ID
  /// The distance from the line's zero.
  public let chainage: Distance
  public let status: KilometrageStatus
  /// How far the post itself may be off; zero for published ones.
  public let halfWidth: Distance
  /// The number by which the post is known and distances are printed, where the line was since shortened or led another way.
  public let number: Distance?

  public init(
    place: Place.ID, chainage: Distance, status: KilometrageStatus, halfWidth: Distance,
    number: Distance? = nil
  ) {
    self.place = place
    self.chainage = chainage
    self.status = status
    self.halfWidth = halfWidth
    self.number = number
  }
}

/// A railway line: its posts in order and what holds along it.
public struct RailwayLine: Sendable {
  public let id: String
  public let name: String
  /// In the order of their chainage, at least 2.
  public let posts: [KilometragePost]
  public let sections: [LineSection]
  /// How far the published kilometrage may be off, whatever the length.
  public let halfWidth: Distance
  /// How far it may be off for each kilometre.
  public let halfWidthShare: Double

  public init(
    id: String, name: String, posts: [KilometragePost], sections: [LineSection],
    halfWidth: Distance, halfWidthShare: Double
  ) {
    self.id = id
    self.name = name
    self.posts = posts
    self.sections = sections
    self.halfWidth = halfWidth
    self.halfWidthShare = halfWidthShare
  }
}

/// A stretch of a line with the same gauges, country and power.
public struct LineSection: Hashable, Sendable {
  public let range: ClosedRange<Distance>
  public let gauges: Set<Gauge>
  /// Such as `3 kV DC`, `none`, or blank where unknown.
  public let electrification: String
  public let country: String
  public let lineSpeed: Speed?

  public init(
    range: ClosedRange<Distance>, gauges: Set<Gauge>, electrification: String, country: String,
    lineSpeed: Speed?
  ) {
    self.range = range
    self.gauges = gauges
    self.electrification = electrification
    self.country = country
    self.lineSpeed = lineSpeed
  }
}

/// Where an arm of a junction leaves its station.
public struct JunctionArm: Hashable, Sendable {
  /// Towards higher or lower kilometre posts.
  public enum Direction: String, Sendable { case up, down }

  public let line: String
  public let direction: Direction

  public init(line: String, direction: Direction) {
    self.line = line
    self.direction = direction
  }
}
