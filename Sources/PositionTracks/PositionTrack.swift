public import Chronology
public import Geodesy

/// Where something was, moment by moment: a GPS log, or what receivers heard of an aircraft.
public struct PositionTrack: Sendable {
  public struct Point: Hashable, Sendable {
    public let time: Instant
    public let coordinate: Coordinate

    public init(time: Instant, coordinate: Coordinate) {
      self.time = time
      self.coordinate = coordinate
    }
  }

  /// At least two, in the order of time.
  public let points: [Point]

  /// - Parameter points: at least two, in the order of time.
  init(points: [Point]) { self.points = points }

  /// The greatest number of points that is read.
  public static let pointLimit = 1_000_000

  /// Reads a track: GPX (Topografix, version 1.0 or 1.1) where the file begins with `<`, else a table of
  /// comma-separated values with a time and a position.
  ///
  /// - Throws: `PositionTrackError` with what is wrong, and where.
  public init(bytes: [UInt8], name: String) throws(PositionTrackError) {
    let start = bytes.first { !" \n\r\t\u{FEFF}".utf8.contains($0) }
    let read =
      start == UInt8(ascii: "<")
      ? try Self.gpx(bytes, name: name) : try Self.table(bytes, name: name)
    guard read.count <= Self.pointLimit else {
      throw PositionTrackError(file: name, message: "it has more than \(Self.pointLimit) points")
    }
    var points: [Point] = []
    for point in read.sorted(by: { $0.time < $1.time }) where points.last?.time != point.time {
      points.append(point)
    }
    guard points.count >= 2 else {
      throw PositionTrackError(
        file: name, message: "a track needs points of at least two moments; it has \(points.count)")
    }
    self.points = points
  }
}

/// Why a track cannot be read.
public struct PositionTrackError: Error, Sendable, CustomStringConvertible {
  public let file: String
  public let message: String

  public var description: String { "\(file): \(message)" }

  init(file: String, message: String) {
    self.file = file
    self.message = message
  }
}
