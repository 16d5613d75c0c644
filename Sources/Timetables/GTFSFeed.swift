import Datasets
import Geodesy
import Quantities

/// Reads a feed of the General Transit Feed Specification (https://gtfs.org/schedule/reference, 2024).
///
/// Trips by rail only, unless told otherwise. Calls without a time are passed over; their section is that between the
/// timed calls around them.
public struct GTFSFeed: Sendable {
  /// `route_type`s that run on rails: tram, metro, rail, funicular, monorail, and the extended ones.
  static func isRail(_ type: Int) -> Bool {
    [0, 1, 2, 5, 7, 12].contains(type) || (100...117).contains(type)
      || (400...405).contains(type) || (900...906).contains(type)
  }

  private let file: FeedFile
  private let name: String
  private let takesAll: Bool

  /// - Parameters:
  ///   - path: of a ZIP archive or a folder.
  ///   - takesAll: buses and ferries too.
  /// - Throws: `TimetablesError.malformed` where there is no such file.
  public init(path: String, takesAll: Bool = false) throws(TimetablesError) {
    file = try FeedFile(path: path)
    name = path.split(separator: "/").last.map(String.init) ?? path
    self.takesAll = takesAll
  }

  /// The timetable of the feed.
  ///
  /// - Throws: `TimetablesError.malformed` with the file, line and column of the first mistake.
  public func timetable() throws(TimetablesError) -> Timetable {
    do { return try read() } catch let error as TimetablesError { throw error } catch {
      throw .malformed("\(name): \(error)")
    }
  }

  private struct TripRow {
    let route: String
    let shape: String
  }

  private func read() throws -> Timetable {
    var remarks: [String] = []
    let (stops, index) = try stops()
    let (rows, dropped) = try tripRows()
    if dropped > 0 { remarks.append("\(dropped) trips left out: not by rail") }
    var shapes: [Polyline] = []
    let shapeIndex = try self.shapes(Set(rows.values.map(\.shape)), &shapes)
    let (calls, untimed) = try calls(of: rows, index)
    if untimed > 0 { remarks.append("\(untimed) calls without a time passed over") }
    if try file.bytes(of: "frequencies.txt").map({ $0.split(separator: 10).count > 1 }) == true {
      remarks.append("frequencies.txt is not read; its trips count once")
    }
    let trips = calls.sorted { $0.key < $1.key }.compactMap { id, calls -> Timetable.Trip? in
      guard calls.count >= 2, let row = rows[id] else { return nil }
      return Timetable.Trip(
        id: id, route: row.route, calls: calls, shape: shapeIndex[row.shape])
    }
    guard !trips.isEmpty else {
      throw TimetablesError.malformed(
        "\(name): there is no trip by rail with two timed calls"
          + (takesAll ? "" : "; those of other modes are left out unless all are asked for"))
    }
    return Timetable(name: name, stops: stops, trips: trips, shapes: shapes, remarks: remarks)
  }

  private func table(_ file: String, _ columns: [String]) throws -> Table {
    try Table(bytes: try bytes(of: file), name: file, columns: columns)
  }

  /// Stop times are most of a feed, and most of them may be of no wanted trip: none is kept.
  private func eachRow(
    of file: String, _ columns: [String], _ take: (Table.Row) throws(DatasetError) -> Void
  ) throws {
    try Table.read(try bytes(of: file), name: file, columns: columns, take)
  }

  private func bytes(of file: String) throws(TimetablesError) -> [UInt8] {
    guard let bytes = try self.file.bytes(of: file) else {
      throw .malformed("\(name): it has no \(file); is it a GTFS feed?")
    }
    return bytes
  }

  private func stops() throws -> ([Timetable.Stop], [String: Int]) {
    var stops: [Timetable.Stop] = []
    var index: [String: Int] = [:]
    for row in try table("stops.txt", ["stop_id"]).rows {
      var coordinate: Coordinate?
      if let latitude = try row.number("stop_lat"), let longitude = try row.number("stop_lon"),
        latitude != 0 || longitude != 0
      {
        do { coordinate = try Coordinate(latitude: latitude, longitude: longitude) } catch {
          throw row.mistake("\(error)", column: "stop_lat")
        }
      }
      let id = row["stop_id"]
      index[id] = stops.count
      stops.append(
        Timetable.Stop(
          id: id, name: row["stop_name"].isEmpty ? id : row["stop_name"], coordinate: coordinate))
    }
    return (stops, index)
  }

  private func tripRows() throws -> (trips: [String: TripRow], dropped: Int) {
    var routes: [String: String] = [:]
    for row in try table("routes.txt", ["route_id", "route_type"]).rows {
      guard let type = Int(exactly: try row.requiredNumber("route_type")) else {
        throw row.mistake(
          "a route_type is a whole number, such as 2 for rail", column: "route_type")
      }
      guard takesAll || Self.isRail(type) else { continue }
      let names = [row["route_short_name"], row["route_long_name"], row["route_id"]]
      routes[row["route_id"]] = names.first { !$0.isEmpty } ?? ""
    }
    var trips: [String: TripRow] = [:]
    var dropped = 0
    for row in try table("trips.txt", ["route_id", "trip_id"]).rows {
      guard let route = routes[row["route_id"]] else {
        dropped += 1
        continue
      }
      trips[row["trip_id"]] = TripRow(route: route, shape: row["shape_id"])
    }
    return (trips, dropped)
  }

  private func calls(
    of trips: [String: TripRow], _ stops: [String: Int]
  ) throws -> (calls: [String: [Timetable.Call]], untimed: Int) {
    var calls: [String: [(sequence: Double, call: Timetable.Call)]] = [:]
    var untimed = 0
    try eachRow(of: "stop_times.txt", ["trip_id", "stop_id", "stop_sequence"]) {
      row throws(DatasetError) in
      let trip = row["trip_id"]
      guard trips[trip] != nil else { return }
      guard let stop = stops[row["stop_id"]] else {
        throw row.mistake("no stop has the stop_id '\(row["stop_id"])'", column: "stop_id")
      }
      let arrival = try TimetableText.seconds(row, "arrival_time")
      let departure = try TimetableText.seconds(row, "departure_time")
      guard let first = arrival ?? departure, let last = departure ?? arrival else {
        untimed += 1
        return
      }
      calls[trip, default: []].append(
        (
          try row.requiredNumber("stop_sequence"),
          Timetable.Call(stop: stop, arrival: first, departure: last, line: row.line)
        ))
    }
    return (calls.mapValues { $0.sorted { $0.sequence < $1.sequence }.map(\.call) }, untimed)
  }

  private func shapes(
    _ wanted: Set<String>, _ shapes: inout [Polyline]
  ) throws -> [String: Int] {
    guard let bytes = try file.bytes(of: "shapes.txt") else { return [:] }
    var points: [String: [(sequence: Double, point: Coordinate)]] = [:]
    let columns = ["shape_id", "shape_pt_lat", "shape_pt_lon", "shape_pt_sequence"]
    try Table.read(bytes, name: "shapes.txt", columns: columns) { row throws(DatasetError) in
      let id = row["shape_id"]
      guard wanted.contains(id) else { return }
      let latitude = try row.requiredNumber("shape_pt_lat")
      let longitude = try row.requiredNumber("shape_pt_lon")
      let point: Coordinate
      do { point = try Coordinate(latitude: latitude, longitude: longitude) } catch {
        throw row.mistake("\(error)", column: "shape_pt_lat")
      }
      points[id, default: []].append((try row.requiredNumber("shape_pt_sequence"), point))
    }
    var index: [String: Int] = [:]
    for (id, list) in points.sorted(by: { $0.key < $1.key }) {
      let line = list.sorted { $0.sequence < $1.sequence }.map(\.point)
        .reduce(into: [Coordinate]()) { if $0.last != $1 { $0.append($1) } }
      guard let shape = try? Polyline(line) else { continue }
      index[id] = shapes.count
      shapes.append(shape)
    }
    return index
  }
}
