import Figures

/// Departures and arrivals by the clock with the time that lay between them: "left Lisbon at 9:10 a.m. and landed at 10:35 a.m.
/// after a flight of 2 hours and 25 minutes".
extension WayFinder {
  /// Longer journeys are told with their days, in seconds; estimated.
  private static let longestByClock = 20.0 * 3_600
  /// A time is so many words at most from the noun of travel or the arrival that it hangs on.
  private static let close = 2

  /// What may be told beside one journey: "the last plane", "an hour behind the mainland".
  private static let beside: Set<Cue> = [.zones, .remaining]

  /// A way for each sentence that tells one departure and one arrival by the clock and how long that took, or an arrival
  /// so long after a departure told before.
  func clockWays() -> [ToldWay] {
    let clocks = figures.indices.filter(hasClock)
    let bySentence = Dictionary(grouping: clocks, by: sentence).sorted { $0.key < $1.key }
    return bySentence.compactMap { number, own in
      own.count == 2 ? clockWay(own, in: number) : nil
    }
      + zip(clocks, clocks.dropFirst()).compactMap { departure, arrival in
        sentence(of: departure) < sentence(of: arrival) ? clockWay(departure, arrival) : nil
      }
  }

  private func clockWay(_ clocks: [Int], in number: Int) -> ToldWay? {
    guard let departure = clocks.first(where: { event(of: $0)?.like == .departure }),
      let arrival = clocks.first(where: { event(of: $0)?.like == .arrival })
    else { return nil }
    if let time = timeTaken(in: number, until: arrival) { return way(departure, arrival, time) }
    return isBackwards(departure, arrival, in: number) ? way(departure, arrival, nil) : nil
  }

  /// "left Busan at 6.05 p.m. and rolled into Seoul at 4.10 p.m.": the arrival is told by an earlier clock time, and nothing says of
  /// another day.
  private func isBackwards(_ departure: Int, _ arrival: Int, in number: Int) -> Bool {
    guard case .moment(let leaves) = figures[departure].value,
      case .moment(let comes) = figures[arrival].value, let first = leaves.clock,
      let last = comes.clock, last < first, !leaves.isHalfDayOpen, !comes.isHalfDayOpen,
      comes.day == nil, comes.part == nil, comes.hedge == .bare, leaves.hedge == .bare
    else { return false }
    let own = figures.indices.filter { sentence(of: $0) == number }
    return own.allSatisfy { index in
      if case .moment = figures[index].value {
        index == departure || index == arrival
      } else {
        true
      }
    }
      && !speaksOfOther(number...number)
      && !ties.mentions(number).contains { $0.what == .later || $0.what == .ahead }
  }

  /// "left Glasgow at 8.21 a.m. … After five hours and 22 minutes, at 1.43 p.m., we came in": the time stands directly beside
  /// the clock time of the arrival.
  private func clockWay(_ departure: Int, _ arrival: Int) -> ToldWay? {
    let (first, last) = (sentence(of: departure), sentence(of: arrival))
    guard last == first + 1, event(of: departure)?.like == .departure,
      event(of: arrival)?.like == .arrival
    else { return nil }
    let own = times(last).filter { isBeside($0, clock: arrival) }
    guard own.count == 1, !speaksOfOther(last...last, besides: Self.beside.union([.stop]))
    else { return nil }
    return way(departure, arrival, own[0])
  }

  /// "after nine hours, at 4.40 p.m.", "nine hours later, at 4.40 p.m.", "at 4.40 p.m., after nine hours"
  private func isBeside(_ time: Int, clock: Int) -> Bool {
    let (one, other) = (figures[time].tokens, figures[clock].tokens)
    let gap =
      one.lowerBound < other.lowerBound
      ? one.upperBound..<max(one.upperBound, other.lowerBound)
      : other.upperBound..<max(other.upperBound, one.lowerBound)
    let mentions = ties.mentions(sentence(of: time))
    let isLater = mentions.contains {
      $0.what == .later && $0.tokens.lowerBound == one.upperBound
    }
    let isOpen = mentions.contains { mention in
      guard gap.overlaps(mention.tokens) else { return false }
      switch mention.what {
      case .place, .event, .means, .vehicle, .cue(.stop), .cue(.moving): return true
      default: return false
      }
    }
    switch figures[time].tie.reason {
    case .stop, .stopSomewhere: return false
    default: break
    }
    return gap.count <= Self.phrase && !isOpen && !figures[time].isAdjective
      && (isLater || isLedUpTo(one.lowerBound))
  }

  /// "later, at" and "local time, after" are so many words and signs at most.
  private static let phrase = 4

  private func way(_ departure: Int, _ arrival: Int, _ time: Int?) -> ToldWay? {
    let own = [departure, arrival, time].compactMap(\.self).sorted()
    guard own.allSatisfy({ figures[$0].modality == .stated }),
      figures[departure].tie.strand == figures[arrival].tie.strand
    else { return nil }
    return ToldWay(
      figures: own,
      means: means(of: departure) ?? means(of: arrival),
      clocks: ToldWay.Clocks(
        departure: departure, arrival: arrival, from: place(of: departure), to: place(of: arrival),
        isOfWhole: time.map(isSaidOfTrip) ?? false,
        beside: ties.facts?.places.first?.place))
  }

  private func hasClock(_ index: Int) -> Bool {
    if case .moment(let moment) = figures[index].value {
      moment.clock != nil && moment.zone == nil
    } else {
      false
    }
  }

  /// What the verb of a clock time says that happened.
  private func event(of index: Int) -> ReportedEvent? {
    let verb = FigureTies.Context(ties, figures[index].tokens).verb()
    if let verb, verb.isOwn, case .event(let event) = verb.mention.what, event.isTravel {
      return event
    }
    let told = ties.mentions(sentence(of: index)).compactMap { mention -> ReportedEvent? in
      if case .event(let event) = mention.what, event.isTravel { event } else { nil }
    }
    if told.count == 1 { return told[0] }
    if case .event(let event, _) = figures[index].tie.target { return event }
    return nil
  }

  private func place(of index: Int) -> MentionedPlace? {
    if case .event(_, let place) = figures[index].tie.target { place } else { nil }
  }

  /// The only time that a sentence says a journey took, or the next one where this says none.
  private func timeTaken(in number: Int, until arrival: Int) -> Int? {
    let own = times(number).filter { isOfTrip($0) || isLater($0, than: arrival) }
    // Between departure and arrival it may have stopped, and been under way for less.
    let isOfAll = own.allSatisfy(isSaidOfTrip)
    guard
      !speaksOfOther(number...number, besides: isOfAll ? Self.beside.union([.stop]) : Self.beside)
    else {
      return nil
    }
    if own.count == 1 { return own[0] }
    let next = number + 1
    guard own.isEmpty, next < ties.sentences.ranges.count, times(next).count == 1,
      let time = times(next).first, isSaidOfTrip(time), isOfWay(time), isOfOneSubject(next),
      !speaksOfOther(next...next),
      !figures.indices.contains(where: { index in
        hasClock(index) && sentence(of: index) == next
      })
    else { return nil }
    return time
  }

  private func times(_ number: Int) -> [Int] {
    figures.indices.filter { index in
      dimensions[index] == .duration && sentence(of: index) == number && !isRate(index)
        && (1...Self.longestByClock).contains(figures[index].siValue)
    }
  }

  /// Whether a time is a whole journey's: "took three hours", "after a flight of 33 minutes", "in two hours."
  private func isOfTrip(_ index: Int) -> Bool {
    guard isOfWay(index) else { return false }
    if isSaidOfTrip(index) { return true }
    let tokens = figures[index].tokens
    let number = sentence(of: index)
    let isBesideNoun = ties.mentions(number).contains { mention in
      guard mention.isTrip else { return false }
      return (0...Self.close).contains(tokens.lowerBound - mention.tokens.upperBound)
        || (0..<Self.close).contains(mention.tokens.lowerBound - tokens.upperBound)
    }
    return isBesideNoun || isLast(tokens, number) && isLedUpTo(tokens.lowerBound)
  }

  private func isSaidOfTrip(_ index: Int) -> Bool {
    switch figures[index].tie.reason {
    case .journeyTakes, .wholeOfJourney, .coversInTime: !figures[index].isAdjective
    default: false
    }
  }

  /// "after four hours.", "in four hours,"
  private func isLast(_ tokens: Range<Int>, _ number: Int) -> Bool {
    let end = tokens.upperBound
    return end >= ties.sentences.ranges[number].upperBound || ties.reader.isSign(end, ".,;!?")
  }

  private func isLedUpTo(_ index: Int) -> Bool {
    ties.reader.phrase(endingAt: index) { role -> Bool? in
      switch role {
      case .clockBefore, .inside: true
      default: nil
      }
    } != nil
  }

  /// "gets in at 10.30, three and a half hours later"
  private func isLater(_ index: Int, than arrival: Int) -> Bool {
    let tokens = figures[index].tokens
    return (0...Self.close).contains(tokens.lowerBound - figures[arrival].tokens.upperBound)
      && ties.mentions(sentence(of: index)).contains {
        $0.what == .later && $0.tokens.lowerBound == tokens.upperBound
      }
  }
}

extension Mention {
  /// "a trip", "a flight of", "by train"
  fileprivate var isTrip: Bool {
    switch what {
    case .journey, .wholeTrip, .kind, .means: true
    default: false
    }
  }
}
