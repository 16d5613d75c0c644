import Claims

/// One choice of readings under which members can hold, and what is then known.
struct ReadingChoice {
  /// The reading of each member of the problem, -1 where it was not chosen.
  let readings: [Int]
  let store: BoundStore
  /// An example in which they hold; nil where that was not decided.
  let example: Assignment?
  /// Relations that hold besides.
  private let extra: Range<Int>

  init(_ found: ReadingSearch.Found, with extra: Range<Int>) {
    readings = found.readings
    store = found.store
    example = found.example
    self.extra = extra
  }
}

/// Choices of readings under which members can hold, or were not shown not to.
struct ReadingChoices {
  let list: [ReadingChoice]
  /// Whether there are no others.
  let areAll: Bool
}

extension ReadingChoice {
  /// What is left for the value that a constraint bounds: to the tolerance of the arithmetic exact, where what
  /// follows bound by bound may be wider. Moments are seconds since 1970.
  ///
  /// - Parameter further: relations that hold besides.
  func exactBounds(of constraint: Constraint, with further: Range<Int> = 0..<0) -> ExactBounds? {
    var store = store
    for index in further { store.add(index) }
    store.propagate()
    guard !store.isContradictory, let subject = Subject(constraint, store.problem) else {
      return store.isContradictory ? nil : ExactBounds(bounds: .all, isExact: true)
    }
    let search = EndSearch(subject: subject, store: store, chosen: chosen + further)
    let start: Assignment
    switch search.decide(store) {
    case .example(let example): start = example
    case .refuted: return nil
    case .undecided:
      return ExactBounds(
        bounds: subject.sinceEpoch(subject.bounds(store), store.problem), isExact: false)
    }
    let hull = subject.bounds(store)
    let value = subject.value(start)
    let low = search.end(from: value, to: hull.low, isLow: true)
    let high = search.end(from: value, to: hull.high, isLow: false)
    return ExactBounds(
      bounds: subject.sinceEpoch(Bounds(low.value, high.value), store.problem),
      isExact: low.isExact && high.isExact)
  }

  /// The relations of the laws and of the chosen readings.
  private var chosen: [Int] {
    var chosen = Array(0..<store.problem.lawCount) + extra
    for (place, reading) in readings.enumerated() where reading >= 0 {
      chosen += store.problem.relations(of: place, reading: reading)
    }
    return chosen
  }
}
