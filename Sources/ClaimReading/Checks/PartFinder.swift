import Figures

/// Finds lengths and times that the words call a part of one told before: "The line will be 14 km long. Nineteen kilometres of
/// it run in tunnels.", "The trip takes three hours, including a stop of five."
struct PartFinder {
  private let ties: FigureTies
  private let figures: [Figure]

  /// What is so many times as large is no part, whatever the report says; estimated.
  private static let most = 10.0

  init(_ ties: FigureTies, _ figures: [Figure]) {
    (self.ties, self.figures) = (ties, figures)
  }

  /// A way for each whole of which a part is told, and its first part; others may overlap that.
  func ways() -> [ToldWay] {
    var ways: [ToldWay] = []
    for index in figures.indices where isPart(index) {
      guard let whole = whole(of: index), !ways.contains(where: { $0.figures.contains(whole) })
      else { continue }
      ways.append(ToldWay(figures: [whole, index], parts: [index], means: nil))
    }
    return ways
  }

  /// What a length or a time measures.
  private func measure(_ index: Int) -> ValueUnit.Dimension? {
    guard let value = figures[index].quantity, value.unit.dimension != .speed,
      value.hedge != .plural
    else { return nil }
    return value.unit.dimension
  }

  /// Whether the words beside a figure call it a part of another one.
  func isPart(_ index: Int) -> Bool { isBehindCue(index) || isBeforeCue(index) }

  /// "of which 20 km"
  private func isBehindCue(_ index: Int) -> Bool {
    measure(index) != nil && gapToCue(index) == 0 || isStopWithin(index)
  }

  /// "including a stop of five hours"
  private func isStopWithin(_ index: Int) -> Bool {
    guard measure(index) == .duration, let gap = gapToCue(index), 1...Self.phrase ~= gap else {
      return false
    }
    let start = figures[index].tokens.lowerBound
    return ties.mentions(sentence(of: index)).contains { mention in
      guard (start - gap..<start).contains(mention.tokens.lowerBound) else { return false }
      switch mention.what {
      case .cue(.stop), .event(.stay), .elsewhere: return true
      default: return false
      }
    }
  }

  /// "a stop of" is so many words long at most.
  private static let phrase = 4

  /// How many words stand between a figure and the cue before it that makes it a part; nil where there is none.
  private func gapToCue(_ index: Int) -> Int? {
    let start = figures[index].tokens.lowerBound
    let cue = ties.mentions(sentence(of: index)).last {
      $0.what == .cue(.part) && $0.tokens.upperBound <= start
    }
    guard let cue else { return nil }
    let gap = cue.tokens.upperBound..<start
    return gap.allSatisfy { ties.reader.tokens[$0].kind == .word } ? gap.count : nil
  }

  /// "Nineteen kilometres of it run in tunnels.", at the beginning of a sentence.
  private func isBeforeCue(_ index: Int) -> Bool {
    let sentence = sentence(of: index)
    return measure(index) != nil
      && figures[index].tokens.lowerBound == ties.sentences.ranges[sentence].lowerBound
      && ties.mentions(sentence).contains {
        $0.what == .cue(.partBehind) && $0.tokens.lowerBound == figures[index].tokens.upperBound
      }
  }

  /// The figure of its kind that a part is told of: the last before it in its sentence, or the only one of the sentence before
  /// where its own begins with it.
  private func whole(of part: Int) -> Int? {
    let own = sentence(of: part)
    let there = isBehindCue(part) ? own : own - 1
    let candidates = figures.indices.filter { index in
      index < part && measure(index) == measure(part) && sentence(of: index) == there
    }
    guard there == own || candidates.count == 1, let whole = candidates.last, !isPart(whole),
      figures[whole].tie.strand == figures[part].tie.strand,
      figures[part].siValue < Self.most * figures[whole].siValue
    else { return nil }
    switch figures[whole].tie.reason {
    case .denied, .difference, .change, .natural, .beyondEarth, .limit, .otherTime, .usual,
      .otherJourney, .elsewhere, .stop, .stopSomewhere, .offset, .later, .laterThanEvent,
      .aheadOfEvent, .inADay, .durationOfEvent, .hangsOnEvent, .gaugeChange:
      return nil
    default: return whole
    }
  }

  private func sentence(of index: Int) -> Int { ties.sentence(of: figures[index]) }
}
