import Claims

extension Store {
  /// Draws what one sum or product says about its variables; whether anything became tighter.
  mutating func contract(_ relation: Relation) -> Bool {
    switch relation.constraint {
    case .within, .elapsed: false
    case .atLeast(let one, let other): contractOrder(one, other, relation.member)
    case .sum(let total, let parts): contractSum(total, parts, relation.member)
    case .reach(let distance, let speed, let from, let to):
      contractProduct(distance, speed, from, to, relation.member, isAverage: false)
    case .average(let distance, let speed, let from, let to):
      contractProduct(distance, speed, from, to, relation.member, isAverage: true)
    }
  }

  private mutating func contractOrder(
    _ one: QuantityID, _ other: QuantityID, _ member: Int
  ) -> Bool {
    guard let greater = system.quantities[one], let less = system.quantities[other] else {
      return false
    }
    let raised = raise(greater, to: bounds[less].low, member, trace?.low(less) ?? [])
    guard !isContradictory else { return true }
    let lowered = lower(less, to: bounds[greater].high, member, trace?.high(greater) ?? [])
    return raised || lowered
  }

  private mutating func contractSum(
    _ total: QuantityID, _ parts: [QuantityID], _ member: Int
  ) -> Bool {
    guard let whole = system.quantities[total] else { return false }
    let indices = parts.compactMap { system.quantities[$0] }
    var changed = raise(
      whole, to: Outward.down(indices.reduce(0) { $0 + bounds[$1].low }), member,
      indices.flatMap { trace?.low($0) ?? [] })
    guard !isContradictory else { return true }
    let most = indices.reduce(0) { $0 + bounds[$1].high }
    if lower(whole, to: Outward.up(most), member, indices.flatMap { trace?.high($0) ?? [] }) {
      changed = true
    }
    for part in indices where !isContradictory {
      let rest = indices.filter { $0 != part }
      let least = bounds[whole].low - rest.reduce(0) { $0 + bounds[$1].high }
      let lowPremises = (trace?.low(whole) ?? []) + rest.flatMap { trace?.high($0) ?? [] }
      if least > 0, raise(part, to: Outward.down(least), member, lowPremises) { changed = true }
      guard !isContradictory else { return true }
      let greatest = bounds[whole].high - rest.reduce(0) { $0 + bounds[$1].low }
      let highPremises = (trace?.high(whole) ?? []) + rest.flatMap { trace?.low($0) ?? [] }
      if lower(part, to: Outward.up(greatest), member, highPremises) { changed = true }
    }
    return changed
  }

  private mutating func contractProduct(
    _ distance: QuantityID, _ speed: QuantityID, _ from: EventID, _ to: EventID, _ member: Int,
    isAverage: Bool
  ) -> Bool {
    guard let way = system.quantities[distance], let pace = system.quantities[speed],
      let start = system.events[from], let end = system.events[to]
    else { return false }
    var changed = false
    // Time passes forwards, and at least as much as the greatest speed needs for the least way.
    if bounds[pace].high > 0 {
      let least = Outward.down(bounds[way].low / bounds[pace].high)
      let premises = (trace?.low(way) ?? []) + (trace?.high(pace) ?? [])
      if tighten(end, start, -max(0, least), member, least > 0 ? premises : []) { changed = true }
    } else if bounds[way].low > 0 {
      changed = lower(way, to: 0, member, trace?.high(pace) ?? [])
    }
    guard !isContradictory else { return true }
    let time = elapsed(start, end)
    let within = trace?.paths[start * count + end] ?? []
    if time.high > 0, time.high < .infinity {
      let needed = Outward.down(bounds[way].low / time.high)
      if raise(pace, to: needed, member, (trace?.low(way) ?? []) + within) { changed = true }
      guard !isContradictory else { return true }
    }
    let farthest = Outward.up(bounds[pace].high * max(0, time.high))
    if farthest < .infinity,
      lower(way, to: farthest, member, (trace?.high(pace) ?? []) + within)
    {
      changed = true
    }
    guard isAverage, !isContradictory else { return changed }
    return contractAverage(way, pace, start, end, member) || changed
  }

  /// The other direction of d = v·t, which holds only for an average.
  private mutating func contractAverage(
    _ way: Int, _ pace: Int, _ start: Int, _ end: Int, _ member: Int
  ) -> Bool {
    var changed = false
    let time = elapsed(start, end)
    let since = trace?.paths[end * count + start] ?? []
    if bounds[pace].low > 0, bounds[way].high < .infinity {
      let longest = Outward.up(bounds[way].high / bounds[pace].low)
      let premises = (trace?.high(way) ?? []) + (trace?.low(pace) ?? [])
      if tighten(start, end, longest, member, premises) { changed = true }
      guard !isContradictory else { return true }
    }
    if time.low > 0 {
      let premises = (trace?.high(way) ?? []) + since
      if lower(pace, to: Outward.up(bounds[way].high / time.low), member, premises) {
        changed = true
      }
      guard !isContradictory else { return true }
      let shortest = Outward.down(bounds[pace].low * time.low)
      if raise(way, to: shortest, member, (trace?.low(pace) ?? []) + since) { changed = true }
    }
    return changed
  }
}
