import FoundationEssentials
import Geodesy
public import Quantities

#if canImport(Glibc)
  import Glibc
#endif

/// The wind along a way, between the worst and the best that it may be.
public enum Wind: Hashable, Sendable {
  /// Along the way at cruise, in metres a second, positive from behind.
  case along(ClosedRange<Double>)
  /// From a direction at cruise, in metres a second.
  case blowing(from: Bearing, ClosedRange<Double>)
  /// The west wind of the place, the altitude and the season.
  case usual(WindClimatology, FlightOperations, dayOfYear: Int?)

  /// What the wind does to an aircraft on a course, in metres a second.
  struct Effect {
    /// From behind, least to most.
    let along: ClosedRange<Double>
    /// From the side, at its most.
    let across: Double
  }

  /// What the wind does at a place on the way.
  ///
  /// - Parameters:
  ///   - place: where.
  ///   - course: where the aircraft goes.
  ///   - altitude: metres.
  ///   - cruise: the usual altitude of the cruise in metres; a wind that is given holds there, and is less below.
  func effect(at place: Coordinate, course: Bearing, altitude: Double, cruise: Double) -> Effect {
    let part = cruise > 0 ? min(1, max(0, altitude / cruise)) : 1
    switch self {
    case .along(let range):
      return Effect(along: range.lowerBound * part...range.upperBound * part, across: 0)
    case .blowing(let direction, let speeds):
      let angle = (direction.degrees + 180 - course.degrees) * .pi / 180
      let ends = [speeds.lowerBound * cos(angle) * part, speeds.upperBound * cos(angle) * part]
        .sorted()
      return Effect(along: ends[0]...ends[1], across: abs(speeds.upperBound * sin(angle)) * part)
    case .usual(let climatology, let operations, let day):
      let west = climatology.westWind(at: place, altitude: altitude, dayOfYear: day)
      let spread = operations.windSpread * operations.strongestWinds.share(at: altitude)
      let angle = course.degrees * .pi / 180
      // Flights seek the wind behind them and avoid the one ahead.
      let along = west * sin(angle)
      let met = along * (along > 0 ? operations.tailwindFactor : operations.headwindFactor)
      return Effect(along: met - spread...met + spread, across: abs(west * cos(angle)))
    }
  }
}
