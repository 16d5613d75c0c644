import Datasets
import Foundation
import TestSupport
import Testing

@testable import Figures

@Suite struct LexiconFileTests {
  let folder: DataFolder

  init() throws { folder = try DataFolder(path: Repository.geo.path) }

  private func words(_ node: LexiconNode) -> String {
    switch node.content {
    case .text(let text): "'\(text)'"
    case .list(let items): "[" + items.map(words).joined(separator: ", ") + "]"
    case .table(let pairs):
      "{" + pairs.map { words($0.key) + ": " + words($0.value) }.joined(separator: ", ") + "}"
    }
  }

  @Test(arguments: try DataFolder(path: Repository.geo.path).lexiconLanguages())
  func `a lexicon read line by line is what a YAML parser makes of it`(language: String) throws {
    let bytes = try DataFolder.bytes(of: folder.file("lexicon/\(language).yaml"))
    let plain = try #require(PlainLexiconLines.root(of: bytes))
    let parsed = LexiconNode(
      try YAMLDocument.root(bytes, file: language, kind: "a lexicon", beginning: ""))
    #expect(words(plain) == words(parsed))
  }

  @Test(arguments: [
    "a: [b, c", "a: [b: c]", "a:\n   b: [c]", "a: |\n  b", "a: 'b'", "a: [b]\na: [c]", "- a",
    "a: \"b\\n\"", "a: [b] # c",
  ])
  func `what is written otherwise is left to the YAML parser`(text: String) {
    #expect(PlainLexiconLines.root(of: Array(text.utf8)) == nil)
  }

  @Test func `a mistake in a lexicon is reported with its place`() throws {
    let text = "wayproof-lexicon: 1\nlanguage: xx\nunits:\n  no-unit: [furlong]\nwurds: [a]\n"
    let error = #expect(throws: DocumentError.self) {
      try LexiconDecoder.entries(Array(text.utf8), file: "xx.yaml", figuresOnly: false)
    }
    #expect(error?.problems.map(\.position.line) == [4, 5])
  }

  @Test func `every zone that a lexicon names exists`() throws {
    let zones = try folder.zoneAbbreviations()
    for language in try folder.lexiconLanguages() {
      let entries = try folder.lexiconEntries(language, figuresOnly: true)
      for name in entries.phrases.compactMap(\.role.zone) {
        #expect(zones[name] != nil || (try? NamedZone(name)) != nil, "\(language): \(name)")
      }
    }
  }
}
