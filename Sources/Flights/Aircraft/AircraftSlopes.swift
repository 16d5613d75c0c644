import Datasets

/// The climbs and descents of `aircraft/slopes.csv`, which types share.
struct AircraftSlopes {
  static let columns = [
    "id", "name", "climb_cas_ms", "climb_low_ms", "climb_cas_rate_ms", "climb_mach_rate_ms",
    "descent_cas_ms", "descent_low_ms", "descent_cas_rate_ms", "descent_mach_rate_ms", "source",
  ]

  private let slopes: [String: (climb: Aircraft.Slope, descent: Aircraft.Slope, source: String)]

  init(table: Table) throws(DatasetError) {
    var slopes: [String: (climb: Aircraft.Slope, descent: Aircraft.Slope, source: String)] = [:]
    for row in table.rows {
      func slope(_ name: String) throws(DatasetError) -> Aircraft.Slope {
        let speed = try row.range("\(name)_cas_ms", within: 1...400)
        let low = try row.range("\(name)_low_ms", within: 0.1...200)
        let middle = try row.range("\(name)_cas_rate_ms", within: 0.1...200)
        let high = try row.range("\(name)_mach_rate_ms", within: 0.1...200)
        return Aircraft.Slope(calibratedAirspeed: speed, rates: [low, middle, high])
      }
      let (climb, descent) = (try slope("climb"), try slope("descent"))
      let source = "\(try row.requiredText("name")): \(try row.requiredText("source"))"
      slopes[try row.requiredText("id")] = (climb, descent, source)
    }
    self.slopes = slopes
  }

  /// The climb and the descent of an identifier, and where their numbers come from.
  ///
  /// - Throws: `DatasetError` with the line of a row that names none.
  subscript(
    id: String, row: Table.Row
  ) -> (climb: Aircraft.Slope, descent: Aircraft.Slope, source: String) {
    get throws(DatasetError) {
      guard let found = slopes[id] else {
        throw row.mistake("no climb is called '\(id)' in aircraft/slopes.csv", column: "slopes")
      }
      return found
    }
  }
}
