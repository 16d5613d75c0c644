public import Chronology
public import Datasets
public import Flights

/// An airspace that some or all flights kept out of for a time.
///
/// That it bound a flight is an assumption: which carriers it bound, and whether one of them flew, reports seldom say. It
/// makes a flight's way longer than the straight line at the most; no report is contradicted by it.
public struct AirspaceClosure: Hashable, Sendable {
  public let id: String
  public let name: String
  /// The polygons; the ends of a flight within one of them show that it did not bind that flight.
  public let spaces: [Airspace]
  public let from: CivilDate
  /// The last day; nil where it goes on.
  public let until: CivilDate?
  /// Whom it bound, in words.
  public let carriers: String
  public let source: String

  /// Whether it held on a day.
  public func holds(on date: CivilDate) -> Bool {
    from <= date && until.map { date <= $0 } ?? true
  }
}

extension DataFolder {
  /// The closures of `aircraft/closures.csv` with the areas of `aircraft/closure_areas.csv`, in the table's order.
  ///
  /// Read only where they are asked for.
  /// - Throws: `DatasetError` with the line of the first mistake.
  public func airspaceClosures() throws(DatasetError) -> [AirspaceClosure] {
    var areas: [String: [Airspace]] = [:]
    let table = try self.table(
      "aircraft/closure_areas.csv", columns: ["name", "title", "area", "source"])
    for row in table.rows {
      areas[try row.requiredText("name"), default: []] += try Airspace.spaces(of: row)
    }
    var closures: [AirspaceClosure] = []
    let columns = ["id", "name", "areas", "from", "until", "for", "source"]
    for row in try self.table("aircraft/closures.csv", columns: columns).rows {
      closures.append(try AirspaceClosure(row, areas))
    }
    return closures
  }
}

extension AirspaceClosure {
  fileprivate init(_ row: Table.Row, _ areas: [String: [Airspace]]) throws(DatasetError) {
    var spaces: [Airspace] = []
    for area in row.list("areas") {
      guard let found = areas[area] else {
        throw row.mistake("no area of closure_areas.csv is called '\(area)'", column: "areas")
      }
      spaces += found
    }
    let until = CivilDate(iso: row["until"])
    guard !spaces.isEmpty, let from = CivilDate(iso: row["from"]),
      until.map({ $0 >= from }) ?? row["until"].isEmpty
    else {
      throw row.mistake(
        "a closure has areas and days such as 2022-02-27, the first not after the last",
        column: "from")
    }
    self.init(
      id: try row.requiredText("id"), name: try row.requiredText("name"), spaces: spaces,
      from: from, until: until, carriers: try row.requiredText("for"),
      source: try row.requiredText("source"))
  }
}
