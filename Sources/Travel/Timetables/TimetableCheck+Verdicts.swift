extension TimetableCheck.Way {
  /// The likely time; other trains' timetabled times hold the dwell already.
  func likely(holdingDwell: Bool) -> ClosedRange<Double>? {
    likely.map { likely in
      likely.lowerBound...likely.upperBound + (holdingDwell ? hiddenDwell : 0)
    }
  }

  /// How a time between two calls stands to what a train needs here.
  func verdict(elapsed: Int, rounding: Double, mayHoldDwell: Bool) -> TimetableCheck.Verdict {
    let (least, most) = (Double(elapsed) - rounding, Double(elapsed) + rounding)
    // No train arrives before it leaves, wherever it goes.
    if elapsed < 0 || most < fastest { return .impossible }
    guard let length, length.upperBound > 0 else { return .unknown }
    if let technical, most < technical { return .beyondSimulation }
    guard let likely = likely(holdingDwell: mayHoldDwell) else { return .unknown }
    if most < likely.lowerBound { return .fast }
    return least > likely.upperBound ? .slow : .fits
  }
}
