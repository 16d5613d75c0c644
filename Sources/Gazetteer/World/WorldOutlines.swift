public import Datasets
import Foundation
public import Geodesy
import Quantities

/// The outlines of countries, and of some countries' states, mapped from `geo/world/outlines.tsv` and searched there.
struct WorldOutlines: Sendable {
  /// The file of `datasets.csv` that says where they come from.
  static let file = "world/outlines.tsv"
  /// How far the lines of maps of 1:50 million may be off; estimated from the border points of `stations.csv`.
  private static let error = Distance.kilometers(5)

  private let table: SortedLines
  private let names: SortedLines

  /// Nil where the data folder has none.
  init?(folder: URL) {
    guard let table = SortedLines(file: folder.appendingPathComponent("outlines.tsv")),
      let names = SortedLines(file: folder.appendingPathComponent("outlines.names.tsv"))
    else { return nil }
    self.table = table
    self.names = names
  }

  /// The rings of every country.
  var countryRings: [[Outline.Corner]] {
    table.lines(beginningWith: "country-", limit: 1_000).flatMap { fields in
      fields.last?.split(separator: " ").compactMap { Self.corners($0.utf8) } ?? []
    }
  }

  func place(id: Place.ID) -> Place? {
    guard id.text.hasPrefix("country-") || id.text.hasPrefix("region-") else { return nil }
    return table.line(of: id.text).flatMap(place)
  }

  /// The countries or the regions that bear a name.
  func places(named key: NameKey, _ kind: Place.Kind) -> [Place] {
    guard let line = names.line(of: key.text), line.count > 1 else { return [] }
    let offsets = line[1].split(separator: ",").compactMap { Int($0, radix: SortedLines.radix) }
    return offsets.compactMap { offset in
      let fields = table.fields(at: offset)
      guard fields.first.map(Self.kind) == kind else { return nil }
      return place(fields)
    }
  }

  private static func kind(_ id: Substring) -> Place.Kind {
    id.hasPrefix("country-") ? .country : .region
  }

  private func place(_ fields: [Substring]) -> Place? {
    guard fields.count == 4 else { return nil }
    let rings = fields[3].split(separator: " ").compactMap { Self.corners($0.utf8) }
    guard let outline = Outline(lines: rings, isArea: true, error: Self.error) else { return nil }
    return Place(
      id: Place.ID(String(fields[0])), name: String(fields[1]), kind: Self.kind(fields[0]),
      country: String(fields[2]), zones: [], outline: outline, source: Self.file)
  }

  /// The corners of an encoded polyline in thousandths of a degree (Google's encoded polyline algorithm); nil where it is
  /// none.
  private static func corners(_ text: Substring.UTF8View) -> [Outline.Corner]? {
    var numbers: [Int] = []
    var (value, shift) = (0, 0)
    for byte in text {
      guard byte >= 63, byte < 127, shift < 30 else { return nil }
      value |= ((Int(byte) - 63) & 0x1F) << shift
      shift += 5
      guard byte < 95 else { continue }
      numbers.append(value & 1 == 0 ? value >> 1 : ~(value >> 1))
      (value, shift) = (0, 0)
    }
    guard shift == 0, numbers.count.isMultiple(of: 2) else { return nil }
    var (latitude, longitude) = (0, 0)
    return stride(from: 0, to: numbers.count, by: 2).map { index in
      latitude += numbers[index]
      longitude += numbers[index + 1]
      return Outline.Corner(
        latitude: Double(latitude) / 1_000, longitude: Double(longitude) / 1_000)
    }
  }
}

extension DataFolder {
  /// The coasts and borders of all countries, a closed ring each, for maps; none if the folder has none.
  public func countryRings() -> [[Outline.Corner]] {
    WorldOutlines(folder: file("world"))?.countryRings ?? []
  }
}
