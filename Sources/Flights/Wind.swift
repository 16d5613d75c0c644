import FoundationEssentials
import Geodesy
public import Quantities

#if canImport(Glibc)
  import Glibc
#endif

/// The wind at cruising altitude along a way, between the worst and the best that it may be.
public enum Wind: Hashable, Sendable {
  /// Along the way in metres a second, positive from behind.
  case along(ClosedRange<Double>)
  /// From a direction, in metres a second.
  case blowing(from: Bearing, ClosedRange<Double>)
  /// The west wind of the latitude and season.
  case usual(WindClimatology, FlightOperations, dayOfYear: Int?)

  /// What the wind does to an aircraft on a course, in metres a second.
  struct Effect {
    /// From behind, least to most.
    let along: ClosedRange<Double>
    /// From the side, at its most.
    let across: Double
  }

  func effect(at place: Coordinate, course: Bearing) -> Effect {
    switch self {
    case .along(let range): return Effect(along: range, across: 0)
    case .blowing(let direction, let speeds):
      let angle = (direction.degrees + 180 - course.degrees) * .pi / 180
      let ends = [speeds.lowerBound * cos(angle), speeds.upperBound * cos(angle)].sorted()
      return Effect(along: ends[0]...ends[1], across: abs(speeds.upperBound * sin(angle)))
    case .usual(let climatology, let operations, let day):
      let west =
        climatology.westWind(at: place.latitude, dayOfYear: day) * operations.windFactor
      let angle = course.degrees * .pi / 180
      let along = west * sin(angle)
      return Effect(
        along: along - operations.windSpread...along + operations.windSpread,
        across: abs(west * cos(angle)))
    }
  }
}
