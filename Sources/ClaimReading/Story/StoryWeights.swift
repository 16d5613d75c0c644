public import Datasets
import Figures
import Foundation

/// How much what an article tells of places and vehicles weighs for which journey it is about: the table
/// `geo/story_weights.csv`, learned from marked articles by `Scripts/train-story`.
public struct StoryWeights: Sendable {
  private let weights: [String: Double]

  init(_ table: Table) throws(DatasetError) {
    var weights: [String: Double] = [:]
    for row in table.rows {
      weights[try row.requiredText("sign")] = try row.requiredNumber("weight")
    }
    self.weights = weights
  }

  private func sum(_ signs: [(name: String, amount: Double)]) -> Double {
    signs.reduce(0) { $0 + $1.amount * (weights[$1.name] ?? 0) }
  }

  /// The weights are held small, so that the shares that follow from them are too; estimated.
  private static let sharpness = 2.0

  /// From where to where the article's journey goes, and how sure that is; nil where it names no two places.
  func ends(_ facts: StoryFacts) -> (from: MentionedPlace, to: MentionedPlace, share: Double)? {
    let farthest = facts.farthest
    var ways: [(from: Int, to: Int, score: Double)] = []
    for one in facts.places.indices {
      for other in facts.places.indices where one != other {
        ways.append((one, other, sum(facts.signs(from: one, to: other, farthest))))
      }
    }
    guard let best = ways.max(by: { $0.score < $1.score }) else { return nil }
    let whole = ways.reduce(0) { $0 + exp(Self.sharpness * ($1.score - best.score)) }
    return (facts.places[best.from].place, facts.places[best.to].place, 1 / whole)
  }

  /// By what it is made; nil where the article names no vehicle, or leaves open whether it went by land, by sea or by air.
  func means(_ facts: StoryFacts) -> (means: Means, share: Double)? {
    let scores = facts.means.indices.map { sum(facts.signs(of: $0)) }
    guard let best = scores.indices.max(by: { scores[$0] < scores[$1] }) else { return nil }
    let parts = scores.map { exp($0 - scores[best]) }
    let own = parts.indices.filter { facts.means[$0].means.mode == facts.means[best].means.mode }
    let share = own.reduce(0) { $0 + parts[$1] } / parts.reduce(0, +)
    return share >= Self.clear ? (facts.means[best].means, share) : nil
  }

  /// From which share on it is clear by what a journey is made.
  private static let clear = 0.65
}

extension DataFolder {
  /// How much what an article tells weighs for which journey it is about.
  ///
  /// - Throws: `DatasetError` with the place of a mistake.
  public func storyWeights() throws(DatasetError) -> StoryWeights {
    try StoryWeights(table("story_weights.csv", columns: ["sign", "weight"]))
  }
}
