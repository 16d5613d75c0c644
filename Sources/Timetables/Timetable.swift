public import Geodesy

/// When trains are to be where.
public struct Timetable: Sendable {
  /// A place at which trains call.
  public struct Stop: Hashable, Sendable {
    public let id: String
    public let name: String
    /// nil where the timetable does not say; then the name is all there is.
    public let coordinate: Coordinate?
  }

  /// A call of a trip at a stop; seconds since midnight of the trip's first day, by one clock for the whole trip.
  public struct Call: Hashable, Sendable {
    /// An index into the stops.
    public let stop: Int
    public let arrival: Int
    public let departure: Int
    /// The line of the file, for messages.
    public let line: Int
  }

  /// One train of the timetable.
  public struct Trip: Hashable, Sendable {
    public let id: String
    public let route: String
    /// In order, at least two.
    public let calls: [Call]
    /// An index into the shapes; nil where the way is not drawn.
    public let shape: Int?
  }

  public let name: String
  public let stops: [Stop]
  public let trips: [Trip]
  /// The ways that trips are drawn along.
  public let shapes: [Polyline]
  /// What was read and what was left out, with counts.
  public let remarks: [String]
  /// Whether all times are whole minutes, so that each may be off by half of one.
  public let isInMinutes: Bool

  init(
    name: String, stops: [Stop], trips: [Trip], shapes: [Polyline] = [], remarks: [String] = []
  ) {
    self.name = name
    self.stops = stops
    self.trips = trips
    self.shapes = shapes
    self.remarks = remarks
    isInMinutes = trips.allSatisfy { trip in
      trip.calls.allSatisfy { $0.arrival.isMultiple(of: 60) && $0.departure.isMultiple(of: 60) }
    }
  }

  /// How far the time between two calls may be off by rounding, in seconds either way.
  public var rounding: Double { isInMinutes ? 60 : 1 }
}

/// Why a timetable cannot be read.
public enum TimetablesError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The message says what, where, and what to do.
  case malformed(String)

  public var description: String {
    switch self {
    case .malformed(let message): message
    }
  }
}
