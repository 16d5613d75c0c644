import Datasets
import Foundation
public import Railways
public import Travel

/// The imported networks that a question may name.
public struct NetworkLibrary: Sendable {
  /// Whether the path of any file will do; if not, only the names of networks that the user keeps.
  private let opensFiles: Bool

  /// Networks that the user keeps, and those of files.
  public static let any = NetworkLibrary(opensFiles: true)
  /// Networks that the user keeps, and no other file.
  public static let kept = NetworkLibrary(opensFiles: false)

  /// - Throws: `QuestionError` for a network that is not there or cannot be read.
  public func network(_ name: String) throws(QuestionError) -> TrackNetwork {
    let folder = UserFolder()
    if !opensFiles {
      let known = folder.networks.map(\.name)
      guard known.contains(name) else {
        throw QuestionError(
          about: """
            there is no \(.network) '\(words: name.prefix(40))'; there \
            \(words: known.isEmpty ? "are none" : "are " + known.joined(separator: ", "))
            """)
      }
    }
    do { return try TrackNetwork(file: folder.network(name).path) } catch {
      throw QuestionError(error)
    }
  }

  /// - Throws: `QuestionError` for the first network that is not there or cannot be read.
  public func networks(_ names: [String]) throws(QuestionError) -> [TrackNetwork] {
    var networks: [TrackNetwork] = []
    for name in names { networks.append(try network(name)) }
    return networks
  }

  /// A world with networks to go by, asked in their order.
  ///
  /// - Throws: `QuestionError` for the first network that is not there or cannot be read.
  public func world(_ world: World, with names: [String]) throws(QuestionError) -> World {
    var world = world
    world.tracks = try networks(names)
    return world
  }
}
