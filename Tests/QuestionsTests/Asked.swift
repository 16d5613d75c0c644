import Datasets
import Foundation
import Questions
import Railways
import Reporting
import TestSupport
import Testing
import Travel

/// What the tests of questions have in common.
enum Asked {
  private static let loaded = Result { try World(folder: DataFolder(path: Repository.geo.path)) }

  static var world: World {
    get throws { try loaded.get() }
  }

  static func network(_ map: String) throws -> TrackNetwork {
    let path = FileManager.default.temporaryDirectory
      .appendingPathComponent("wayproof-\(UUID().uuidString)").path
    defer {
      try? FileManager.default.removeItem(atPath: path + ".osm")
      try? FileManager.default.removeItem(atPath: path + ".network")
    }
    try Data(map.utf8).write(to: URL(fileURLWithPath: path + ".osm"))
    let quiet = NetworkImport.Listener(progress: { _ in }, stage: { _ in })
    _ = try NetworkImport(name: "made").run([path + ".osm"], to: path + ".network", quiet)
    return try TrackNetwork(file: path + ".network")
  }

  /// The fields of a report as programs read them.
  static func fields(_ document: JSONValue) throws -> [String: Any] {
    let object = try JSONSerialization.jsonObject(with: Data(document.text().utf8))
    return try #require(object as? [String: Any])
  }

  /// The part, in words, that a question is refused for; nil where the fault is in none.
  static func refusal(
    _ ask: () throws -> some Any, sourceLocation: SourceLocation = #_sourceLocation
  ) -> String? {
    let error = #expect(throws: QuestionError.self, sourceLocation: sourceLocation) {
      _ = try ask()
    }
    #expect(error?.description.isEmpty == false, sourceLocation: sourceLocation)
    return error?.field.map { $0.words.joined(separator: "_") }
  }
}
