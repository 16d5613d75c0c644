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
    for index in figures.indices where isPart(index) || isFirstOrLast(index) {
      guard let whole = whole(of: index), !ways.contains(where: { $0.figures.contains(whole) })
      else { continue }
      ways.append(ToldWay(figures: [whole, index], parts: [index], means: nil))
    }
    return ways + stops()
  }

  /// A stop may be told so many sentences from the time that all took.
  private static let reach = 3

  /// A way for each time that all of a journey took beside a stop that took longer: "The whole trip lasted 12 hours. … It
  /// stood at the border for 14."
  private func stops() -> [ToldWay] {
    guard ties.story(at: 0).isPlain else { return [] }
    return figures.indices.compactMap { whole in
      guard measure(whole) == .duration, isCalledWhole(whole), figures[whole].modality == .stated,
        figures[whole].tie.reason == .wholeOfJourney || figures[whole].tie.reason == .journeyTakes,
        let stop = figures.indices.first(where: { isStop($0, longerThan: whole) })
      else { return nil }
      return ToldWay(figures: [whole, stop].sorted(), parts: [stop], means: nil)
    }
  }

  private func isStop(_ index: Int, longerThan whole: Int) -> Bool {
    switch figures[index].tie.reason {
    case .stop, .stopSomewhere: break
    default: return false
    }
    return measure(index) == .duration && figures[index].modality == .stated
      && figures[index].siValue > figures[whole].siValue
      && figures[index].siValue < Self.most * figures[whole].siValue
      && figures[index].tie.strand == figures[whole].tie.strand
      && abs(sentence(of: index) - sentence(of: whole)) <= Self.reach
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

  /// "including a stop of five hours", "included 16 days at anchor"
  private func isStopWithin(_ index: Int) -> Bool {
    guard measure(index) == .duration, let gap = gapToCue(index), gap <= Self.phrase else {
      return false
    }
    switch figures[index].tie.reason {
    case .stop, .stopSomewhere, .elsewhere: return true
    default: return false
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

  /// "the first 230 miles", "for the last 600 km", of a whole that is called that.
  private func isFirstOrLast(_ index: Int) -> Bool {
    measure(index) == .distance
      && ties.mentions(sentence(of: index)).contains { mention in
        (mention.what == .first || mention.what == .cue(.last))
          && mention.tokens.upperBound == figures[index].tokens.lowerBound
      }
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
    let isFirstOrLast = isFirstOrLast(part)
    func candidates(_ number: Int) -> [Int] {
      figures.indices.filter { index in
        index < part && measure(index) == measure(part) && sentence(of: index) == number
          && (!isFirstOrLast || isCalledWhole(index))
      }
    }
    let beside = isBehindCue(part) || isFirstOrLast ? candidates(own) : []
    let mayBeBefore = !isBehindCue(part) || isStopWithin(part) && isOfWholeTrip(part)
    let before = beside.isEmpty && mayBeBefore ? candidates(own - 1) : []
    guard before.count <= 1, let whole = beside.last ?? before.last, !isPart(whole),
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

  /// "covered 177 miles altogether", "a trip of some 445 km in all"
  private func isCalledWhole(_ index: Int) -> Bool {
    FigureTies.Context(ties, figures[index].tokens).hasOwn(.whole)
  }

  /// "The voyage included 16 days at anchor": the sentence is about the whole that was told before it.
  private func isOfWholeTrip(_ index: Int) -> Bool {
    let sentence = sentence(of: index)
    let start = ties.sentences.ranges[sentence].lowerBound
    return ties.mentions(sentence).contains {
      ($0.what == .journey || $0.what == .wholeTrip) && $0.tokens.lowerBound <= start + 1
    }
  }

  private func sentence(of index: Int) -> Int { ties.sentence(of: figures[index]) }
}
