import Travel
import ArgumentParser
import Datasets
import Foundation
import Gazetteer
import Questions
import Railways

/// Where the built-in data is, the same for every command.
struct DataOptions: ParsableArguments {
  @Option(help: "The data folder, in place of the geo/ beside the program.")
  var geo: String?

  func folder() throws(CommandFailure) -> DataFolder {
    do { return try DataFolder.locate(explicit: geo) } catch { throw CommandFailure(error) }
  }

  func world(vehicles: Bool = true) throws(CommandFailure) -> World {
    let folder = try folder()
    do {
      return try World(
        folder: folder, addedPlaces: UserFolder().places.path, vehicles: vehicles)
    } catch {
      throw CommandFailure(error)
    }
  }
}

extension DataOptions {
  /// An imported network that the user keeps, or that of a file.
  static func network(_ name: String) throws(CommandFailure) -> TrackNetwork {
    do { return try NetworkLibrary.any.network(name) } catch { throw CommandFailure(error) }
  }
}

extension World {
  /// The places that texts stand for which are asked about together.
  func places(_ texts: [String]) throws(CommandFailure) -> [Place] {
    do { return try gazetteer.only(texts) } catch { throw CommandFailure(error) }
  }
}
