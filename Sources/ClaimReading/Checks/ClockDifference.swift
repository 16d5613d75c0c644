import Figures

/// By how much the clocks of one place are said to be ahead of another's: "Perth is seven hours ahead of London".
public struct ClockDifference: Sendable {
  /// Index into the article's figures.
  public let figure: Int
  /// Where it is later.
  public let ahead: MentionedPlace
  /// Where it is earlier.
  public let behind: MentionedPlace
}

/// Finds what an article says of differences between clocks.
struct ClockDifferenceFinder {
  let ties: FigureTies
  let figures: [Figure]
  /// The sentences that tell a clock time.
  private let clocked: Set<Int>

  init(ties: FigureTies, figures: [Figure]) {
    (self.ties, self.figures) = (ties, figures)
    clocked = Set(
      figures.lazy.filter { figure in
        if case .moment(let moment) = figure.value { moment.clock != nil } else { false }
      }.map(ties.sentence))
  }

  /// No two zones are farther apart, in hours.
  private static let most = 26.0
  /// So many words stand between a difference and its places at most: "is always", "of the".
  private static let apart = 3

  /// Whether words say that it is later than somewhere, or earlier.
  private static func isAhead(_ role: LexicalRole) -> Bool? {
    switch role {
    case .cue(.clocksAhead): true
    case .cue(.clocksBehind): false
    default: nil
    }
  }

  func differences() -> [ClockDifference] {
    figures.indices.compactMap(difference)
  }

  private func difference(_ index: Int) -> ClockDifference? {
    guard let hours = figures[index].hours, hours <= Self.most, (2 * hours).rounded() == 2 * hours
    else { return nil }
    let tokens = figures[index].tokens
    // Before all else, for it is asked of every figure and hardly ever there.
    guard let side = ties.reader.phrase(at: tokens.upperBound, Self.isAhead) else { return nil }
    let sentence = ties.sentence(of: figures[index])
    let mentions = ties.mentions(sentence)
    // In a race somebody may be ahead of others, too.
    let isOfClocks =
      mentions.contains { $0.what == .cue(.zones) } || clocked.contains(sentence)
    guard isOfClocks, let other = place(behind: side.end, mentions),
      let own = subject(before: tokens.lowerBound, mentions), own != other
    else { return nil }
    return side.payload
      ? ClockDifference(figure: index, ahead: own, behind: other)
      : ClockDifference(figure: index, ahead: other, behind: own)
  }

  private func place(behind end: Int, _ mentions: [Mention]) -> MentionedPlace? {
    mentions.lazy.compactMap { mention -> MentionedPlace? in
      guard case .place(let place, _) = mention.what, place.isKnown,
        (0...1).contains(mention.tokens.lowerBound - end)
      else { return nil }
      return place
    }.first
  }

  /// The place that the clause is about; of "the train from Lyon is an hour behind" that is the train.
  private func subject(before start: Int, _ mentions: [Mention]) -> MentionedPlace? {
    let last = mentions.last { mention in
      guard case .place(let place, let preposition) = mention.what else { return false }
      return place.isKnown && preposition == .none && mention.tokens.upperBound <= start
    }
    guard let last, case .place(let place, _) = last.what else { return nil }
    let gap = last.tokens.upperBound..<start
    // "eight hours ahead of London and one behind Sydney": not of London.
    let isObject =
      ties.reader.phrase(endingAt: last.tokens.lowerBound, Self.isAhead) != nil
    guard !isObject, gap.count <= Self.apart,
      gap.allSatisfy({ ties.reader.tokens[$0].kind == .word }),
      !mentions.contains(where: { $0.what != last.what && gap.overlaps($0.tokens) && $0.isTravel })
    else { return nil }
    return place
  }
}

extension Mention {
  /// Whether it speaks of something that moves.
  fileprivate var isTravel: Bool {
    switch what {
    case .event, .means, .vehicle, .journey: true
    default: false
    }
  }
}

extension Figure {
  /// Hours and parts of one; nil of anything else.
  fileprivate var hours: Double? {
    guard let value = quantity, value.unit.dimension == .duration, value.upperNumber == nil,
      value.unit.siSize <= 3_600
    else { return nil }
    return value.siValue / 3_600
  }
}
