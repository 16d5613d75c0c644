/// Decides which sets of a problem's members can hold.
struct Decider {
  enum Answer {
    /// With the reading of each member that holds, -1 for those not asked about.
    case consistent(Assignment, readings: [Int])
    /// Members that cannot hold, not always the fewest.
    case contradictory(MemberSet)
    case undecided(Undecided)
  }

  let problem: Problem
  /// What the laws alone say.
  private let prelude: BoundStore
  /// How many choices of readings may fail before a search is given up.
  private let patience: Int

  /// Where one answer of many is wanted, such as how far a claim would have to be stretched.
  static let briefly = 100

  init(_ problem: Problem, patience: Int = 2_000) {
    self.problem = problem
    self.patience = patience
    var prelude = BoundStore(problem)
    for law in 0..<problem.lawCount { prelude.add(law) }
    prelude.propagate()
    self.prelude = prelude
  }

  /// Whether the members can hold together, under some choice of their readings.
  func decide(_ subset: MemberSet) -> Answer {
    var search = ReadingSearch(problem, subset, prelude, ReadingSearch.Wish(failures: patience))
    switch search.run() {
    case .found:
      guard let found = search.found.first, let example = found.example else {
        return .undecided(.openCases)
      }
      return .consistent(example, readings: found.readings)
    case .refuted(let core): return .contradictory(core)
    case .open(let reason): return .undecided(reason)
    }
  }

  /// The choices of readings under which the members can hold, up to a limit; those that could not be
  /// decided stand among them.
  func choices(_ subset: MemberSet, limit: Int) -> ReadingChoices {
    var search = ReadingSearch(
      problem, subset, prelude,
      ReadingSearch.Wish(limit: limit, failures: patience, keepsOpen: true))
    _ = search.run()
    return ReadingChoices(
      list: search.found.map { ReadingChoice($0, with: 0..<0) }, areAll: search.isExhaustive)
  }

  /// One choice of readings under which the members and further relations can hold, with a subject as far out as
  /// an interval says.
  func choice(
    _ subset: MemberSet, with further: Range<Int>, _ subject: Subject, in interval: Bounds
  ) -> ReadingChoices {
    var store = prelude
    subject.suppose(interval, in: &store)
    var search = ReadingSearch(
      problem, subset, store,
      ReadingSearch.Wish(
        failures: patience, keepsOpen: true, extra: further,
        supposition: { subject.lies(in: interval, $0) }))
    _ = search.run()
    return ReadingChoices(
      list: search.found.map { ReadingChoice($0, with: further) },
      areAll: search.isExhaustive || !search.found.isEmpty)
  }

  /// Why members that contradict each other do, under every choice of their readings.
  func refutations(_ subset: MemberSet) -> [ReadingSearch.Refuted] {
    var search = ReadingSearch(
      problem, subset, prelude, ReadingSearch.Wish(failures: patience, keepsRefuted: true))
    guard case .refuted = search.run(), search.found.isEmpty else { return [] }
    return search.refuted
  }
}
