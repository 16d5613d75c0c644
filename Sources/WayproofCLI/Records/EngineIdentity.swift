import Datasets
import Foundation
import Reporting
import Travel

/// What answers are made with: the program's version and the digests of all data. Of two runs that say the same, the same
/// records have the same answers, byte for byte.
struct EngineIdentity {
  /// Of the data folder, as `DataFolder.digest` has it.
  let data: String
  /// Of the places that the user added; nil where there are none.
  let ownPlaces: String?
  /// Of the imported networks that are gone by, by name.
  let networks: [String: String]

  /// - Throws: `CommandFailure` for a file that cannot be read.
  init(_ folder: DataFolder, networks names: [String]) throws(CommandFailure) {
    do throws(DatasetError) {
      data = try folder.digest()
      let user = UserFolder()
      let places = user.places.path
      ownPlaces =
        FileManager.default.fileExists(atPath: places) ? try sha256(ofFile: places) : nil
      var digests: [String: String] = [:]
      for name in names { digests[name] = try sha256(ofFile: user.network(name).path) }
      networks = digests
    } catch {
      throw CommandFailure(error)
    }
  }

  /// As fields of a document.
  var fields: [String: JSONValue] {
    var digests: [String: JSONValue] = ["sha256": .text(data)]
    digests["own_places"] = ownPlaces.map { .text($0) }
    if !networks.isEmpty { digests["networks"] = .object(networks.mapValues { .text($0) }) }
    return [
      "data": .object(digests), "program": .text("wayproof"),
      "version": .text(ProgramVersion.number),
    ]
  }
}
