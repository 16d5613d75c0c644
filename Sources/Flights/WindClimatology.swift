public import Datasets
import FoundationEssentials

#if canImport(Glibc)
  import Glibc
#endif

/// The zonal mean of the west wind at cruising altitudes, by latitude and season.
public struct WindClimatology: Hashable, Sendable {
  /// Rising latitudes in degrees with the west wind in metres a second in mid-January and mid-July.
  private let rows: [Row]

  private struct Row: Hashable, Sendable {
    let latitude: Double
    let january: Double
    let july: Double
  }

  /// The west wind in metres a second, negative from the east; between January and July it goes up and down as a
  /// cosine of the year.
  ///
  /// - Parameters:
  ///   - latitude: degrees, north positive.
  ///   - dayOfYear: 1 to 366; nil for the mean of the year.
  public func westWind(at latitude: Double, dayOfYear: Int?) -> Double {
    let winter =
      dayOfYear.map { 0.5 * (1 + cos(2 * .pi * (Double($0) - 15) / 365.25)) } ?? 0.5
    func wind(_ row: Row) -> Double { row.january * winter + row.july * (1 - winter) }
    guard let next = rows.firstIndex(where: { $0.latitude >= latitude }) else {
      return rows.last.map(wind) ?? 0
    }
    guard next > 0 else { return wind(rows[0]) }
    let (south, north) = (rows[next - 1], rows[next])
    let share = (latitude - south.latitude) / (north.latitude - south.latitude)
    return wind(south) * (1 - share) + wind(north) * share
  }

  init(table: Table) throws(DatasetError) {
    var rows: [Row] = []
    for row in table.rows {
      let latitude = try row.requiredNumber("latitude")
      guard (-90...90).contains(latitude), rows.last.map({ $0.latitude < latitude }) ?? true else {
        throw row.mistake("latitudes must rise within -90 and 90", column: "latitude")
      }
      rows.append(
        Row(
          latitude: latitude, january: try row.requiredNumber("january_ms"),
          july: try row.requiredNumber("july_ms")))
    }
    self.rows = rows
  }
}

extension DataFolder {
  /// The climatology of `aircraft/winds.csv`.
  ///
  /// - Throws: `DatasetError` with the line of the first mistake.
  public func windClimatology() throws(DatasetError) -> WindClimatology {
    try WindClimatology(
      table: table(
        "aircraft/winds.csv", columns: ["latitude", "january_ms", "july_ms", "status", "source"]))
  }
}
