import Chronology
import Datasets
import Geodesy

extension PositionTrack {
  /// Rows with a time, in seconds since 1970 or ISO 8601, and a position in two columns, or in one as
  /// "latitude,longitude" (as Flightradar24 writes it).
  static func table(_ bytes: [UInt8], name: String) throws(PositionTrackError) -> [Point] {
    let table: Table
    do { table = try Table(bytes: bytes, name: name, columns: []) } catch {
      throw PositionTrackError(file: name, message: "\(error)")
    }
    let columns = try Columns(table.columns, name)
    var points: [Point] = []
    for row in table.rows {
      let texts = columns.position(in: row)
      // Receivers leave the position blank where they heard none.
      if texts.allSatisfy(\.isEmpty) { continue }
      let numbers = texts.compactMap(Double.init)
      guard texts.count == 2, numbers.count == 2,
        let coordinate = try? Coordinate(latitude: numbers[0], longitude: numbers[1])
      else {
        throw PositionTrackError(
          file: name, message: "line \(row.line): no latitude and longitude in degrees")
      }
      let time = row[columns.time]
      guard let moment = Instant(iso: time) ?? Instant(unix: time) else {
        throw PositionTrackError(
          file: name,
          message: "line \(row.line): '\(time)' is no time; write seconds since 1970 or "
            + "2019-04-24T01:40:00Z")
      }
      points.append(Point(time: moment, coordinate: coordinate))
    }
    return points
  }
}

/// Which columns of a table are which.
private struct Columns {
  private enum Position {
    case two(latitude: String, longitude: String)
    case one(String)
  }

  let time: String
  private let position: Position

  private static let times = ["time", "timestamp", "utc", "datetime", "date_time"]

  init(_ names: [String], _ file: String) throws(PositionTrackError) {
    func column(_ wanted: [String]) -> String? {
      names.first { wanted.contains($0.lowercased().filter { $0 != "\u{FEFF}" }) }
    }
    guard let time = column(Self.times) else {
      let advice = "call a column \(Self.times.joined(separator: ", "))"
      throw PositionTrackError(file: file, message: "its first line names no time; \(advice)")
    }
    self.time = time
    if let latitude = column(["lat", "latitude"]),
      let longitude = column(["lon", "lng", "long", "longitude"])
    {
      position = .two(latitude: latitude, longitude: longitude)
    } else if let both = column(["position"]) {
      position = .one(both)
    } else {
      let advice = "call two columns latitude and longitude, or one position"
      throw PositionTrackError(file: file, message: "its first line names no position; \(advice)")
    }
  }

  /// The texts of latitude and longitude, without blanks.
  func position(in row: Table.Row) -> [String] {
    let texts =
      switch position {
      case .two(let latitude, let longitude): [row[latitude], row[longitude]]
      case .one(let both):
        row[both].split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      }
    return texts.map { $0.filter { $0 != " " } }
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
      guard let seconds = Self.offsetSeconds(clock[sign...].dropFirst()) else { return nil }
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

  /// The seconds of `09:00`, `0900` or `09`.
  private static func offsetSeconds(_ text: Substring) -> Int? {
    let digits = text.filter { $0 != ":" }
    guard digits.allSatisfy({ $0.isASCII && $0.isNumber }), digits.count == 2 || digits.count == 4,
      text.count == digits.count || text.count == 5 && Array(text)[2] == ":",
      let hours = Int(digits.prefix(2)), let minutes = Int("0" + digits.dropFirst(2)),
      hours <= 14, minutes < 60
    else { return nil }
    return hours * 3_600 + minutes * 60
  }
}
