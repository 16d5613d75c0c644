import Datasets

/// The strongest winds that were measured, by altitude: no flight has had more behind it.
public struct StrongestWinds: Hashable, Sendable {
  /// Metres, rising, with metres a second.
  private let profile: [Point]

  private struct Point: Hashable, Sendable {
    let altitude: Double
    let speed: Double
  }

  /// Metres a second at an altitude in metres; linear between the altitudes of the table, and that of the nearest one
  /// beyond.
  public func speed(at altitude: Double) -> Double {
    guard let next = profile.firstIndex(where: { $0.altitude >= altitude }) else {
      return profile.last?.speed ?? 0
    }
    guard next > 0 else { return profile[0].speed }
    let (low, high) = (profile[next - 1], profile[next])
    let share = (altitude - low.altitude) / (high.altitude - low.altitude)
    return low.speed * (1 - share) + high.speed * share
  }

  /// The strongest in metres a second from the ground up to an altitude in metres.
  public func strongest(below altitude: Double) -> Double {
    profile.reduce(speed(at: altitude)) { $1.altitude <= altitude ? max($0, $1.speed) : $0 }
  }

  /// The speed at an altitude as a share of the greatest at any, which is how days differ at it.
  func share(at altitude: Double) -> Double {
    let most = profile.reduce(0) { max($0, $1.speed) }
    return most > 0 ? speed(at: altitude) / most : 0
  }

  init(table: Table) throws(DatasetError) {
    var profile: [Point] = []
    for row in table.rows {
      let point = Point(
        altitude: try row.requiredNumber("altitude_m"), speed: try row.requiredNumber("speed_ms"))
      guard profile.last.map({ $0.altitude < point.altitude }) ?? true,
        (0...300).contains(point.speed)
      else {
        throw row.mistake(
          "altitudes must rise, and speeds lie within 0 and 300 m/s", column: "altitude_m")
      }
      profile.append(point)
    }
    self.profile = profile
  }
}

extension DataFolder {
  /// The winds of `aircraft/strongest_winds.csv`.
  ///
  /// - Throws: `DatasetError` with the line of the first mistake.
  func strongestWinds() throws(DatasetError) -> StrongestWinds {
    try StrongestWinds(
      table: table(
        "aircraft/strongest_winds.csv", columns: ["altitude_m", "speed_ms", "status", "source"]))
  }
}
