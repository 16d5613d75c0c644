import Casework
import ClaimReading
import Foundation
import Plausibility
import Questions
import Reporting
import TestSupport
import Testing
import Travel

/// Short items of news about journeys all over the world in fourteen languages, written without knowledge of the reader: true
/// ones, and ones with one thing in them that cannot be.
@Suite struct ItemTrialTests {
  private struct Item {
    let id: String
    let published: String
    let words: String
    /// Of a false one what is wrong; of a true one why it is doubted all the same, where that is known.
    let note: String
  }

  private static func items(_ name: String) throws -> [Item] {
    let file = Repository.root.appendingPathComponent("Tests/Articles/items/\(name).tsv")
    return try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map { line in
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      try #require(fields.count == 5, "\(line)")
      return Item(id: fields[0], published: fields[2], words: fields[3], note: fields[4])
    }
  }

  /// The items of which something is called impossible or unlikely, and how many had a figure checked.
  private func judged(_ items: [Item]) throws -> (doubted: Set<String>, checked: Int) {
    let world = try Asked.world
    let reader = try ReadQuestion.reader(of: nil, in: world)
    var doubted: Set<String> = []
    var checked = 0
    for item in items {
      var article = ReadQuestion(Array(item.words.utf8), name: item.id)
      article.published = item.published
      let answer = try ArticlesQuestion([article]).answer(by: reader, in: world)
      if answer.tested > 0 { checked += 1 }
      switch answer.judged.dossier.verdict {
      case .cannotAllBeTrue, .unlikely: doubted.insert(item.id)
      case .noContradiction, .undecided: break
      }
    }
    return (doubted, checked)
  }

  /// The last are those of somebody who tried to have true ones called impossible.
  @Test(arguments: [
    ("en-true", 90, 48), ("world-true", 90, 48), ("eight-true", 96, 60), ("pairs-true", 60, 34),
    ("kinds-true", 90, 48), ("hard-true", 43, 20), ("refuted-true", 240, 130),
    ("refuted-clocks-true", 217, 100), ("refuted-parts-true", 539, 40),
  ])
  func `nothing true is doubted`(name: String, count: Int, least: Int) throws {
    let items = try Self.items(name)
    #expect(items.count == count)
    let (doubted, checked) = try judged(items)
    let unexpected = doubted.subtracting(items.filter { !$0.note.isEmpty }.map(\.id))
    #expect(unexpected.isEmpty)
    #expect(checked >= least)
  }

  /// Most of what cannot be is not found yet: these are those that are.
  @Test(arguments: [
    ("en-false", 70, 20), ("world-false", 60, 7), ("eight-false", 48, 20), ("pairs-false", 60, 13),
    ("kinds-false", 90, 10),
  ])
  func `some of what cannot be is found`(name: String, count: Int, least: Int) throws {
    let items = try Self.items(name)
    #expect(items.count == count)
    #expect(try judged(items).doubted.count >= least)
  }
}
