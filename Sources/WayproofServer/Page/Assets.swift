import Datasets
import Foundation
import Hummingbird
import Questions
import Reporting

extension Page {
  private static let name = Parameter("name", "The file.", example: "page.js").in(.path)

  private static let script = "text/javascript; charset=utf-8"

  private static let files: [String: (bytes: [UInt8], type: String)] = [
    "articles.js": (PackageResources.articles_js, script),
    "editor.js": (PackageResources.editor_js, script),
    "elements.js": (PackageResources.elements_js, script),
    "map.js": (PackageResources.map_js, script),
    "page.css": (PackageResources.page_css, "text/css; charset=utf-8"),
    "page.js": (PackageResources.page_js, script),
    "service.js": (PackageResources.service_js, script),
    "sliders.js": (PackageResources.sliders_js, script),
    "verdict.js": (PackageResources.verdict_js, script),
  ]

  static let asset = Endpoint(
    method: .get, path: "/assets/{name}", summary: "A part of the page.", parameters: [name],
    successes: []
  ) { call in
    let name = try call.arguments.required("name")
    guard let file = files[name] else { throw missing(name) }
    return Answer.bytes(file.bytes, file.type)
  }

  private static let leafletFiles = [
    "leaflet.js": script, "leaflet.css": "text/css; charset=utf-8",
  ]
  private static let images: Set = [
    "layers.png", "layers-2x.png", "marker-icon.png", "marker-icon-2x.png", "marker-shadow.png",
  ]

  static let leaflet = Endpoint(
    method: .get, path: "/leaflet/{name}", summary: "A part of Leaflet, as it is installed.",
    parameters: [name], successes: []
  ) { call in
    let name = try call.arguments.required("name")
    guard let type = leafletFiles[name] else { throw missing(name) }
    return Answer.bytes(try file(name, in: call.service.settings.leaflet), type)
  }

  static let leafletImage = Endpoint(
    method: .get, path: "/leaflet/images/{name}", summary: "A picture of Leaflet.",
    parameters: [name], successes: []
  ) { call in
    let name = try call.arguments.required("name")
    guard images.contains(name) else { throw missing(name) }
    return Answer.bytes(
      try file("images/" + name, in: call.service.settings.leaflet), "image/png")
  }

  /// Larger basemaps are for reports; a browser would take too long over them.
  private static let basemapLimit = 16 << 20

  static let basemap = Endpoint(
    method: .get, path: "/basemap.geojson", summary: "The basemap that was added.", successes: []
  ) { _ in
    guard let (_, url) = try? DataShelf.own.item(DataShelf.basemapName),
      let bytes = try? DataFolder.bytes(of: url, limit: basemapLimit)
    else {
      // None was added, or it is too large for a page: a map without coasts.
      return Answer.text(
        GeoJSON.collection([], lines: [], points: [], provenance: [:]).text(),
        FileFormat.geoJSON.mediaType)
    }
    return Answer.bytes(bytes, FileFormat.geoJSON.mediaType)
  }

  private static func file(_ name: String, in folder: String) throws(Problem) -> [UInt8] {
    let url = URL(fileURLWithPath: folder).appendingPathComponent(name)
    do { return try DataFolder.bytes(of: url, limit: 4 << 20) } catch { throw missing(name) }
  }

  private static func missing(_ name: String) -> Problem {
    Problem(.notFound, "there is no '\(name.prefix(60))' here")
  }
}
