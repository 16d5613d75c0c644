import Foundation
import Gazetteer
import Railways

extension FuzzTarget {
  /// Maps of railways and the network files that are made of them.
  static let networkTargets = [
    map("osm-xml", ".osm"), map("osm-pbf", ".osm.pbf"), map("network-geojson", ".geojson"),
    FuzzTarget("network-file") { bytes in
      try withFile(bytes, ".network") { path in
        let network = try TrackNetwork(file: path)
        for name in ["A", "B"] { _ = network.places(named: name) }
      }
    },
  ]

  private static func map(_ name: String, _ ending: String) -> FuzzTarget {
    FuzzTarget(name) { bytes in
      try withFile(bytes, ending) { path in
        let output = path + ".network"
        defer { try? FileManager.default.removeItem(atPath: output) }
        let quiet = NetworkImport.Listener(progress: { _ in }, stage: { _ in })
        _ = try? NetworkImport.stations(in: path, zones: nil)
        _ = try NetworkImport(name: "fuzz").run([path], to: output, quiet)
      }
    }
  }
}
