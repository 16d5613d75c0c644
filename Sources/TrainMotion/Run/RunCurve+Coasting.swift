extension RunCurve {
  /// The run with the power off before each braking: the train rolls until its speed has fallen to a share of what it
  /// was, and brakes from there. Where the line falls so steeply that it would not lose speed, it brakes as before.
  ///
  /// - Parameters:
  ///   - share: of the speed at which braking begins, 0 to 1; 1 changes nothing.
  ///   - stock: the train.
  ///   - path: the way that is run.
  public func coasting(
    to share: Double, with stock: RollingStock, over path: RunningPath
  ) -> RunCurve {
    guard share < 1, let first = points.first else { return self }
    var result = RunCurve(points: [first])
    var lead: [Leg] = []
    for leg in legs {
      if leg.phase == .braking, let last = lead.last, last.phase != .braking,
        last.phase != .coasting,
        let rolling = Self.roll(
          into: remainder(of: leg), to: share * leg.startSpeed, after: lead, stock, path)
      {
        lead = rolling
      }
      // What the train rolled over of this braking is behind it.
      guard let rest = leg.after(lead.last?.end ?? 0) else { continue }
      lead.append(rest)
    }
    for leg in lead { result.add(leg.phase, to: leg.end, speed: leg.endSpeed, taking: leg.time) }
    return result
  }

  /// From one point to the next.
  fileprivate struct Leg {
    var start: Double
    var end: Double
    var startSpeed: Double
    var endSpeed: Double
    var time: Double
    let phase: Phase

    /// The speed at a place in it, as if it changed evenly with time.
    func speed(at place: Double) -> Double {
      guard end > start else { return endSpeed }
      let share = max(0, min(1, (place - start) / (end - start)))
      let square = startSpeed * startSpeed
      return (square + share * (endSpeed * endSpeed - square)).squareRoot()
    }

    /// The part before a place.
    func before(_ place: Double) -> Leg {
      var part = self
      part.end = place
      part.endSpeed = speed(at: place)
      part.time = time - (after(place)?.time ?? 0)
      return part
    }

    /// The part behind a place; nil where nothing is left.
    func after(_ place: Double) -> Leg? {
      guard place > start else { return self }
      guard place < end - 1e-9 else { return nil }
      var part = self
      part.start = place
      part.startSpeed = speed(at: place)
      let even = 2 * (end - start) / (startSpeed + endSpeed)
      part.time = time * 2 * (end - place) / (part.startSpeed + endSpeed) / even
      return part
    }
  }

  private var legs: [Leg] {
    zip(points, points.dropFirst()).map { start, end in
      Leg(
        start: start.position, end: end.position, startSpeed: start.speed, endSpeed: end.speed,
        time: end.time - start.time, phase: end.phase)
    }
  }

  /// A braking from one of its legs to its end.
  private func remainder(of leg: Leg) -> [Leg] {
    Array(
      legs.drop { $0.start < leg.start || $0.phase != .braking }.prefix { $0.phase == .braking })
  }

  /// The legs before a braking with the power off at their end; nil where the train would not slow down by itself.
  private static func roll(
    into braking: [Leg], to speed: Double, after lead: [Leg], _ stock: RollingStock,
    _ path: RunningPath
  ) -> [Leg]? {
    guard let last = braking.last else { return nil }
    let target = max(speed, last.endSpeed, 0.1)
    guard let leg = braking.first(where: { $0.endSpeed <= target }) else { return nil }
    let squares = (leg.startSpeed * leg.startSpeed, leg.endSpeed * leg.endSpeed)
    let share = (squares.0 - target * target) / max(1e-12, squares.0 - squares.1)
    var free = FreeRun(stock, hasEffort: false, stepShare: 0.35)
    var rolled: [Leg] = []
    var (place, pace) = (leg.start + share * (leg.end - leg.start), target)
    while place > 1e-6 {
      let (section, begin) = path.section(endingAt: place)
      free.slope = section.resistance * standardGravity / 1_000
      guard let step = free.stepBack(from: pace, within: place - begin) else { return nil }
      let start = max(begin, place - step.distance)
      let back = Leg(
        start: start, end: place, startSpeed: step.speed, endSpeed: pace, time: step.time,
        phase: .coasting)
      if let base = lead.last(where: { $0.start <= start }), step.speed >= base.speed(at: start) {
        return meeting(back, rolled, lead)
      }
      rolled.append(back)
      (place, pace) = (start, step.speed)
    }
    return nil
  }

  /// The lead up to where rolling begins, and the rolling.
  private static func meeting(_ back: Leg, _ rolled: [Leg], _ lead: [Leg]) -> [Leg] {
    func speed(_ place: Double) -> Double {
      lead.last { $0.start <= place }?.speed(at: place) ?? 0
    }
    var (low, high) = (back.start, back.end)
    for _ in 0..<60 {
      let middle = (low + high) / 2
      if back.speed(at: middle) >= speed(middle) { low = middle } else { high = middle }
    }
    let kept = lead.filter { $0.start < low }
    let cut = kept.last.map { [$0.end > low ? $0.before(low) : $0] } ?? []
    return kept.dropLast() + cut + [back.after(low)].compactMap(\.self) + rolled.reversed()
  }
}

extension RunningPath {
  /// The section that ends at or holds a place, with its beginning.
  fileprivate func section(endingAt place: Double) -> (section: Section, start: Double) {
    let index = sections.lastIndex { $0.start < place - 1e-9 } ?? 0
    return (sections[index], sections[index].start)
  }
}
