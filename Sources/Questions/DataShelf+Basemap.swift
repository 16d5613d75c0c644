public import Datasets
import Foundation
import Gazetteer
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

  /// The basemap that was added, or else the coasts and borders that the data folder has.
  ///
  /// - Throws: `QuestionError` with the file, where what was added is no basemap.
  public func basemap(or folder: DataFolder) throws -> Basemap? {
    if let added = try basemap() { return added }
    let rings = folder.countryRings()
    return rings.isEmpty ? nil : Basemap(rings: rings, attribution: "Outlines by Natural Earth")
  }
}
