import Claims
import Figures
import Quantities

/// Lengths of a part, of a bridge or of a way round, which stand beside the ends of a journey.
extension FigureTies.Context {
  /// Whether a length may be of a part of the way, or of something else on it: "the first 20 km", "at 300 km/h for 110 km",
  /// "the 50 km tunnel", "climbed to 11 km", "the bridge is 7.8 km long, and the train from …".
  var mayBeOfPart: Bool {
    isFirstOrLast || hasSpeed || isOfOtherThing || isLedByTo || hasNear(.offset, 2) || isBeforeEnds
      || isBeforeClause
  }

  /// "had gone 100 km from Madrid to Barcelona when it caught fire", "the 50 km between Lyon and Marseille where trains go slowly":
  /// a clause begins directly behind the ends.
  private var isBeforeClause: Bool {
    let ends = mentions.filter { preposition(of: $0) != nil && place(of: $0)?.isKnown == true }
    guard let last = ends.last?.tokens.upperBound, last > figure.upperBound else { return false }
    return mentions.contains {
      $0.what == .clause && (0...1).contains($0.tokens.lowerBound - last)
    }
  }

  /// "the first 20 km", "the last 10 km", "45.9 km in the first hour"
  private var isFirstOrLast: Bool {
    mentions.contains { mention in
      guard mention.what == .first || mention.what == .cue(.remaining) else { return false }
      return mention.tokens.upperBound <= figure.lowerBound
        ? figure.lowerBound - mention.tokens.upperBound <= 1
        : (0...3).contains(mention.tokens.lowerBound - figure.upperBound)
    }
  }

  /// Whether a speed stands so near that it was kept for just so far.
  private var hasSpeed: Bool {
    let near =
      max(
        sentence.lowerBound, figure.lowerBound - 8)..<min(
        sentence.upperBound, figure.upperBound + 8)
    return ties.ranks.figures(in: near, besides: figure).contains { $0.kind == .speed }
  }

  /// "the 50 km tunnel": a noun that is no journey's hangs on it.
  private var isOfOtherThing: Bool {
    let next = figure.upperBound
    guard next < sentence.upperBound, ties.reader.tokens[next].kind == .word else { return false }
    return ties.reader.tokens[next].word < 0 && !ties.reader.tokens[next].traits.contains(.capital)
  }

  /// "climbed to 11 km"
  private var isLedByTo: Bool { ties.reader.start(endingAt: figure.lowerBound, \.isTo) != nil }

  /// Whether the ends of the journey are named only behind it, in another part of the sentence.
  private var isBeforeEnds: Bool {
    let places = mentions.filter { preposition(of: $0) != nil && place(of: $0)?.isKnown == true }
    guard places.count >= 2, let first = places.map(\.tokens.lowerBound).min() else { return false }
    return first > figure.upperBound + 1
      && (figure.upperBound..<first).contains { ties.reader.isSign($0, ",;") }
  }
}
