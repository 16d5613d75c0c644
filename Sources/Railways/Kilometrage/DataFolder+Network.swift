public import Datasets
import Gazetteer
import Quantities

extension DataFolder {
  /// The built-in kilometrage network.
  ///
  /// - Throws: `DatasetError` with the line of the first mistake.
  public func railNetwork() throws(DatasetError) -> RailNetwork {
    let lines = try railwayLines()
    do {
      return try RailNetwork(
        lines: lines, sides: try junctionSides(), breakSites: try gaugeBreakSites())
    } catch let error as RailwaysError {
      throw .malformed(
        file: "geo/kilometrage.csv", line: 1, column: 1, message: error.description)
    } catch let error as DatasetError {
      throw error
    } catch {
      throw .unreadable("geo/kilometrage.csv", reason: "\(error)")
    }
  }

  private func railwayLines() throws(DatasetError) -> [RailwayLine] {
    let posts = try kilometragePosts()
    let sections = try lineSections()
    let table = try table(
      "lines.csv", columns: ["id", "name", "half_width_km", "half_width_percent", "source"])
    var lines: [RailwayLine] = []
    for row in table.rows {
      let id = try row.requiredText("id")
      guard !lines.contains(where: { $0.id == id }) else {
        throw row.mistake("the line '\(id)' is there twice", column: "id")
      }
      let ordered = (posts[id] ?? []).sorted { $0.chainage < $1.chainage }
      guard ordered.count >= 2 else {
        throw row.mistake(
          "the line '\(id)' has fewer than 2 posts in kilometrage.csv", column: "id")
      }
      lines.append(
        RailwayLine(
          id: id, name: row["name"], posts: ordered, sections: sections[id] ?? [],
          halfWidth: .kilometers(try row.requiredNumber("half_width_km")),
          halfWidthShare: try row.requiredNumber("half_width_percent") / 100))
    }
    return lines
  }

  private func kilometragePosts() throws(DatasetError) -> [String: [KilometragePost]] {
    let table = try table(
      "kilometrage.csv", columns: ["line", "km", "station", "status", "half_width_km", "source"])
    var posts: [String: [KilometragePost]] = [:]
    for row in table.rows {
      guard let status = KilometrageStatus(rawValue: row["status"]) else {
        throw row.mistake("'\(row["status"])' is no status of a kilometre post", column: "status")
      }
      posts[row["line"], default: []].append(
        KilometragePost(
          place: Place.ID(try row.requiredText("station")),
          chainage: .kilometers(try row.requiredNumber("km")), status: status,
          halfWidth: .kilometers(try row.number("half_width_km") ?? 0),
          number: try row.number("number_km").map { .kilometers($0) }))
    }
    return posts
  }

  private func lineSections() throws(DatasetError) -> [String: [LineSection]] {
    let table = try table(
      "sections.csv",
      columns: [
        "line", "from_km", "to_km", "gauges_mm", "electrification", "country", "line_speed_kmh",
      ])
    var sections: [String: [LineSection]] = [:]
    for row in table.rows {
      let start = Distance.kilometers(try row.requiredNumber("from_km"))
      let end = Distance.kilometers(try row.requiredNumber("to_km"))
      guard start < end else {
        throw row.mistake("the section ends before it begins", column: "to_km")
      }
      sections[row["line"], default: []].append(
        LineSection(
          range: start...end, gauges: try gauges(row, "gauges_mm"),
          electrification: row["electrification"], country: row["country"],
          lineSpeed: try row.number("line_speed_kmh").map { .kilometersPerHour($0) }))
    }
    return sections
  }

  private func gauges(_ row: Table.Row, _ column: String) throws(DatasetError) -> Set<Gauge> {
    var gauges: Set<Gauge> = []
    for text in row.list(column) {
      guard let millimeters = Int(text), (100...3_000).contains(millimeters) else {
        throw row.mistake("'\(text)' is no gauge in millimetres", column: column)
      }
      gauges.insert(Gauge(millimeters: millimeters))
    }
    guard !gauges.isEmpty else { throw row.mistake("the gauge is blank", column: column) }
    return gauges
  }

  private func junctionSides() throws(DatasetError) -> [Place.ID: [JunctionArm: String]] {
    let table = try table("junctions.csv", columns: ["station", "line", "direction", "side"])
    var sides: [Place.ID: [JunctionArm: String]] = [:]
    for row in table.rows {
      guard let direction = JunctionArm.Direction(rawValue: row["direction"]) else {
        throw row.mistake("the direction must be 'up' or 'down'", column: "direction")
      }
      let arm = JunctionArm(line: row["line"], direction: direction)
      sides[Place.ID(row["station"]), default: [:]][arm] = row["side"]
    }
    return sides
  }

  private func gaugeBreakSites() throws(DatasetError) -> [Place.ID: [GaugeBreakSite]] {
    let table = try table(
      "gauge_breaks.csv",
      columns: [
        "station", "from_mm", "to_mm", "method", "least_hours", "most_hours", "preference",
        "status", "source",
      ])
    var sites: [Place.ID: [GaugeBreakSite]] = [:]
    for row in table.rows {
      guard let status = GaugeBreakSite.Status(rawValue: row["status"]) else {
        throw row.mistake("'\(row["status"])' is no status of a gauge break", column: "status")
      }
      let gauges = try gauges(row, "from_mm").union(try gauges(row, "to_mm"))
      let preference = try row.requiredNumber("preference")
      guard (1...8).contains(preference) else {
        throw row.mistake("the preference must be within 1 and 8", column: "preference")
      }
      sites[Place.ID(row["station"]), default: []].append(
        GaugeBreakSite(
          gauges: gauges, method: row["method"],
          hours: (try row.number("least_hours"), try row.number("most_hours")),
          preference: Int(held: preference), status: status, source: row["source"]))
    }
    return sites
  }
}
