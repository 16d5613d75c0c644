import Claims
import Gazetteer
import Plausibility
import Quantities
import Travel
import Wording

/// A quantity that is compared, with what has to hold for it to be that.
private struct Compared {
  let quantity: QuantityID
  var others: [Constraint] = []
  /// The events between which it passes, of a time.
  var events: (EventID, EventID)?
}

extension Assembly {
  /// One quantity is another and a difference, or a multiple of it.
  mutating func addComparison(_ claim: Claim, _ said: QuantityComparison) {
    guard let greater = compared(said.greater), let lesser = compared(said.lesser) else { return }
    let interval = said.value.interval(under: profile)
    let others = greater.others + lesser.others
    switch said.relation {
    case .more:
      let difference = QuantityID.difference(claim.id, greater.quantity.dimension)
      titles[difference] = "\(name(of: greater)) less \(name(of: lesser))"
      add(
        claim,
        [
          .init(
            label: "", value: .within(difference, interval),
            others: others + [.sum(greater.quantity, of: [lesser.quantity, difference])])
        ])
    case .times:
      let ratio = QuantityID.ratio(claim.id)
      titles[ratio] = "\(name(of: greater)) divided by \(name(of: lesser))"
      let (events, laid) = laidOff(lesser, by: claim.id)
      add(
        claim,
        [
          .init(
            label: "", value: .within(ratio, interval),
            others: others + laid + [
              .average(distance: greater.quantity, speed: ratio, from: events.0, to: events.1)
            ])
        ])
    }
  }

  private func name(of compared: Compared) -> Phrase {
    titles.quantities[compared.quantity] ?? "\(compared.quantity)"
  }

  /// The events between which a quantity lies: its own where it is a time, else ones that it is laid off between, a metre
  /// for a second.
  private mutating func laidOff(
    _ compared: Compared, by claim: Claim.ID
  ) -> (events: (EventID, EventID), constraints: [Constraint]) {
    if let events = compared.events { return (events, []) }
    let (start, end) = (EventID.origin(claim), EventID.measure(claim))
    titles.stands[end] = compared.quantity
    let pace = QuantityID.pace(start, end)
    return (
      (start, end),
      [
        .within(pace, ClaimedInterval(lower: 1, upper: 1, shape: .twoSided)),
        .average(distance: compared.quantity, speed: pace, from: start, to: end),
      ]
    )
  }

  private mutating func compared(_ said: ComparedQuantity) -> Compared? {
    switch said {
    case .duration(let from, let to):
      let (start, end) = (event(from), event(to))
      return Compared(
        quantity: time(from: start, to: end, "the time \(words(from, to))"), events: (start, end))
    case .way(let from, let to):
      return gone(from: from, to: to).map { Compared(quantity: $0.distance, others: $0.sums) }
    case .distance(let kind, let from, let to):
      guard let start = finder.found(from), let end = finder.found(to),
        let quantity = measured(kind, from: start, to: end)
      else { return nil }
      return Compared(quantity: quantity)
    case .average(let from, let to):
      guard let gone = gone(from: from, to: to) else { return nil }
      let quantity = QuantityID.average(event(from), event(to))
      titles[quantity] = "the average speed \(gone.ends)"
      return Compared(
        quantity: quantity,
        others: gone.sums + [
          .average(distance: gone.distance, speed: quantity, from: event(from), to: event(to))
        ])
    case .claim(let id):
      let claim = caseFile.claims.first { $0.id == id }
      return claim.flatMap { subject(of: $0) }.flatMap { compared($0) }
    }
  }

  /// What a claim is about; nil of what cannot be compared, or has several readings.
  private func subject(of claim: Claim) -> ComparedQuantity? {
    switch claim.subject {
    case .duration(_, let from, let to): return .duration(from: from, to: to)
    case .way(_, let from, let to): return .way(from: from, to: to)
    case .distance(_, let from, let to, let kinds):
      guard let start = from.first, let end = to.first, let kind = kinds.first,
        from.count * to.count * kinds.count == 1
      else { return nil }
      return .distance(kind, from: start, to: end)
    case .speed(_, let speed):
      guard speed.kind == .average, let from = speed.from, let to = speed.to else { return nil }
      return .average(from: from, to: to)
    default: return nil
    }
  }

  /// The events that a compared quantity lies between.
  func events(of said: ComparedQuantity) -> [EventID] {
    switch said {
    case .duration(let from, let to), .way(let from, let to), .average(let from, let to):
      [event(from), event(to)]
    case .distance, .claim: []
    }
  }

  private func words(_ from: EventReference, _ to: EventReference) -> Phrase {
    func place(_ reference: EventReference) -> String {
      switch reference {
      case .named(let id): caseFile.events.first { $0.id == id }?.title ?? id
      case .stop(let id, let stop, _):
        itineraries.first { $0.journey.id == id }.flatMap { itinerary in
          zip(itinerary.journey.stops, itinerary.places).first { $0.0.id == stop }?.1.name
        } ?? stop
      }
    }
    return "from \(term: place(from)) to \(term: place(to))"
  }
}
