import Datasets
import Foundation
import Geodesy

extension DataShelf {
  /// The name under which a basemap is kept.
  static var basemapName: String { "basemap" }

  /// The basemap that was added; nil where none was.
  ///
  /// - Throws: `CommandFailure` with the file, where it is no basemap.
  func basemap() throws -> Basemap? {
    guard let (item, url) = try item(Self.basemapName) else { return nil }
    do {
      return try Basemap(
        geoJSON: Data(try DataFolder.bytes(of: url, limit: 256 << 20)),
        attribution: item.attribution)
    } catch {
      throw CommandFailure(
        "the basemap \(item.file): \(error)")
    }
  }
}
