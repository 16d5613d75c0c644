import Foundation
import Geodesy
import Quantities

/// The places of one kind and one source of `geo/world`, found by name without reading the table.
struct WorldTable: Sendable {
  let kind: Place.Kind
  /// What identifiers of its places begin with; blank for airports, which go by their codes.
  let prefix: String
  /// The file of `datasets.csv` that says where it comes from.
  let file: String
  private let regions: Regions
  private let places: SortedLines
  private let names: SortedLines

  /// Nil where the data folder has no such table.
  init?(folder: URL, _ name: String, _ kind: Place.Kind, prefix: String, regions: Regions) {
    guard let places = SortedLines(file: folder.appendingPathComponent("\(name).tsv")),
      let names = SortedLines(file: folder.appendingPathComponent("\(name).names.tsv"))
    else { return nil }
    self.kind = kind
    self.regions = regions
    self.prefix = prefix
    file = "world/\(name).tsv"
    self.places = places
    self.names = names
  }

  /// The places that bear a name, the most prominent first.
  func places(named key: NameKey, _ zones: [Substring]) -> [WorldPlace] {
    names.line(of: key.text).map { offsets($0) }?.compactMap { place(at: $0, zones) } ?? []
  }

  /// The places whose names begin with a text, in the order of their names.
  func places(beginningWith key: NameKey, limit: Int, _ zones: [Substring]) -> [WorldPlace] {
    names.lines(beginningWith: key.text, limit: limit).compactMap { offsets($0).first }
      .compactMap { place(at: $0, zones) }
  }

  func place(id: Place.ID, _ zones: [Substring]) -> WorldPlace? {
    guard prefix.isEmpty ? id.text.count == 3 : id.text.hasPrefix(prefix) else { return nil }
    return places.offset(ofFirstField: id.text).flatMap { place(at: $0, zones) }
  }

  private func offsets(_ line: [Substring]) -> [Int] {
    line.count > 1
      ? line[1].split(separator: ",").compactMap { Int($0, radix: SortedLines.radix) } : []
  }

  private func place(at offset: Int, _ zones: [Substring]) -> WorldPlace? {
    let fields = places.fields(at: offset)
    guard fields.count == 11, let latitude = Double(fields[5]), let longitude = Double(fields[6]),
      let coordinate = try? Coordinate(latitude: latitude, longitude: longitude),
      let extent = Double(fields[7]), extent >= 0
    else { return nil }
    let zone = Int(fields[4]).flatMap { zones.indices.contains($0 - 1) ? zones[$0 - 1] : nil }
    var place = Place(
      id: Place.ID(String(fields[0])), name: String(fields[1]), kind: kind,
      country: String(fields[2]), zones: zone.map { [String($0)] } ?? [], coordinate: coordinate,
      isEstimated: false, extent: .kilometers(extent), names: [],
      codes: fields[8].split(separator: ";").map(String.init), city: String(fields[9]),
      source: file)
    place.region = regions.name(of: String(fields[3]), in: place.country)
    return WorldPlace(
      place: place, region: String(fields[3]), prominence: Double(fields[10]) ?? 0)
  }
}

/// A place of the world's tables, with what tells it from others of its name.
struct WorldPlace: Sendable {
  let place: Place
  /// The state or province, where a name without it says little: in the United States, Canada and Australia.
  let region: String
  /// Inhabitants, or for an airport a rank; comparable within one kind.
  let prominence: Double
}
