import Claims

/// How long it can have been between two events, for one choice of readings.
public struct ElapsedWindow: Sendable {
  /// The readings that were chosen, where a member has several.
  public let readings: [Member.ID: Int]
  /// Seconds from the first event to the second.
  public let seconds: Bounds
  /// When the first and the second event can have been, in seconds since 1970.
  public let start: Bounds
  public let end: Bounds

  public init(readings: [Member.ID: Int], seconds: Bounds, start: Bounds, end: Bounds) {
    self.readings = readings
    self.seconds = seconds
    self.start = start
    self.end = end
  }
}

extension ConstraintSystem {
  /// What the selected members leave for the time between two events, one answer for each choice of
  /// readings that they bear, or of very many choices one answer for all; none where they contradict each other.
  public func elapsed(
    from start: EventID, to end: EventID, given selected: [Int]
  ) -> [ElapsedWindow] {
    let problem = Problem(self, members: selected)
    guard let from = problem.event(start), let to = problem.event(end) else { return [] }
    let decider = Decider(problem)
    let choices = decider.choices(
      .all(selected.count), limit: ConstraintSystem.readingLimit)
    guard choices.areAll else {
      let window = decider.window(from: start, to: end, given: .all(selected.count))
      return window.map { [$0] } ?? []
    }
    let windows = choices.list.map { choice in
      let store = choice.store
      func moment(_ event: Int) -> Bounds {
        let known = store.elapsed(0, event)
        return Bounds(known.low + problem.reference, known.high + problem.reference)
      }
      return ElapsedWindow(
        readings: named(choice.readings, in: problem), seconds: store.elapsed(from, to),
        start: moment(from), end: moment(to))
    }
    return windows.reduce(into: []) { merged, window in
      if let same = merged.firstIndex(where: { $0.isAlike(window) }) {
        merged[same] = merged[same].keepingCommonReadings(with: window)
      } else {
        merged.append(window)
      }
    }
  }
}

extension Decider {
  /// What all choices of readings leave together.
  fileprivate func window(
    from start: EventID, to end: EventID, given subset: MemberSet
  ) -> ElapsedWindow? {
    func hull(_ from: EventID, _ to: EventID) -> Bounds? {
      self.hull(of: .elapsed(from: from, to: to, .open), given: subset)?.bounds
    }
    guard let seconds = hull(start, end), let first = hull(.epoch, start),
      let last = hull(.epoch, end)
    else { return nil }
    return ElapsedWindow(readings: [:], seconds: seconds, start: first, end: last)
  }
}

extension ElapsedWindow {
  fileprivate func isAlike(_ other: ElapsedWindow) -> Bool {
    seconds.isAlike(other.seconds) && start.isAlike(other.start) && end.isAlike(other.end)
  }

  /// A reading that makes no difference is not worth naming.
  fileprivate func keepingCommonReadings(with other: ElapsedWindow) -> ElapsedWindow {
    ElapsedWindow(
      readings: readings.filter { other.readings[$0.key] == $0.value }, seconds: seconds,
      start: start, end: end)
  }
}

extension Bounds {
  /// Whether both ends agree to the second, or to a millimetre.
  func isAlike(_ other: Bounds) -> Bool {
    (low == other.low || abs(low - other.low) < 1e-3)
      && (high == other.high || abs(high - other.high) < 1e-3)
  }
}
