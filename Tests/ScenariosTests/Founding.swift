import Travel
import Casework
import Datasets
import FoundationEssentials
import TestSupport

/// The cases that come with the program, ready for any circumstances.
enum Founding {
  static func model(_ name: String = "april-2019-train") throws -> CaseModel {
    let world = try World(folder: try DataFolder(path: Repository.geo.path))
    let bytes = try DataFolder.bytes(of: world.folder.file("cases/\(name).yaml"))
    return try CaseJudging(world: world).model(of: bytes, name: name)
  }
}
