public import Datasets
import Foundation
public import Geodesy

extension DataShelf {
  /// The name under which a basemap is kept.
  public static var basemapName: String { "basemap" }

  /// The basemap that was added; nil where none was.
  ///
  /// - Throws: `QuestionError` with the file, where it is no basemap.
  public func basemap() throws -> Basemap? {
    guard let (item, url) = try item(Self.basemapName) else { return nil }
    do {
      return try Basemap(
        geoJSON: Data(try DataFolder.bytes(of: url, limit: 256 << 20)),
        attribution: item.attribution)
    } catch {
      throw QuestionError("the basemap \(item.file): \(error)")
    }
  }
}
