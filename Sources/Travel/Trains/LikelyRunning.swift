import Wording
import Quantities

/// How long a train likely runs, without stops and events: as other trains are timetabled where that is known, by
/// simulation and allowances elsewhere.
struct LikelyRunning {
  /// Seconds over the part that other trains are timetabled on; nil where none are.
  let timetabled: ClosedRange<Double>?
  /// The share of the way that they know, 0 to 1, and on how many sections of theirs.
  let knownShare: Double
  let sections: Int
  /// Seconds of simulated running elsewhere; nil where others know the whole way.
  let simulated: ClosedRange<Double>?
  /// Seconds that are added to the simulated running.
  let allowance: ClosedRange<Double>

  /// Less than this share of a way is no part of it.
  private static let sliver = 0.01

  /// - Parameters:
  ///   - technical: seconds of running at full effort, in the best and the worst case.
  ///   - known: what other trains' timetables say of the way.
  ///   - calls: how many of the stops between are this train's own.
  ///   - spread: how far other trains may be from this one.
  init(
    technical: ClosedRange<Double>, known: SectionSpeeds.Answer?, calls: Int,
    spread: TimetableSpread
  ) {
    let added = TravelAllowance().running
    let rest = 1 - (known?.knownShare ?? 0)
    knownShare = known?.knownShare ?? 0
    sections = known?.sections ?? 0
    // A train that passes stops of other trains is quicker than they are, but no quicker than it can be.
    timetabled = known.map { known in
      let passed = Double(max(0, known.sections - 1 - calls)) * spread.passedStop
      let possible = technical.lowerBound * (1 + added.lowerBound) * known.knownShare
      let least = known.time.lowerBound
      return max(least - passed, min(least, possible))...known.time.upperBound
    }
    let isPart = rest > Self.sliver
    let own = technical.lowerBound * rest...technical.upperBound * rest
    simulated = isPart ? own : nil
    allowance =
      isPart ? own.lowerBound * added.lowerBound...own.upperBound * added.upperBound : 0...0
  }

  /// Seconds in all.
  var time: ClosedRange<Double> {
    [timetabled, simulated, allowance].compactMap(\.self).reduce(0...0) {
      $0.lowerBound + $1.lowerBound...$0.upperBound + $1.upperBound
    }
  }

  /// Its parts for a ledger.
  ///
  /// - Parameter source: where the other trains' times come from.
  func entries(source: String) -> [TrainJourney.Entry] {
    var entries: [TrainJourney.Entry] = []
    if let timetabled {
      let percent = Int(held: (knownShare * 100).rounded())
      entries.append(
        TrainJourney.Entry(
          title: "running as timetabled", time: timetabled,
          basis:
            "other trains on \(percent) % of the way (sections known: \(sections); \(term: source))"
        ))
    }
    guard let simulated else { return entries }
    return entries + [
      TrainJourney.Entry(
        title: timetabled == nil ? "running" : "running elsewhere", time: simulated,
        basis: "full effort, every limit used"),
      TrainJourney.Entry(
        title: "running allowance", time: allowance,
        basis: "3 to 12 % of the running time (UIC 451-1; the upper value estimated)"),
    ]
  }
}
