import Casework
import Datasets
import Foundation
import TestSupport

/// Runs the whole pipeline on a case of the data folder.
enum CaseRunner {
  static func dossier(_ slug: String, geo: URL = Repository.geo) throws -> Dossier {
    let world = try World(folder: try DataFolder(path: geo.path))
    let bytes = try DataFolder.bytes(of: world.folder.file("cases/\(slug).yaml"))
    let caseFile = try world.caseFile(bytes: bytes, name: slug)
    return try Inquiry(world: world).dossier(of: caseFile, name: slug)
  }
}
