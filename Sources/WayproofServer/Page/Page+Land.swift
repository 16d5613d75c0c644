import Datasets
import Foundation
import Geodesy
import Hummingbird
import Questions
import Quantities
import Reporting
import Travel

extension Page {
  /// What names of places a map has room for at any scale.
  private static let nameLimit = 4_000
  private static let fileLimit = 16 << 20

  /// Coasts and borders: the basemap that was added, else those of the data folder.
  static let land = Endpoint(
    method: .get, path: "/map/land", summary: "Coasts and borders, as encoded polylines.",
    successes: []
  ) { call in
    let folder = call.service.world.folder
    let text = try await call.service.queue.run { _ in
      if let added = try? DataShelf.own.basemap() {
        return added.outlines.map { "\t\t\(encoded($0.points))" }.joined(separator: "\n")
      }
      let lines = lines(of: folder.file("world/outlines.tsv"))
      return lines.filter { $0.hasPrefix("country-") }.map { line in
        let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
        return [1, 2, 3].map { fields.indices.contains($0) ? String(fields[$0]) : "" }
          .joined(separator: "\t")
      }.joined(separator: "\n")
    }
    return Answer.bytes(Array(text.utf8), "text/tab-separated-values; charset=utf-8")
  }

  /// The greatest cities, the greatest first: name, latitude, longitude, inhabitants.
  static let names = Endpoint(
    method: .get, path: "/map/names", summary: "Names for maps.", successes: []
  ) { call in
    let folder = call.service.world.folder
    let text = try await call.service.queue.run { _ in
      lines(of: folder.file("world/cities.tsv")).prefix(nameLimit).compactMap { line -> String? in
        let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
        guard fields.count >= 11 else { return nil }
        return [fields[1], fields[5], fields[6], fields[10]].joined(separator: "\t")
      }.joined(separator: "\n")
    }
    return Answer.bytes(Array(text.utf8), "text/tab-separated-values; charset=utf-8")
  }

  /// A map without coasts is better than none.
  private static func lines(of url: URL) -> [Substring] {
    let bytes = (try? DataFolder.bytes(of: url, limit: fileLimit)) ?? []
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n")
  }

  /// Points to a thousandth of a degree, by Google's encoded polyline algorithm.
  private static func encoded(_ points: [Coordinate]) -> String {
    var last = (latitude: 0, longitude: 0)
    var text = ""
    for point in points {
      let latitude = Int(held: (point.latitude * 1_000).rounded())
      let longitude = Int(held: (point.longitude * 1_000).rounded())
      text += encoded(latitude - last.latitude) + encoded(longitude - last.longitude)
      last = (latitude, longitude)
    }
    return text
  }

  private static func encoded(_ number: Int) -> String {
    var rest = number < 0 ? ~(number << 1) : number << 1
    var text = ""
    repeat {
      let chunk = rest & 0x1F
      rest >>= 5
      text.unicodeScalars.append(
        Unicode.Scalar(UInt8(truncatingIfNeeded: chunk + (rest > 0 ? 0x20 : 0) + 63)))
    } while rest > 0
    return text
  }
}
