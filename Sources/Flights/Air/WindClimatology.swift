import FoundationEssentials
public import Geodesy
import Quantities

#if canImport(Glibc)
  import Glibc
#endif

/// The mean west wind by altitude, place and season.
///
/// Means over cells of 10° of latitude and 30° of longitude, at levels of pressure, in January and July: the jets over
/// the western Atlantic and east of Asia are in it, the weather of a day is not.
public struct WindClimatology: Hashable, Sendable {
  /// The winds of a level of pressure.
  struct Level: Hashable, Sendable {
    /// The altitude in metres where the standard atmosphere has that pressure.
    let altitude: Double
    /// West winds in metres a second, by latitude and then by longitude.
    var january: [[Double]]
    var july: [[Double]]
  }

  /// From the ground up; at least one.
  let levels: [Level]
  /// Degrees, rising, at even steps.
  let latitudes: [Double]
  /// Degrees, rising, at even steps around the Earth.
  let longitudes: [Double]

  /// The west wind in metres a second, negative from the east: linear between the middles of cells and between levels,
  /// and as a cosine of the year between January and July.
  ///
  /// - Parameters:
  ///   - place: where.
  ///   - altitude: metres; above and below the levels the nearest one holds.
  ///   - dayOfYear: 1 to 366; nil for the mean of the year.
  public func westWind(at place: Coordinate, altitude: Double, dayOfYear: Int?) -> Double {
    let january = dayOfYear.map { 0.5 * (1 + cos(2 * .pi * (Double($0) - 15) / 365.25)) } ?? 0.5
    guard let next = levels.firstIndex(where: { $0.altitude >= altitude }) else {
      return levels.last.map { wind(of: $0, at: place, january) } ?? 0
    }
    guard next > 0 else { return wind(of: levels[0], at: place, january) }
    let (below, above) = (levels[next - 1], levels[next])
    let share = (altitude - below.altitude) / (above.altitude - below.altitude)
    return wind(of: below, at: place, january) * (1 - share)
      + wind(of: above, at: place, january) * share
  }

  private func wind(of level: Level, at place: Coordinate, _ january: Double) -> Double {
    guard latitudes.count > 1, longitudes.count > 1 else { return 0 }
    let row =
      (place.latitude - latitudes[0]) / (latitudes[1] - latitudes[0])
    let south = min(max(0, Int(held: row.rounded(.down))), latitudes.count - 2)
    let north = min(1, max(0, row - Double(south)))
    let turn = (place.longitude - longitudes[0]) / (longitudes[1] - longitudes[0])
    let before = Int(held: turn.rounded(.down))
    let east = turn - Double(before)
    let count = longitudes.count
    let columns = [(before % count + count) % count, ((before + 1) % count + count) % count]
    func wind(_ grid: [[Double]]) -> Double {
      let (low, high) = (grid[south], grid[south + 1])
      return (low[columns[0]] * (1 - north) + high[columns[0]] * north) * (1 - east)
        + (low[columns[1]] * (1 - north) + high[columns[1]] * north) * east
    }
    return wind(level.january) * january + wind(level.july) * (1 - january)
  }
}
