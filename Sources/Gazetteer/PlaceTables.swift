import Chronology
public import Datasets
import Foundation
import Geodesy
import Quantities

/// Reads places from the tables that others publish.
public struct PlaceTables: Sendable {
  /// Which table it is.
  public enum Form: String, CaseIterable, Sendable {
    /// `airports.csv` of OurAirports.
    case ourairports
    /// `airports.csv` of airportsdata.
    case airportsdata
    /// A dump of GeoNames: tab-separated, without a line of names.
    case geonames
    /// One's own: name, latitude, longitude, and perhaps id, kind, country, zone, names, extent_km.
    case own
  }

  private let zones: ZoneIndex?

  /// - Parameter zones: gives the zone of rows that name none.
  public init(zones: ZoneIndex? = nil) { self.zones = zones }

  /// The places of a table, and how many rows had no usable position.
  ///
  /// - Parameters:
  ///   - bytes: the file as it is.
  ///   - name: what it is called, for messages.
  ///   - form: which table it is; nil tells it by its columns.
  /// - Throws: `DatasetError` with file, line and column of the first mistake.
  public func places(
    bytes: [UInt8], name: String, form: Form? = nil
  ) throws(DatasetError) -> (places: [Place], form: Form, dropped: Int) {
    let form = form ?? Self.form(of: bytes)
    guard let form else {
      throw .malformed(
        file: name, line: 1, column: 1,
        message: "the columns are none of OurAirports, airportsdata, GeoNames or name,latitude,"
          + "longitude; say which it is")
    }
    switch form {
    case .geonames: return try geonames(bytes, name)
    case .ourairports: return try ourAirports(bytes, name)
    case .airportsdata: return try airportsData(bytes, name)
    case .own: return try own(bytes, name)
    }
  }

  /// What the first line says the table is.
  static func form(of bytes: [UInt8]) -> Form? {
    let line = String(decoding: bytes.prefix { $0 != 0x0A }, as: UTF8.self).lowercased()
    if line.split(separator: "\t", omittingEmptySubsequences: false).count == 19 {
      return .geonames
    }
    let columns = Set(
      line.split(separator: ",").map {
        $0.trimmingCharacters(in: CharacterSet(charactersIn: "\" \r\u{FEFF}"))
      })
    if columns.isSuperset(of: ["ident", "latitude_deg", "longitude_deg"]) { return .ourairports }
    if columns.isSuperset(of: ["icao", "iata", "lat", "lon", "tz"]) { return .airportsdata }
    return columns.isSuperset(of: ["name", "latitude", "longitude"]) ? .own : nil
  }

  // MARK: Forms

  private func ourAirports(
    _ bytes: [UInt8], _ name: String
  ) throws(DatasetError) -> (places: [Place], form: Form, dropped: Int) {
    let table = try Table(
      bytes: bytes, name: name, columns: ["ident", "name", "latitude_deg", "longitude_deg"])
    var places: [Place] = []
    for row in table.rows where row["type"] != "closed" {
      guard let coordinate = coordinate(row["latitude_deg"], row["longitude_deg"]) else { continue }
      let codes = [row["iata_code"], row["icao_code"], row["gps_code"], row["ident"]]
      places.append(
        place(
          id: "ourairports:" + row["ident"], name: row["name"], kind: .airport,
          country: row["iso_country"], zone: "", coordinate, extent: 0.05,
          names: row["keywords"].split(separator: ",").map(String.init), codes: unique(codes),
          city: row["municipality"], source: "OurAirports"))
    }
    return (places, .ourairports, table.rows.count - places.count)
  }

  private func airportsData(
    _ bytes: [UInt8], _ name: String
  ) throws(DatasetError) -> (places: [Place], form: Form, dropped: Int) {
    let table = try Table(
      bytes: bytes, name: name, columns: ["icao", "iata", "name", "lat", "lon", "tz"])
    var places: [Place] = []
    for row in table.rows {
      guard let coordinate = coordinate(row["lat"], row["lon"]) else { continue }
      places.append(
        place(
          id: "airportsdata:" + row["icao"], name: row["name"], kind: .airport,
          country: row["country"], zone: row["tz"], coordinate, extent: 0.05, names: [],
          codes: unique([row["iata"], row["icao"]]), city: row["city"], source: "airportsdata"))
    }
    return (places, .airportsdata, table.rows.count - places.count)
  }

  private func own(
    _ bytes: [UInt8], _ name: String
  ) throws(DatasetError) -> (places: [Place], form: Form, dropped: Int) {
    let table = try Table(bytes: bytes, name: name, columns: ["name", "latitude", "longitude"])
    let prefix = URL(fileURLWithPath: name).deletingPathExtension().lastPathComponent
    var places: [Place] = []
    for row in table.rows {
      let title = try row.requiredText("name")
      guard let coordinate = coordinate(row["latitude"], row["longitude"]) else {
        throw row.mistake(
          "'\(row["latitude"]),\(row["longitude"])' is no position: latitude -90 to 90, longitude "
            + "-180 to 180", column: "latitude")
      }
      guard let kind = row["kind"].isEmpty ? .station : Place.Kind(rawValue: row["kind"]) else {
        throw row.mistake("'\(row["kind"])' is no kind of place", column: "kind")
      }
      if let wrong = row.list("zone").first(where: { (try? Zone($0)) == nil }) {
        throw row.mistake(
          "'\(wrong)' is no time zone; write one such as Asia/Tokyo", column: "zone")
      }
      places.append(
        place(
          id: row["id"].isEmpty ? "\(prefix):\(row.line)" : row["id"], name: title, kind: kind,
          country: row["country"], zone: row["zone"], coordinate,
          extent: try extent(of: row), names: row.list("names"), codes: [], city: "",
          source: URL(fileURLWithPath: name).lastPathComponent))
    }
    return (places, .own, 0)
  }

  /// Columns of a GeoNames dump: identifier, name, ASCII name, other names, latitude, longitude, class, code,
  /// country …, time zone in the eighteenth (download.geonames.org, readme.txt).
  private func geonames(
    _ bytes: [UInt8], _ name: String
  ) throws(DatasetError) -> (places: [Place], form: Form, dropped: Int) {
    var places: [Place] = []
    var dropped = 0
    for (index, line) in bytes.split(separator: 0x0A).enumerated() {
      let fields = line.split(separator: 0x09, omittingEmptySubsequences: false)
        .map { String(decoding: $0, as: UTF8.self) }
      guard fields.count == 19 else {
        throw .malformed(
          file: name, line: index + 1, column: 1,
          message: "\(fields.count) fields where GeoNames has 19, separated by tabs")
      }
      guard let kind = Self.kind(fields[6], fields[7]),
        let coordinate = coordinate(fields[4], fields[5])
      else {
        dropped += 1
        continue
      }
      guard places.count < Table.rowLimit else {
        throw Table.tooManyRows(name, line: index + 1)
      }
      places.append(
        place(
          id: "geonames:" + fields[0], name: fields[1], kind: kind, country: fields[8],
          zone: fields[17], coordinate, extent: kind == .city ? 5 : kind == .town ? 2 : 0.5,
          names: unique([fields[2]] + fields[3].split(separator: ",").map(String.init)), codes: [],
          city: "", source: "GeoNames"))
    }
    return (places, .geonames, dropped)
  }

  private static func kind(_ group: String, _ code: String) -> Place.Kind? {
    switch (group, code) {
    case ("S", "RSTN"), ("S", "RSTP"): .station
    case ("S", "AIRP"), ("S", "AIRF"), ("S", "AIRB"): .airport
    case ("P", "PPLC"), ("P", "PPLA"): .city
    case ("P", _): .town
    default: nil
    }
  }

  // MARK: Rows

  private func extent(of row: Table.Row) throws(DatasetError) -> Double {
    let extent = try row.number("extent_km") ?? 0.5
    guard (0...1_000).contains(extent) else {
      throw row.mistake("an extent is 0 to 1000 km", column: "extent_km")
    }
    return extent
  }

  private func coordinate(_ latitude: String, _ longitude: String) -> Coordinate? {
    guard let latitude = Double(latitude), let longitude = Double(longitude),
      abs(longitude) <= 180
    else { return nil }
    return try? Coordinate(latitude: latitude, longitude: longitude)
  }

  private func unique(_ texts: [String]) -> [String] {
    texts.reduce(into: []) { if !$1.isEmpty, !$0.contains($1) { $0.append($1) } }
  }

  private func place(
    id: String, name: String, kind: Place.Kind, country: String, zone: String,
    _ coordinate: Coordinate, extent kilometers: Double, names: [String], codes: [String],
    city: String, source: String
  ) -> Place {
    let known = zone.split(separator: ";").map { $0.trimmingCharacters(in: .whitespaces) }
    let found =
      known.isEmpty
      ? zones?.zones(latitude: coordinate.latitude, longitude: coordinate.longitude) ?? [] : known
    return Place(
      id: Place.ID(id), name: name, kind: kind, country: country, zones: found,
      coordinate: coordinate, isEstimated: false, extent: .kilometers(kilometers),
      names: names.map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty },
      codes: codes, city: city, source: source)
  }
}
