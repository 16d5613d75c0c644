import Claims
import Gazetteer
import Plausibility
import Quantities
import Wording

extension Assembly {
  /// The time between two events as a quantity, which can be added and compared.
  mutating func time(from start: EventID, to end: EventID, _ title: Phrase) -> QuantityID {
    let quantity = QuantityID.duration(start, end)
    guard titles.quantities[quantity] == nil else { return quantity }
    titles[quantity] = title
    laws += Self.lasting(quantity, from: start, to: end)
    return quantity
  }

  /// That a quantity is the seconds between two events.
  private static func lasting(
    _ quantity: QuantityID, from start: EventID, to end: EventID
  ) -> [Constraint] {
    let pace = QuantityID.pace(start, end)
    return [
      .within(pace, ClaimedInterval(lower: 1, upper: 1, shape: .twoSided)),
      .average(distance: quantity, speed: pace, from: start, to: end),
    ]
  }

  /// What a total of hours counts, part by part.
  private struct Counted {
    let parts: [QuantityID]
    /// Whether the total is all of them, and not only some of each.
    let isAll: Bool
  }

  mutating func addTotal(
    _ claim: Claim, _ value: HedgedValue, _ counted: CountedTime, _ from: EventReference,
    _ to: EventReference
  ) {
    guard let gone = gone(from: from, to: to), let found = parts(of: gone, counted) else { return }
    let total = QuantityID.total(claim.id, .duration)
    titles[total] = "\(counted.words) \(gone.ends)"
    let most = QuantityID.named("most of \(claim.id)", .duration)
    var others = [Constraint.sum(found.isAll ? total : most, of: found.parts)]
    if !found.isAll {
      titles[most] = "the time \(gone.ends) without known stays"
      others.append(.atLeast(most, total))
    }
    // What only moves goes no faster for that.
    if counted == .moving, let journey = gone.onlyJourney, journey.mode != .air {
      let (start, end) = (EventID.origin(claim.id), EventID.measure(claim.id))
      titles.stands[end] = total
      others +=
        gone.sums + Self.lasting(total, from: start, to: end) + [
          .reach(distance: gone.distance, speed: journey.ceilingID, from: start, to: end)
        ]
    }
    add(
      claim,
      [.init(label: "", value: .within(total, value.interval(under: profile)), others: others)])
  }

  /// The times that a total adds up; nil where it counts what there is not, such as hours aloft of a train.
  private mutating func parts(of gone: Gone, _ counted: CountedTime) -> Counted? {
    var parts: [QuantityID] = []
    var isAll = true
    for (journey, leg) in gone.legs {
      let isAir = journey.mode == .air
      guard isAir || counted == .moving || counted == .elapsed else { continue }
      let kinds: (EventKind, EventKind) =
        switch (isAir, counted) {
        case (true, .block): (.offBlock, .onBlock)
        case (true, _): (.takeOff, .landing)
        case (false, _): (.departure, .arrival)
        }
      parts.append(
        time(
          from: .stop(journey.id, leg.start.id, kinds.0),
          to: .stop(journey.id, leg.end.id, kinds.1),
          "the time from \(term: leg.startPlace.shortName) to \(term: leg.endPlace.shortName)"))
      // On the ground a vehicle may stand where nobody says so.
      if !isAir || leg.end.unknownStops != nil { isAll = false }
    }
    return parts.isEmpty ? nil : Counted(parts: parts, isAll: isAll)
  }
}

extension CountedTime {
  fileprivate var words: Phrase {
    switch self {
    case .elapsed: "the time"
    case .moving: "the time moving"
    case .airborne: "the time aloft"
    case .block: "the block time"
    }
  }
}
