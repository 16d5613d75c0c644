import Chronology
import Datasets
import Geodesy

extension PositionTrack {
  private static let timeColumns = ["time", "timestamp", "utc", "datetime", "date_time"]
  private static let latitudeColumns = ["lat", "latitude"]
  private static let longitudeColumns = ["lon", "lng", "long", "longitude"]

  /// Rows with a time, in seconds since 1970 or ISO 8601, and a position in two columns, or in one as
  /// "latitude,longitude" (as Flightradar24 writes it).
  static func table(_ bytes: [UInt8], name: String) throws(TrackError) -> [Point] {
    let table: Table
    do { table = try Table(bytes: bytes, name: name, columns: []) } catch {
      throw TrackError(file: name, message: "\(error)")
    }
    func column(_ names: [String]) -> String? {
      table.columns.first { names.contains($0.lowercased().filter { $0 != "\u{FEFF}" }) }
    }
    guard let time = column(timeColumns) else {
      throw TrackError(
        file: name,
        message:
          "its first line names no time; call a column \(timeColumns.joined(separator: ", "))")
    }
    let latitude = column(latitudeColumns)
    let longitude = column(longitudeColumns)
    let position = column(["position"])
    guard latitude != nil && longitude != nil || position != nil else {
      throw TrackError(
        file: name,
        message:
          "its first line names no position; call two columns latitude and longitude, or one position"
      )
    }
    var points: [Point] = []
    for row in table.rows {
      let both = position.map { row[$0].split(separator: ",").map(String.init) } ?? []
      let texts = [latitude.map { row[$0] } ?? both.first, longitude.map { row[$0] } ?? both.last]
      let numbers = texts.compactMap { $0.flatMap { Double($0.filter { $0 != " " }) } }
      // Receivers leave the position blank where they heard none.
      if texts.allSatisfy({ $0?.isEmpty ?? true }) { continue }
      guard numbers.count == 2,
        let coordinate = try? Coordinate(latitude: numbers[0], longitude: numbers[1])
      else {
        throw TrackError(
          file: name, message: "line \(row.line): no latitude and longitude in degrees")
      }
      guard let moment = Instant(iso: row[time]) ?? Instant(unix: row[time]) else {
        throw TrackError(
          file: name,
          message: "line \(row.line): '\(row[time])' is no time; write seconds since 1970 or "
            + "2019-04-24T01:40:00Z")
      }
      points.append(Point(time: moment, coordinate: coordinate))
    }
    return points
  }
}

extension Instant {
  /// Seconds since 1970, whole or with decimals, within the years 1900 to 2200.
  fileprivate init?(unix text: String) {
    guard let seconds = Double(text), abs(seconds) < 7.3e9 else { return nil }
    self.init(secondsSinceEpoch: seconds)
  }

  /// A moment of ISO 8601 with its offset, such as `2019-04-24T01:40:00Z` or `…T10:40:00.5+09:00`.
  init?(iso text: String) {
    guard text.count <= 40, let date = CivilDate(iso: text.prefix(10)),
      let mark = text.dropFirst(10).first, mark == "T" || mark == "t" || mark == " "
    else { return nil }
    var clock = String(text.dropFirst(11))
    var offset = 0
    if clock.hasSuffix("Z") || clock.hasSuffix("z") {
      clock.removeLast()
    } else if let sign = clock.lastIndex(where: { $0 == "+" || $0 == "-" }) {
      let parts = clock[sign...].dropFirst().split(separator: ":").compactMap { Int($0) }
      guard let hours = parts.first, hours <= 14, parts.count <= 2, (parts.last ?? 0) < 60 else {
        return nil
      }
      let seconds = hours * 3_600 + (parts.count == 2 ? parts[1] * 60 : 0)
      offset = clock[sign] == "-" ? -seconds : seconds
      clock = String(clock[..<sign])
    } else {
      return nil
    }
    let parts = clock.split(separator: ":", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { Double($0) }
    guard numbers.count == parts.count, (2...3).contains(numbers.count),
      (0..<24).contains(numbers[0]), (0..<60).contains(numbers[1]),
      numbers.count == 2 || (0..<61).contains(numbers[2])
    else { return nil }
    let second = numbers[0] * 3_600 + numbers[1] * 60 + (numbers.count == 3 ? numbers[2] : 0)
    self = Zone.utc.instant(of: date, secondOfDay: second).advanced(bySeconds: -Double(offset))
  }
}
