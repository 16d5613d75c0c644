public import Datasets
import Quantities

extension DataFolder {
  /// The aircraft of `aircraft/types.csv`, and the families of `aircraft/families.csv` after them.
  ///
  /// - Throws: `DatasetError` with the line of the first mistake.
  public func aircraft() throws(DatasetError) -> [Aircraft] {
    let slopes = try AircraftSlopes(
      table: table("aircraft/slopes.csv", columns: AircraftSlopes.columns))
    var types: [Aircraft] = []
    for row in try table("aircraft/types.csv", columns: Aircraft.columns).rows {
      types.append(try Aircraft(row, slopes))
    }
    for row in try table("aircraft/families.csv", columns: ["id", "name", "names", "members"]).rows
    {
      types.append(try Aircraft(family: row, of: types))
    }
    guard Set(types.map(\.id)).count == types.count else {
      throw .malformed(
        file: "aircraft/types.csv", line: 1, column: 1, message: "an identifier stands twice")
    }
    return types.map { type in
      var type = type
      type.farther = type.fartherType.flatMap { id in types.first { $0.id == id } }?.performance
      return type
    }
  }
}

extension Aircraft {
  static let columns = [
    "id", "name", "names", "ceiling_kmh", "ceiling_source", "cruise", "cruise_source",
    "altitude_m", "altitude_source", "slopes", "range_km", "range_source", "farther", "drifts",
  ]

  fileprivate init(_ row: Table.Row, _ slopes: AircraftSlopes) throws(DatasetError) {
    let ceiling = try row.range("ceiling_kmh", within: 20...12_000)
    let altitude = try row.range("altitude_m", within: 1...30_000)
    let range = try row.range("range_km", within: 20...45_000)
    let isMach = row["cruise"].hasPrefix("M")
    let cruise = try row.range(
      "cruise", within: isMach ? 0.1...7 : 5...5_000, after: isMach ? "M" : "")
    let (climb, descent, slopeSource) = try slopes[row.requiredText("slopes"), row]
    var sources: [SourcedNumbers.Source] = []
    for (field, column) in [
      ("ceiling_kmh", "ceiling_source"), (isMach ? "cruise_mach" : "cruise_kmh", "cruise_source"),
      ("cruise_altitude_m", "altitude_source"),
    ] {
      sources.append(.init(field: field, words: try row.requiredText(column)))
    }
    sources.append(.init(field: "climb_and_descent_ms", words: slopeSource))
    sources.append(.init(field: "range_km", words: try row.requiredText("range_source")))
    self.init(
      id: try row.requiredText("id"), name: try row.requiredText("name"),
      names: row.list("names"), ceiling: .kilometersPerHour(ceiling.upperBound),
      cruise: isMach
        ? .mach(cruise) : .trueAirspeed(cruise.lowerBound / 3.6...cruise.upperBound / 3.6),
      cruiseAltitude: altitude, climb: climb, descent: descent,
      range: .kilometers(range.lowerBound) ... .kilometers(range.upperBound),
      drifts: row["drifts"] == "yes", sources: sources,
      fartherType: row["farther"].isEmpty ? nil : row["farther"], farther: nil)
  }

  /// A family: from the least to the most of its members.
  fileprivate init(family row: Table.Row, of types: [Aircraft]) throws(DatasetError) {
    var members: [Aircraft] = []
    for id in row.list("members") {
      guard let type = types.first(where: { $0.id == id }) else {
        throw row.mistake("no type is called '\(id)'", column: "members")
      }
      members.append(type)
    }
    guard let first = members.first else {
      throw row.mistake("a family has members", column: "members")
    }
    let hull = members.dropFirst().reduce(first.performance) { $0.hull($1.performance) }
    self.init(
      id: try row.requiredText("id"), name: try row.requiredText("name"),
      names: row.list("names"),
      ceiling: members.reduce(first.ceiling) { Swift.max($0, $1.ceiling) }, cruise: hull.cruise,
      cruiseAltitude: hull.cruiseAltitude, climb: hull.climb, descent: hull.descent,
      range: hull.range, drifts: first.drifts,
      sources: [
        .init(
          field: "family_of",
          words: "from the least to the most of \(members.map(\.name).joined(separator: ", "))")
      ], fartherType: nil, farther: nil)
  }
}

extension Table.Row {
  /// A number or an interval `a..b`, after a prefix.
  func range(
    _ column: String, within limits: ClosedRange<Double>, after prefix: String = ""
  ) throws(DatasetError) -> ClosedRange<Double> {
    let text = try requiredText(column).dropFirst(prefix.count)
    let parts = text.split(separator: "..", maxSplits: 1).compactMap { Double($0) }
    guard let low = parts.first, let high = parts.last, low <= high, limits.contains(low),
      limits.contains(high), text.contains("..") == (parts.count == 2)
    else {
      throw mistake(
        "'\(column)' is a number or an interval a..b within \(limits.lowerBound) and "
          + "\(limits.upperBound)", column: column)
    }
    return low...high
  }
}
