public import Gazetteer
import Quantities
import Wording

extension TrainJourney {
  /// The same journey over a longer or shorter way, in metres: what is run takes so much more or less, what is stood the
  /// same.
  public func overLength(_ meters: Double?) -> TrainJourney {
    guard let meters, way.central.meters > 0 else { return self }
    let share = meters / way.central.meters
    let ledger = ledger.map { entry in
      entry.isEvent
        ? entry
        : Entry(
          title: entry.title,
          time: entry.time.lowerBound * share...entry.time.upperBound * share,
          basis: "\(entry.basis), in proportion", isDwell: entry.isDwell)
    }
    return with(ledger, share: share)
  }

  /// The same journey with changes of gauge that take as long as supposed, in seconds.
  public func supposing(_ changes: [Place.ID: Double]) -> TrainJourney {
    let ledger = ledger.map { entry -> Entry in
      guard let seconds = entry.gaugeBreak.flatMap({ changes[$0] }) else { return entry }
      return Entry(
        title: entry.title, time: seconds...seconds, basis: "as supposed", isEvent: true,
        gaugeBreak: entry.gaugeBreak)
    }
    return with(ledger)
  }
}
