public import Foundation

/// Where what a user adds is kept: `wayproof` in the XDG data folder.
public struct UserFolder: Sendable {
  public let url: URL

  /// The folder that `WAYPROOF_DATA` names, else `XDG_DATA_HOME/wayproof`, else
  /// `~/.local/share/wayproof`.
  public init(environment: [String: String] = ProcessInfo.processInfo.environment) {
    if let path = environment["WAYPROOF_DATA"], !path.isEmpty {
      url = URL(fileURLWithPath: path, isDirectory: true)
    } else if let path = environment["XDG_DATA_HOME"], path.hasPrefix("/") {
      url = URL(fileURLWithPath: path, isDirectory: true).appendingPathComponent("wayproof")
    } else {
      url = FileManager.default.homeDirectoryForCurrentUser
        .appendingPathComponent(".local/share/wayproof")
    }
  }

  /// The database of places that were added.
  public var places: URL { url.appendingPathComponent("places.sqlite") }

  /// Where a network file of a name or a path is: names without a slash and without `.network` are kept in
  /// the folder.
  public func network(_ name: String) -> URL {
    if name.contains("/") || name.hasSuffix(".network") { return URL(fileURLWithPath: name) }
    return url.appendingPathComponent("networks/\(name).network")
  }

  /// The network files that are kept, by name.
  public var networks: [(name: String, url: URL)] {
    let folder = url.appendingPathComponent("networks")
    let files =
      (try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil))
      ?? []
    return files.filter { $0.pathExtension == "network" }.map {
      (name: $0.deletingPathExtension().lastPathComponent, url: $0)
    }.sorted { $0.name < $1.name }
  }
}
