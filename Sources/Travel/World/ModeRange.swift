import Datasets
public import Quantities

/// What can be said of a way without a network: how much longer than the geodesic, how fast.
public struct ModeRange: Hashable, Sendable {
  /// The way divided by the geodesic; 1 at the least.
  public let detour: Interval<Double>
  /// What few vehicles of the mode pass in service.
  public let ceiling: Speed
  /// What none ever passed.
  public let record: Speed
  public let usualSpeed: Interval<Speed>
  public let source: String
}

extension DataFolder {
  /// The ranges of `modes.csv`.
  ///
  /// - Throws: `DatasetError` with the line of the first mistake.
  func modeRanges() throws(DatasetError) -> [TravelMode: ModeRange] {
    let table = try table(
      "modes.csv",
      columns: [
        "mode", "least_ratio", "most_ratio", "ceiling_kmh", "record_kmh", "usual_low_kmh",
        "usual_high_kmh",
        "source",
      ])
    var ranges: [TravelMode: ModeRange] = [:]
    for row in table.rows {
      guard let mode = TravelMode(rawValue: row["mode"]) else {
        throw row.mistake("'\(row["mode"])' is no mode of travel", column: "mode")
      }
      let least = try row.requiredNumber("least_ratio")
      let most = try row.requiredNumber("most_ratio")
      guard 1 <= least, least <= most else {
        throw row.mistake("a way cannot be shorter than the geodesic", column: "least_ratio")
      }
      ranges[mode] = ModeRange(
        detour: Interval(from: least, to: most),
        ceiling: .kilometersPerHour(try row.requiredNumber("ceiling_kmh")),
        record: .kilometersPerHour(try row.requiredNumber("record_kmh")),
        usualSpeed: Interval(
          from: .kilometersPerHour(try row.requiredNumber("usual_low_kmh")),
          to: .kilometersPerHour(try row.requiredNumber("usual_high_kmh"))),
        source: row["source"])
    }
    return ranges
  }
}
