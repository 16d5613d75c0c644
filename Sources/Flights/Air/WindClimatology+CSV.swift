public import Datasets

extension DataFolder {
  /// The climatology of `aircraft/winds.csv`.
  ///
  /// - Throws: `DatasetError` with the line of the first mistake.
  public func windClimatology() throws(DatasetError) -> WindClimatology {
    try WindClimatology(
      table: table("aircraft/winds.csv", columns: ["level_hpa", "month", "latitude", "source"]))
  }
}

extension WindClimatology {
  init(table: Table) throws(DatasetError) {
    let columns = table.columns.filter { $0.hasPrefix("ms_") }
    let longitudes = columns.compactMap { Double($0.dropFirst(3)) }
    guard columns.count > 1, longitudes.count == columns.count, Self.areEven(longitudes),
      let first = table.rows.first
    else {
      throw .malformed(
        file: table.name, line: 1, column: 1,
        message: "columns ms_-180, ms_-150 … name longitudes at even steps, and there are rows")
    }
    var levels: [Double: Level] = [:]
    var latitudes: [Double] = []
    for row in table.rows {
      let latitude = try Self.add(row, columns, to: &levels)
      if latitudes.last.map({ $0 < latitude }) ?? true { latitudes.append(latitude) }
    }
    guard Self.areEven(latitudes),
      levels.values.allSatisfy({
        $0.january.count == latitudes.count && $0.july.count == latitudes.count
      })
    else {
      throw first.mistake(
        "every level has the same latitudes, rising at even steps, for both months",
        column: "latitude")
    }
    self.init(
      levels: levels.values.sorted { $0.altitude < $1.altitude }, latitudes: latitudes,
      longitudes: longitudes)
  }

  /// Adds the winds of a row to its level; returns its latitude.
  private static func add(
    _ row: Table.Row, _ columns: [String], to levels: inout [Double: Level]
  ) throws(DatasetError) -> Double {
    let pressure = try row.requiredNumber("level_hpa")
    let latitude = try row.requiredNumber("latitude")
    guard (50...1_100).contains(pressure), (-90...90).contains(latitude) else {
      throw row.mistake(
        "a level within 50 and 1100 hPa and a latitude are wanted", column: "level_hpa")
    }
    var winds: [Double] = []
    for column in columns { winds.append(try row.requiredNumber(column)) }
    var level =
      levels[pressure]
      ?? Level(
        altitude: StandardAtmosphere.altitude(pressure: pressure * 100), january: [], july: [])
    switch try row.requiredText("month") {
    case "1": level.january.append(winds)
    case "7": level.july.append(winds)
    default: throw row.mistake("the month is 1 or 7", column: "month")
    }
    levels[pressure] = level
    return latitude
  }

  private static func areEven(_ values: [Double]) -> Bool {
    guard values.count > 1 else { return false }
    let step = values[1] - values[0]
    return step > 0
      && zip(values, values.dropFirst()).allSatisfy { abs($0.1 - $0.0 - step) < 1e-9 }
  }
}
