import Casework
import ClaimReading
import Plausibility
import Foundation
import Questions
import Reporting
import TestSupport
import Testing
import Travel

/// Sentences about journeys all over the world, as newspapers print them, written without knowledge of the reader: true ones,
/// and ones that cannot be by a wide margin.
@Suite struct SentenceTrialTests {
  /// What became of a sentence: refused, or judged.
  private enum Outcome { case refused, fits, unlikely, impossible }

  private struct Sentence {
    let id: String
    let words: String
  }

  private static func sentences(_ name: String) throws -> [Sentence] {
    let file = Repository.root.appendingPathComponent("Tests/Articles/sentences/\(name).tsv")
    return try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map { line in
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
      try #require(fields.count == 5, "\(line)")
      return Sentence(id: String(fields[0]), words: String(fields[3]))
    }
  }

  private func outcomes(_ sentences: [Sentence]) throws -> [String: Outcome] {
    let world = try Asked.world
    let reader = try ReadQuestion.reader(of: nil, in: world)
    var outcomes: [String: Outcome] = [:]
    for sentence in sentences {
      var question = SentenceQuestion(Array(sentence.words.utf8))
      question.date = "2026-11-30"
      guard let answer = try? question.answer(by: reader, in: world) else {
        outcomes[sentence.id] = .refused
        continue
      }
      outcomes[sentence.id] =
        switch answer.judged.dossier.verdict {
        case .cannotAllBeTrue: .impossible
        case .unlikely: .unlikely
        case .noContradiction, .undecided: .fits
        }
    }
    return outcomes
  }

  /// St. George on Staten Island is in no table, nobody says that a flight by Concorde is one by Concorde, and St Helena is a
  /// town of California, too, near a Jamestown.
  private static let unknown: Set<String> = ["T094", "T219", "T223"]

  @Test func `no true sentence is called impossible or unlikely`() throws {
    let sentences = try Self.sentences("true")
    #expect(sentences.count == 254)
    let outcomes = try outcomes(sentences)
    for sentence in sentences where !Self.unknown.contains(sentence.id) {
      let outcome = try #require(outcomes[sentence.id])
      #expect(outcome == .fits || outcome == .refused, "\(sentence.id): \(sentence.words)")
    }
    #expect(outcomes.values.count { $0 == .fits } >= 165)
  }

  @Test func `most of what cannot be is found out, and little is cleared`() throws {
    let sentences = try Self.sentences("false")
    #expect(sentences.count == 100)
    let outcomes = try outcomes(sentences)
    #expect(outcomes.values.count { $0 == .impossible || $0 == .unlikely } >= 70)
    #expect(outcomes.values.count { $0 == .fits } <= 4)
  }
}
