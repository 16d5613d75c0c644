public import Gazetteer
import Quantities
import Wording

extension TrainJourney {
  /// The same journey over a longer or shorter way, in metres: what is run takes so much more or less, what is stood the
  /// same.
  public func overLength(_ meters: Double?) -> TrainJourney {
    guard let meters, way.central.meters > 0 else { return self }
    let share = meters / way.central.meters
    func scaled(_ range: ClosedRange<Double>) -> ClosedRange<Double> {
      range.lowerBound * share...range.upperBound * share
    }
    let ledger = ledger.map { entry in
      entry.isEvent
        ? entry
        : Entry(
          title: entry.title, time: scaled(entry.time), basis: "\(entry.basis), in proportion",
          isDwell: entry.isDwell)
    }
    return TrainJourney(
      places: places, way: way, model: model, profile: profile, fastest: fastest * share,
      technical: scaled(technical), ledger: ledger, bestCurve: bestCurve, worstCurve: worstCurve,
      stops: stops, isTimetabled: isTimetabled)
  }

  /// The same journey with changes of gauge that take as long as supposed, in seconds.
  public func supposing(_ changes: [Place.ID: Double]) -> TrainJourney {
    let ledger = ledger.map { entry -> Entry in
      guard let seconds = entry.gaugeBreak.flatMap({ changes[$0] }) else { return entry }
      return Entry(
        title: entry.title, time: seconds...seconds, basis: "as supposed", isEvent: true,
        gaugeBreak: entry.gaugeBreak)
    }
    return TrainJourney(
      places: places, way: way, model: model, profile: profile, fastest: fastest,
      technical: technical, ledger: ledger, bestCurve: bestCurve, worstCurve: worstCurve,
      stops: stops, isTimetabled: isTimetabled)
  }
}
