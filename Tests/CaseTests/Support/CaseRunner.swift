import Travel
import Casework
import Datasets
import Foundation
import Synchronization
import TestSupport

/// Runs the whole pipeline on a case of the data folder.
enum CaseRunner {
  /// Every case of the data folder.
  static let slugs = [
    "april-2019-train", "april-2019-outlets", "september-2023-train", "js621-flight",
    "air-koryo-2023", "beijing-2025", "beijing-2025-running", "border-480", "hanoi-2019",
    "sonderzug-2019", "top-speeds",
  ]

  /// Those of the tests' own that really were.
  static let trueStories = [
    "true-europe", "true-asia", "true-africa", "true-north-america", "true-south-america",
    "true-oceania",
  ]

  static func dossier(_ slug: String, geo: URL = Repository.geo) throws -> Dossier {
    guard geo == Repository.geo else {
      let world = try World(folder: try DataFolder(path: geo.path))
      return try dossier(at: world.folder.file("cases/\(slug).yaml"), world)
    }
    return try once(BuiltIn.world.folder.file("cases/\(slug).yaml"))
  }

  /// A case of the tests' own.
  static func made(_ slug: String) throws -> Dossier {
    try once(Repository.root.appendingPathComponent("Tests/CaseTests/Made/\(slug).yaml"))
  }

  /// What was judged already: many tests look at the same cases.
  private static let judged = Mutex<[URL: Dossier]>([:])

  private static func once(_ url: URL) throws -> Dossier {
    if let known = judged.withLock({ $0[url] }) { return known }
    let dossier = try dossier(at: url, BuiltIn.world)
    judged.withLock { $0[url] = dossier }
    return dossier
  }

  private static func dossier(at url: URL, _ world: World) throws -> Dossier {
    let bytes = try DataFolder.bytes(of: url)
    let slug = url.deletingPathExtension().lastPathComponent
    return try CaseJudging(world: world).dossier(of: bytes, name: slug)
  }
}
