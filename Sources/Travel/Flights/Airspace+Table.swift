import Datasets
import Flights
import Geodesy

extension Airspace {
  /// The areas of a row of `aircraft/closure_areas.csv`: a multipolygon in well-known text (ISO 19125-1), longitude before
  /// latitude, without holes.
  ///
  /// - Throws: `DatasetError` with the line of what is no multipolygon or no area.
  static func spaces(of row: Table.Row) throws(DatasetError) -> [Airspace] {
    let name = try row.requiredText("name")
    let text = row["area"]
    guard text.hasPrefix("MULTIPOLYGON ((("), text.hasSuffix(")))") else {
      throw row.mistake("an area is such as MULTIPOLYGON (((30 50, 31 50, 31 51)))", column: "area")
    }
    var spaces: [Airspace] = []
    for ring in text.dropFirst("MULTIPOLYGON ".count).split(separator: "(") {
      let corners = try corners(of: ring.prefix { $0 != ")" }, row)
      do { spaces.append(try Airspace(name: name, corners: corners)) } catch {
        throw row.mistake("\(error)", column: "area")
      }
    }
    return spaces
  }

  private static func corners(
    of ring: Substring, _ row: Table.Row
  ) throws(DatasetError) -> [Coordinate] {
    var corners: [Coordinate] = []
    for pair in ring.split(separator: ",") {
      let numbers = pair.split(separator: " ").compactMap { Double($0) }
      guard numbers.count == 2,
        let corner = try? Coordinate(latitude: numbers[1], longitude: numbers[0])
      else { throw row.mistake("'\(pair)' is no longitude and latitude", column: "area") }
      corners.append(corner)
    }
    return corners
  }
}
