public import Datasets
public import Quantities

/// An aircraft type as far as flight times need it.
public struct Aircraft: Hashable, Sendable {
  public let id: String
  public let name: String
  /// A true airspeed that the type cannot pass in level flight.
  public let ceiling: Speed
  public let cruise: Interval<Speed>
  /// The wind along the way that may help or hinder.
  public let wind: Speed
  /// Minutes that climb, descent and approach add to distance over cruise speed.
  public let terminalMinutes: Interval<Double>
  /// Minutes from off-block to take-off and from landing to on-block together.
  public let taxiMinutes: Interval<Double>
  public let names: [String]
  public let source: String
}

extension DataFolder {
  /// The aircraft of `aircraft.csv`.
  ///
  /// - Throws: `DatasetError` with the line of the first mistake.
  public func aircraft() throws(DatasetError) -> [Aircraft] {
    let table = try table(
      "aircraft.csv",
      columns: [
        "id", "name", "ceiling_kmh", "cruise_low_kmh", "cruise_high_kmh", "wind_kmh",
        "terminal_low_min", "terminal_high_min", "taxi_low_min", "taxi_high_min", "names", "source",
      ])
    var fleet: [Aircraft] = []
    for row in table.rows {
      let low = try row.requiredNumber("cruise_low_kmh")
      let wind = try row.requiredNumber("wind_kmh")
      guard low > wind, wind >= 0 else {
        throw row.mistake("the wind must be less than the cruise speed", column: "wind_kmh")
      }
      fleet.append(
        Aircraft(
          id: try row.requiredText("id"), name: row["name"],
          ceiling: .kilometersPerHour(try row.requiredNumber("ceiling_kmh")),
          cruise: Interval(
            from: .kilometersPerHour(low),
            to: .kilometersPerHour(try row.requiredNumber("cruise_high_kmh"))),
          wind: .kilometersPerHour(wind),
          terminalMinutes: Interval(
            from: try row.requiredNumber("terminal_low_min"),
            to: try row.requiredNumber("terminal_high_min")),
          taxiMinutes: Interval(
            from: try row.requiredNumber("taxi_low_min"),
            to: try row.requiredNumber("taxi_high_min")), names: row.list("names"),
          source: row["source"]))
    }
    return fleet
  }
}
