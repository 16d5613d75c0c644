extension BoundStore {
  /// Draws what one order, sum or product says about its variables; whether anything became tighter.
  ///
  /// Every bound is rounded away from what it excludes.
  mutating func contract(_ index: Int) -> Bool {
    let relation = problem.relations[index]
    let cause = Cause(owner: problem.owners[index])
    switch relation.kind {
    case .within, .elapsed: return false
    case .order: return contractOrder(Int(relation.first), Int(relation.second), cause)
    case .sum: return contractSum(Int(relation.first), relation.parts, cause)
    case .reach, .average:
      let product = Product(relation)
      var changed = contractReach(product, cause)
      if relation.kind == .average, !isContradictory {
        changed = contractAverage(product, cause) || changed
      }
      return changed
    }
  }

  private mutating func contractOrder(_ greater: Int, _ less: Int, _ cause: Cause) -> Bool {
    var changed = false
    if isAbove(greater, low[less]) {
      log.begin()
      cite(leastOf: less)
      changed = raise(greater, to: low[less], cause)
    }
    if !isContradictory, isBelow(less, high[greater]) {
      log.begin()
      cite(mostOf: greater)
      changed = lower(less, to: high[greater], cause) || changed
    }
    return changed
  }

  private mutating func contractSum(
    _ total: Int, _ parts: Range<Int>, _ cause: Cause
  ) -> Bool {
    var sum = PartialSum()
    for part in parts { sum.add(bounds(Int(problem.parts[part]))) }
    var changed = false
    if isAbove(total, Outward.down(sum.low)) {
      log.begin()
      for part in parts { cite(leastOf: Int(problem.parts[part])) }
      changed = raise(total, to: Outward.down(sum.low), cause)
    }
    if !isContradictory, isBelow(total, Outward.up(sum.high)) {
      log.begin()
      for part in parts { cite(mostOf: Int(problem.parts[part])) }
      changed = lower(total, to: Outward.up(sum.high), cause) || changed
    }
    for place in parts where !isContradictory {
      let old = bounds(Int(problem.parts[place]))
      if contractPart(place, total, parts, sum.without(old), cause) {
        changed = true
        sum.replace(old, bounds(Int(problem.parts[place])))
      }
    }
    return changed
  }

  /// A part is what the others leave of the total.
  private mutating func contractPart(
    _ place: Int, _ total: Int, _ parts: Range<Int>, _ others: Bounds, _ cause: Cause
  ) -> Bool {
    let part = Int(problem.parts[place])
    var changed = false
    let needed = Outward.down(low[total] - others.high)
    if isAbove(part, needed) {
      log.begin()
      cite(leastOf: total)
      for other in parts where other != place { cite(mostOf: Int(problem.parts[other])) }
      changed = raise(part, to: needed, cause)
    }
    guard !isContradictory else { return changed }
    let left = Outward.up(high[total] - others.low)
    if isBelow(part, left) {
      log.begin()
      cite(mostOf: total)
      for other in parts where other != place { cite(leastOf: Int(problem.parts[other])) }
      changed = lower(part, to: left, cause) || changed
    }
    return changed
  }

  // MARK: Products

  /// The variables of a product, and the indices of its two elapsed bounds.
  private struct Product {
    let distance: Int
    let speed: Int
    let start: Int
    let end: Int

    init(_ relation: Relation) {
      distance = Int(relation.first)
      speed = Int(relation.second)
      start = Int(relation.start)
      end = Int(relation.end)
    }
  }

  /// A distance is at most what the speed makes of the time.
  private mutating func contractReach(_ product: Product, _ cause: Cause) -> Bool {
    let (distance, speed, start, end) = (
      product.distance, product.speed, product.start, product.end
    )
    var changed = contractLeastTime(product, cause)
    guard !isContradictory else { return true }
    let most = latest[start * eventCount + end]
    if low[distance] > 0, most > 0, most < .infinity {
      let needed = Outward.down(low[distance] / most)
      if isAbove(speed, needed) {
        log.begin()
        cite(leastOf: distance)
        cite(mostFrom: start, to: end)
        changed = raise(speed, to: needed, cause) || changed
      }
    }
    guard !isContradictory else { return true }
    let farthest = most <= 0 || high[speed] <= 0 ? 0 : Outward.up(high[speed] * most)
    if isBelow(distance, farthest) {
      log.begin()
      if most > 0 || high[speed] <= 0 { cite(mostOf: speed) }
      if high[speed] > 0 { cite(mostFrom: start, to: end) }
      changed = lower(distance, to: farthest, cause) || changed
    }
    return changed
  }

  /// Time passes forwards, and it takes at least as long as the greatest speed needs for the least distance.
  private mutating func contractLeastTime(_ product: Product, _ cause: Cause) -> Bool {
    let (distance, speed, start, end) = (
      product.distance, product.speed, product.start, product.end
    )
    var changed = false
    if latest[end * eventCount + start] > Tolerance.moment {
      log.begin()
      changed = tighten(end, start, 0, cause)
    }
    guard !isContradictory else { return true }
    if low[distance] > 0, high[speed] > 0, high[speed] < .infinity {
      let least = Outward.down(low[distance] / high[speed])
      if -least < latest[end * eventCount + start] - Tolerance.moment {
        log.begin()
        cite(leastOf: distance)
        cite(mostOf: speed)
        changed = tighten(end, start, -least, cause) || changed
      }
    }
    return changed
  }

  /// The other direction of d = v·t, which holds only for an average.
  private mutating func contractAverage(_ product: Product, _ cause: Cause) -> Bool {
    let (distance, speed, start, end) = (
      product.distance, product.speed, product.start, product.end
    )
    var changed = false
    if low[speed] > 0, high[distance] < .infinity {
      let longest = Outward.up(high[distance] / low[speed])
      if longest < latest[start * eventCount + end] - Tolerance.moment {
        log.begin()
        cite(mostOf: distance)
        cite(leastOf: speed)
        changed = tighten(start, end, longest, cause)
      }
    }
    guard !isContradictory else { return true }
    let least = -latest[end * eventCount + start]
    guard least > 0 else { return changed }
    let fastest = Outward.up(high[distance] / least)
    if isBelow(speed, fastest) {
      log.begin()
      cite(mostOf: distance)
      cite(mostFrom: end, to: start)
      changed = lower(speed, to: fastest, cause) || changed
    }
    guard !isContradictory else { return true }
    let shortest = Outward.down(low[speed] * least)
    if isAbove(distance, shortest) {
      log.begin()
      cite(leastOf: speed)
      cite(mostFrom: end, to: start)
      changed = raise(distance, to: shortest, cause) || changed
    }
    return changed
  }
}

/// A sum of bounds from which a part can be taken out again.
private struct PartialSum {
  private var least = 0.0
  private var most = 0.0
  private var unbounded = 0
  private var count = 0.0
  /// The greatest that it has been: what was rounded away stays lost when a great part becomes small.
  private var size = 0.0

  var low: Double { least }
  var high: Double { unbounded > 0 ? .infinity : most }

  mutating func add(_ part: Bounds) {
    least += part.low
    count += 1
    if part.high < .infinity { most += part.high } else { unbounded += 1 }
    size = max(size, least, most)
  }

  mutating func replace(_ old: Bounds, _ new: Bounds) {
    least += new.low - old.low
    if old.high < .infinity { most -= old.high } else { unbounded -= 1 }
    if new.high < .infinity { most += new.high } else { unbounded += 1 }
    size = max(size, least, most)
  }

  /// What the other parts come to, rounded outwards by what adding and taking away can have cost.
  func without(_ part: Bounds) -> Bounds {
    let slack = 1e-15 * (count + 2)
    let isOpen = unbounded > (part.high < .infinity ? 0 : 1)
    let rest = part.high < .infinity ? most - part.high : most
    return Bounds(
      max(0, least - part.low - slack * size), isOpen ? .infinity : rest + slack * size)
  }
}
