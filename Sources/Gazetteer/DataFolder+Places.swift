public import Datasets
import Geodesy
import Quantities

extension DataFolder {
  /// The stations, border points, airports and cities of the data folder.
  ///
  /// - Throws: `DatasetError` with the line of the first mistake.
  /// - Parameter added: the file of a place database that a user keeps.
  public func gazetteer(added: String? = nil) throws(DatasetError) -> Gazetteer {
    let places = try stations() + airports() + cities()
    do { return try Gazetteer(places: places, added: added, world: file("world")) } catch {
      guard case .duplicate(let id) = error else { throw .unreadable("geo", reason: "\(error)") }
      throw try mistake(error.description, of: id, column: "id")
    }
  }

  /// What is wrong with a place of the data folder, with the file and the line that it is in, the last if there are several.
  ///
  /// - Parameters:
  ///   - message: what is wrong.
  ///   - id: which place it is wrong with.
  ///   - column: what of it.
  /// - Throws: `DatasetError` if a table cannot be read.
  public func mistake(
    _ message: String, of id: Place.ID, column: String
  ) throws(DatasetError) -> DatasetError {
    for file in ["cities.csv", "airports.csv", "stations.csv"] {
      let rows = try table(file, columns: ["name"]).rows
      let row = rows.last { row in
        ["id", "iata", "icao"].map { row[$0] }.first { !$0.isEmpty } == id.text
      }
      if let row { return row.mistake("'\(id)': \(message)", column: column) }
    }
    return .unreadable("geo", reason: "'\(id)': \(message)")
  }

  private func stations() throws(DatasetError) -> [Place] {
    let table = try table(
      "stations.csv",
      columns: [
        "id", "name", "kind", "country", "zone", "latitude", "longitude", "position", "extent_km",
        "names", "source",
      ])
    var places: [Place] = []
    places.reserveCapacity(table.rows.count)
    for row in table.rows {
      guard let kind = Place.Kind(rawValue: row["kind"]) else {
        throw row.mistake("'\(row["kind"])' is no kind of place", column: "kind")
      }
      places.append(
        Place(
          id: Place.ID(try row.requiredText("id")), name: try row.requiredText("name"),
          kind: kind, country: row["country"], zones: row.list("zone"),
          coordinate: try coordinate(row), isEstimated: row["position"] != "sourced",
          extent: .kilometers(try row.number("extent_km") ?? 0), names: row.list("names"),
          codes: [], city: "", source: row["source"]))
    }
    return places
  }

  private func airports() throws(DatasetError) -> [Place] {
    let table = try table(
      "airports.csv",
      columns: [
        "iata", "icao", "name", "city", "country", "zone", "latitude", "longitude", "names",
        "source",
      ])
    var places: [Place] = []
    places.reserveCapacity(table.rows.count)
    for row in table.rows {
      let codes = [row["iata"], row["icao"]].filter { !$0.isEmpty }
      guard let id = codes.first else {
        throw row.mistake("an airport needs an IATA or an ICAO code", column: "iata")
      }
      places.append(
        Place(
          id: Place.ID(id), name: try row.requiredText("name"), kind: .airport,
          country: row["country"], zones: row.list("zone"), coordinate: try coordinate(row),
          isEstimated: false, extent: .meters(50), names: row.list("names"), codes: codes,
          city: row["city"], source: row["source"]))
    }
    return places
  }

  private func cities() throws(DatasetError) -> [Place] {
    let table = try table(
      "cities.csv",
      columns: [
        "id", "name", "country", "zone", "latitude", "longitude", "extent_km", "names", "source",
      ])
    var places: [Place] = []
    places.reserveCapacity(table.rows.count)
    for row in table.rows {
      places.append(
        Place(
          id: Place.ID(try row.requiredText("id")), name: try row.requiredText("name"), kind: .city,
          country: row["country"], zones: row.list("zone"), coordinate: try coordinate(row),
          isEstimated: false, extent: .kilometers(try row.number("extent_km") ?? 0),
          names: row.list("names"), codes: [], city: "", source: row["source"]))
    }
    return places
  }

  private func coordinate(_ row: Table.Row) throws(DatasetError) -> Coordinate? {
    guard let latitude = try row.number("latitude"), let longitude = try row.number("longitude")
    else { return nil }
    do { return try Coordinate(latitude: latitude, longitude: longitude) } catch {
      throw row.mistake(error.description, column: "latitude")
    }
  }
}
