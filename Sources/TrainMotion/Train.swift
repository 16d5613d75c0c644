public import Datasets
public import Quantities

/// A train as far as running time needs it.
public struct Train: Hashable, Sendable {
  public let id: String
  public let name: String
  /// A speed that no such train can pass: a physical ceiling.
  public let ceiling: Speed
  /// The end-to-end averages that such trains are known to reach.
  public let usualSpeed: Interval<Speed>
  public let names: [String]
  public let source: String
}

extension DataFolder {
  /// The trains of `trains.csv`.
  ///
  /// - Throws: `DatasetError` with the line of the first mistake.
  public func trains() throws(DatasetError) -> [Train] {
    let table = try table(
      "trains.csv",
      columns: ["id", "name", "ceiling_kmh", "usual_low_kmh", "usual_high_kmh", "names", "source"])
    var trains: [Train] = []
    for row in table.rows {
      let ceiling = try row.requiredNumber("ceiling_kmh")
      let low = try row.requiredNumber("usual_low_kmh")
      let high = try row.requiredNumber("usual_high_kmh")
      guard 0 < low, low <= high, high <= ceiling else {
        throw row.mistake(
          "the speeds must rise from usual_low_kmh to ceiling_kmh", column: "ceiling_kmh")
      }
      trains.append(
        Train(
          id: try row.requiredText("id"), name: row["name"],
          ceiling: .kilometersPerHour(ceiling),
          usualSpeed: Interval(from: .kilometersPerHour(low), to: .kilometersPerHour(high)),
          names: row.list("names"), source: row["source"]))
    }
    return trains
  }
}
