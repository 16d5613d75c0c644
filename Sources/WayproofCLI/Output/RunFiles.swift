import Casework
import Datasets
import Foundation
import Quantities
import TrainMotion

/// Files of railtoolkit that a run is asked over.
enum RunFiles {
  /// The path of `FILE` or `FILE#ID`.
  static func path(_ text: String) throws(CommandFailure) -> RailtoolkitPath {
    let (file, id) = parts(text)
    do {
      let paths = try RailtoolkitPath.paths(yaml: bytes(file), file: file)
      return try chosen(paths, id, in: text, \.id)
    } catch let error as CommandFailure {
      throw error
    } catch {
      throw CommandFailure(error)
    }
  }

  /// The train of `FILE` or `FILE#ID`, whose numbers are certain.
  static func train(_ text: String) throws(CommandFailure) -> TrainModel {
    let (file, id) = parts(text)
    do {
      let trains = try RailtoolkitTrain.trains(yaml: bytes(file), file: file)
      let train = try chosen(trains, id, in: text, \.id)
      return TrainModel(id: train.id, name: train.name, stock: train.stock, source: file)
    } catch let error as CommandFailure {
      throw error
    } catch {
      throw CommandFailure(error)
    }
  }

  private static func bytes(_ file: String) throws -> [UInt8] {
    try DataFolder.bytes(of: URL(fileURLWithPath: file))
  }

  private static func parts(_ text: String) -> (file: String, id: String?) {
    let parts = text.split(separator: "#", maxSplits: 1).map(String.init)
    return (parts.first ?? text, parts.count == 2 ? parts[1] : nil)
  }

  private static func chosen<Item>(
    _ items: [Item], _ id: String?, in text: String, _ name: (Item) -> String
  ) throws(CommandFailure) -> Item {
    if let item = items.first(where: { id == nil || name($0) == id }) { return item }
    throw CommandFailure(
      "\(text): there is none; the file has \(items.map(name).joined(separator: ", "))")
  }
}
