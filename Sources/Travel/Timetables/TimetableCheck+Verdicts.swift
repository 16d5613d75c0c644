import Timetables

extension TimetableCheck.Way {
  /// The likely time; other trains' timetabled times hold the dwell already.
  func likely(holdingDwell: Bool) -> ClosedRange<Double>? {
    likely.map { likely in
      likely.lowerBound...likely.upperBound + (holdingDwell ? hiddenDwell : 0)
    }
  }

  /// The least time over it, in seconds.
  func fastest(_ section: SectionTimes) -> Double {
    section.isFromStand ? fastestFromStand : fastest
  }

  /// How a time between two calls stands to what a train needs here.
  func verdict(
    _ section: SectionTimes, rounding: Double, isTrainNamed: Bool
  ) -> TimetableCheck.Verdict {
    let (least, most) = (
      Double(section.elapsed) - rounding, Double(section.elapsed) + rounding
    )
    // No train arrives before it leaves, wherever it goes.
    if section.elapsed < 0 || most < fastestOfAny { return .impossible }
    if most < fastest(section) { return isTrainNamed ? .impossible : .beyondTrain }
    guard let length, length.upperBound > 0 else { return .unknown }
    if let technical, most < technical { return .beyondSimulation }
    guard let likely = likely(holdingDwell: section.mayHoldDwell) else { return .unknown }
    if most < likely.lowerBound { return .fast }
    return least > likely.upperBound ? .slow : .fits
  }
}

/// The times of a section as they are printed.
struct SectionTimes {
  /// Seconds from departure to arrival.
  let elapsed: Int
  /// Whether it surely stands at both ends, and does not pass.
  let isFromStand: Bool
  /// Whether one time is printed for the call at its end, so that the section's time may hold the dwell.
  let mayHoldDwell: Bool
}

extension [TimetableCheck.Section] {
  /// The sections of one trip that go too fast taken together, each of which alone the rounding of its two times would
  /// excuse: the rounding is granted once, to the ends of the whole.
  ///
  /// - Parameters:
  ///   - fastest: the least time of each section, in seconds.
  ///   - rounding: seconds that a time may be off.
  func tooFastTogether(_ fastest: [Double], rounding: Double) -> Range<Int>? {
    var best = (sum: -rounding, range: 0..<0)
    var (sum, start) = (0.0, 0)
    for index in indices {
      // The time at the stop before belongs to the whole.
      let stay = index > start ? Double(self[index].from.departure - self[index - 1].to.arrival) : 0
      let own = Double(self[index].elapsed) - fastest[index]
      if sum + stay < 0 { sum += stay + own } else { (sum, start) = (own, index) }
      if sum < best.sum { best = (sum, start..<(index + 1)) }
    }
    return best.range.isEmpty ? nil : best.range
  }
}
