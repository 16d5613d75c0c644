import Foundation
import TestSupport
import Testing

/// What users read is in plain English.
@Suite struct PlainWordsTests {
  @Test func `the catalogue of messages has none of the habits`() throws {
    let text = try String(
      contentsOf: Repository.geo.appendingPathComponent("messages.yaml"), encoding: .utf8)
    let english = text.split(separator: "\n").compactMap { line in
      line.firstRange(of: "en: ").map { String(line[$0.upperBound...]) }
    }
    #expect(english.count > 400)
    let found = english.flatMap(PlainWords.habits)
    #expect(found.isEmpty, "\(found.joined(separator: "\n"))")
  }

  @Test func `the documentation has none of the habits`() throws {
    let catalogue = Repository.root.appendingPathComponent("Sources/Reporting/Reporting.docc")
    let pages = try FileManager.default.contentsOfDirectory(
      at: catalogue, includingPropertiesForKeys: nil
    ).filter { $0.pathExtension == "md" }
    #expect(pages.count > 10)
    let files =
      pages + [
        Repository.root.appendingPathComponent("README.md"),
        Repository.geo.appendingPathComponent("README.md"),
      ]
    let found = try files.flatMap { file in
      PlainWords.habits(in: try String(contentsOf: file, encoding: .utf8)).map {
        "\(file.lastPathComponent): \($0)"
      }
    }
    #expect(found.isEmpty, "\(found.joined(separator: "\n"))")
  }
}
