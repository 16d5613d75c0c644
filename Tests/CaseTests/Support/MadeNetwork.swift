import Foundation
import Railways

/// Networks of track that are made up in OpenStreetMap's XML.
enum MadeNetwork {
  static func imported(_ map: String) throws -> TrackNetwork {
    let path = FileManager.default.temporaryDirectory
      .appendingPathComponent("wayproof-\(UUID().uuidString)").path
    defer {
      try? FileManager.default.removeItem(atPath: path + ".osm")
      try? FileManager.default.removeItem(atPath: path + ".network")
    }
    try Data(map.utf8).write(to: URL(fileURLWithPath: path + ".osm"))
    let quiet = NetworkImport.Listener(progress: { _ in }, stage: { _ in })
    _ = try NetworkImport(name: "made").run([path + ".osm"], to: path + ".network", quiet)
    return try TrackNetwork(file: path + ".network")
  }
}
