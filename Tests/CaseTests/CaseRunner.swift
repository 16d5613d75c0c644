import Casework
import Datasets
import Foundation
import TestSupport

/// Runs the whole pipeline on a case of the data folder.
enum CaseRunner {
  /// Every case of the data folder.
  static let slugs = [
    "april-2019-train", "april-2019-outlets", "september-2023-train", "js621-flight",
    "air-koryo-2023", "beijing-2025", "beijing-2025-running", "border-480", "hanoi-2019",
    "sonderzug-2019", "top-speeds",
  ]

  static func dossier(_ slug: String, geo: URL = Repository.geo) throws -> Dossier {
    let world = try World(folder: try DataFolder(path: geo.path))
    let bytes = try DataFolder.bytes(of: world.folder.file("cases/\(slug).yaml"))
    let caseFile = try world.caseFile(bytes: bytes, name: slug)
    return try Inquiry(world: world).dossier(of: caseFile, name: slug)
  }
}
