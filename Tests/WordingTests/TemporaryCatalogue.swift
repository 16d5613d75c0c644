import Datasets
import Foundation
import Wording

/// A catalogue of a test's own messages.
enum TemporaryCatalogue {
  /// - Throws: `DocumentError` for mistakes in it, whose lines count from 5.
  static func language(_ code: String, messages: String) throws -> Language {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data("id,name\n".utf8).write(to: folder.appendingPathComponent("stations.csv"))
    let text = """
      languages:
        ru: {name: русский, script: cyrillic, decimal_mark: ",", group_mark: "\u{00A0}", plurals: east-slavic}
        ko: {name: 한국어, script: hangul, decimal_mark: ".", group_mark: ",", plurals: unchanging}
      messages:
      \(messages)
      """
    try Data(text.utf8).write(to: folder.appendingPathComponent("messages.yaml"))
    return try DataFolder(path: folder.path).language(code)
  }
}
