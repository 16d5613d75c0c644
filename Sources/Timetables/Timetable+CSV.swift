public import Datasets
import Geodesy

extension Timetable {
  /// The timetable of a table of calls: the columns `trip`, `stop`, `arrival` and `departure`, with the calls of a trip
  /// in their order; and, where they are known, `lat` and `lon`.
  ///
  /// A trip whose clock times fall is taken to have passed midnight.
  /// - Throws: `DatasetError` with the line of the first mistake.
  public init(csv bytes: [UInt8], name: String) throws(DatasetError) {
    let table = try Table(
      bytes: bytes, name: name, columns: ["trip", "stop", "arrival", "departure"])
    var stops: [Stop] = []
    var index: [Stop: Int] = [:]
    var order: [String] = []
    var calls: [String: [Call]] = [:]
    for row in table.rows {
      let trip = try row.requiredText("trip")
      let stop = try Self.stop(row)
      if index[stop] == nil {
        index[stop] = stops.count
        stops.append(stop)
      }
      let arrival = try TimetableText.seconds(row, "arrival")
      let departure = try TimetableText.seconds(row, "departure")
      guard var first = arrival ?? departure, var last = departure ?? arrival else {
        throw row.mistake("a call has an arrival or a departure", column: "arrival")
      }
      if calls[trip] == nil { order.append(trip) }
      // A day on where the clocks have gone round; falling times that do not fit are told when judged.
      if let before = calls[trip]?.last?.departure {
        while first < before, first + 86_400 - before <= 43_200 { first += 86_400 }
      }
      while last < first, last + 86_400 - first <= 43_200 { last += 86_400 }
      calls[trip, default: []].append(
        Call(stop: index[stop] ?? 0, arrival: first, departure: last, line: row.line))
    }
    let trips = order.compactMap { id -> Trip? in
      guard let calls = calls[id], calls.count >= 2 else { return nil }
      return Trip(id: id, route: id, calls: calls, shape: nil)
    }
    guard !trips.isEmpty else {
      throw .malformed(
        file: name, line: 1, column: 1, message: "there is no trip with two calls in the table")
    }
    self.init(name: name, stops: stops, trips: trips)
  }

  private static func stop(_ row: Table.Row) throws(DatasetError) -> Stop {
    let name = try row.requiredText("stop")
    var coordinate: Coordinate?
    if let latitude = try row.number("lat"), let longitude = try row.number("lon") {
      do { coordinate = try Coordinate(latitude: latitude, longitude: longitude) } catch {
        throw row.mistake("\(error)", column: "lat")
      }
    }
    return Stop(id: name, name: name, coordinate: coordinate)
  }
}
