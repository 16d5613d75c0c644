import Claims
import Datasets
import FoundationEssentials
import Plausibility
import TestSupport
import Testing

/// Small worlds whose answers are worked out by hand.
@Suite struct EngineTests {
  private let profile: HedgeProfile

  init() throws { profile = try DataFolder(path: Repository.geo.path).hedgeProfile() }

  private func interval(_ low: Double?, _ high: Double?) -> ClaimedInterval {
    ClaimedInterval(
      lower: low, upper: high, shape: low == nil ? .atMost : high == nil ? .atLeast : .twoSided)
  }

  private func claim(
    _ id: String, _ values: Constraint..., grade: SourceGrade? = nil
  ) -> Member {
    Member(
      id: .claim(Claim.ID(id)), origin: .claim(Claim.ID(id)), strength: .hard,
      readings: values.map { Reading(value: $0) }, grade: grade)
  }

  private func elapsed(_ from: String, _ to: String, _ low: Double?, _ high: Double?) -> Constraint
  {
    .elapsed(from: EventID.named(from), to: EventID.named(to), interval(low, high))
  }

  /// What it measures makes no difference to the engine.
  private func quantity(_ name: String) -> QuantityID { .named(name, .distance) }

  private func within(_ name: String, _ low: Double?, _ high: Double?) -> Constraint {
    .within(quantity(name), interval(low, high))
  }

  private func conflicts(_ system: ConstraintSystem) -> [[String]] {
    system.minimalSets(of: Array(system.members.indices)).flatMap(\.conflicts).map {
      $0.map { system.members[$0].id.text }
    }
  }

  private func proofs(_ system: ConstraintSystem) throws -> [Proof] {
    let report = Judge(system: system, profile: profile).report(
      on: Array(system.members.indices))
    return report.conflicts.flatMap(\.proofs)
  }

  @Test func `a ring of durations that no clock holds is a negative cycle`() throws {
    let system = ConstraintSystem(
      members: [
        claim("ab", elapsed("a", "b", 10, nil)), claim("bc", elapsed("b", "c", 10, nil)),
        claim("ac", elapsed("a", "c", nil, 19)), claim("other", elapsed("a", "d", 1, 2)),
      ], laws: [])
    #expect(conflicts(system) == [["ab", "bc", "ac"]])
  }

  /// Eight legs of at most 50 km/h cannot make 1,100 km in 20 hours, whatever each leg took.
  private func totals(legs: Int, hours: Double) -> ConstraintSystem {
    var laws: [Constraint] = []
    var members = [
      claim("D", within("D", 1_100_000, 1_150_000)),
      claim("T", elapsed("s0", "s\(legs)", 0, hours * 3_600)),
    ]
    for leg in 0..<legs {
      laws.append(
        .average(
          distance: quantity("d\(leg)"), speed: quantity("v\(leg)"), from: EventID.named("s\(leg)"),
          to: EventID.named("s\(leg + 1)")))
      members.append(claim("v\(leg)", within("v\(leg)", 1 / 3.6, 50 / 3.6)))
    }
    laws.append(.sum(quantity("D"), of: (0..<legs).map { quantity("d\($0)") }))
    return ConstraintSystem(members: members, laws: laws)
  }

  @Test(arguments: [1, 2, 5, 8, 20])
  func `what follows from totals alone is found, and told as a sum`(legs: Int) throws {
    let system = totals(legs: legs, hours: 20)
    #expect(conflicts(system) == [["D", "T"] + (0..<legs).map { "v\($0)" }])
    if legs > 1 {
      let proof = try #require(try proofs(system).first)
      guard case .sum(let sum) = proof.end else {
        Issue.record("it ends with \(proof.end)")
        return
      }
      #expect(sum.lower > sum.upper)
      #expect(proof.members.count == legs + 2)
    }
    guard
      case .consistent(let witness) = totals(legs: legs, hours: 22.1).status(
        of: Array(0..<(legs + 2)))
    else {
      Issue.record("22.1 hours are enough")
      return
    }
    #expect((witness.values[quantity("D")] ?? 0) >= 1_100_000 * (1 - 1e-6))
  }

  /// Two journeys of three stretches each whose speeds are shared: how long the first took decides.
  @Test func `a plane over a speed from nothing rests on the time`() throws {
    func system(_ short: Bool) -> ConstraintSystem {
      var laws: [Constraint] = []
      var members = [claim("A", within("A", nil, 100)), claim("X", within("X", 110, nil))]
      for index in 0..<3 {
        for (way, start) in [("a", "t"), ("x", "s")] {
          laws.append(
            .average(
              distance: quantity("\(way)\(index)"), speed: quantity("v\(index)"),
              from: EventID.named("\(start)\(index)"), to: EventID.named("\(start)'\(index)")))
        }
        let long = elapsed("t\(index)", "t'\(index)", 10, nil)
        let little = elapsed("t\(index)", "t'\(index)", nil, 5)
        members.append(short ? claim("T\(index)", long, little) : claim("T\(index)", long))
        members.append(claim("S\(index)", elapsed("s\(index)", "s'\(index)", nil, 10)))
      }
      for (total, part) in [("A", "a"), ("X", "x")] {
        laws.append(.sum(quantity(total), of: (0..<3).map { quantity("\(part)\($0)") }))
      }
      return ConstraintSystem(members: members, laws: laws)
    }
    let found = conflicts(system(false)).map(Set.init)
    #expect(found == [["A", "X", "T0", "T1", "T2", "S0", "S1", "S2"]])
    let open = system(true)
    guard case .consistent = open.status(of: Array(open.members.indices)) else {
      Issue.record("with short stretches it can be")
      return
    }
  }

  @Test func `a claim that no reading of it saves is refuted reading by reading`() throws {
    let system = ConstraintSystem(
      members: [
        claim("open", within("x", 10, 12), within("y", 20, 22)), claim("x", within("x", nil, 9)),
        claim("y", within("y", 30, nil)),
      ], laws: [])
    #expect(conflicts(system) == [["open", "x", "y"]])
    let proofs = try proofs(system)
    let readings = Set(proofs.compactMap { $0.readings[.claim(Claim.ID("open"))] })
    #expect(readings == [0, 1])
  }

  @Test func `a bound on the search is told as more`() throws {
    // Forty values of which any two exclude each other: 780 conflicts, more than are looked for.
    let members = (0..<40).map { index in
      claim("c\(index)", within("x", Double(index) * 10, Double(index) * 10 + 1))
    }
    let sets = ConstraintSystem(members: members, laws: []).minimalSets(
      of: Array(members.indices), limit: 50)
    let areIncomplete = sets.allSatisfy { $0.isIncomplete }
    #expect(areIncomplete)
    let found = sets.flatMap(\.conflicts)
    let sizes = Set(found.map(\.count))
    #expect(sizes == [2])
    #expect(sets.first?.gap == .moreConflicts)
  }

  @Test func `a few wrong claims among many leave no doubt about the others`() throws {
    let right = (0..<195).map { claim("right \($0)", within("x", 10 - Double($0) / 100, 20)) }
    let wrong = (0..<5).map { claim("wrong \($0)", within("x", 30 + Double($0), 40)) }
    let elsewhere = claim("elsewhere", within("y", 1, 2))
    let system = ConstraintSystem(members: right + wrong + [elsewhere], laws: [])
    let report = Judge(system: system, profile: profile).report(
      on: Array(system.members.indices))
    #expect(report.conflicts.count == 5 * 195)
    #expect(!report.isIncomplete)
    let sizes = report.corrections.map { $0.list.map(\.parts.count) }
    #expect(sizes == [[5]] || sizes == [[5, 195]])
  }

  @Test func `doubt about one group is none about another`() throws {
    let crowd = (0..<60).map { claim("c\($0)", within("x", Double($0) * 10, Double($0) * 10 + 1)) }
    let pair = [claim("y", within("y", 1, 2)), claim("also y", within("y", 2, 3))]
    let system = ConstraintSystem(members: crowd + pair, laws: [])
    let report = Judge(system: system, profile: profile).report(
      on: Array(system.members.indices))
    #expect(report.isIncomplete)
    let others = report.judgements.filter { $0.member.text.hasSuffix("y") }
    let verdicts = others.map(\.verdict)
    #expect(verdicts == [.consistent, .consistent])
  }

  @Test func `what is implied holds for all of very many readings`() throws {
    // Seven claims of two readings each: 128 choices, and only the last reaches the greatest sum.
    let parts = (0..<7).map { index in
      claim("p\(index)", within("x\(index)", 1, 2), within("x\(index)", 10, 11))
    }
    let whole = claim("whole", within("sum", 80, nil))
    let system = ConstraintSystem(
      members: parts + [whole],
      laws: [.sum(quantity("sum"), of: (0..<7).map { quantity("x\($0)") })])
    let implied = system.impliedValues(from: Array(0..<7))
    let sum = try #require(implied[.quantity(quantity("sum"))])
    #expect(sum.isExact)
    #expect(abs(sum.bounds.low - 7) < 0.01)
    #expect(abs(sum.bounds.high - 77) < 0.01)
    let ways = system.implications(for: 7, from: Array(0..<7))
    let way = try #require(ways.first)
    #expect(ways.count == 1)
    #expect(!way.meets)
    #expect(abs(way.implied.high - 77) < 0.01)
  }

  @Test func `a reading a few minutes off is seen, however far away other moments lie`() throws {
    let noon = 1_750_000_000.0
    let system = ConstraintSystem(
      members: [
        claim(
          "time", .moment(EventID.named("e"), interval(noon, noon + 60)),
          .moment(EventID.named("e"), interval(noon + 600, noon + 660))),
        claim("long ago", .moment(EventID.named("f"), interval(600_000_000, nil))),
      ], laws: [])
    let hull = try #require(system.bounds(of: .moment(EventID.named("e"), .open), given: [0]))
    #expect(hull.isExact)
    #expect(abs(hull.bounds.low - noon) < 0.1 && abs(hull.bounds.high - noon - 660) < 0.1)
  }

  @Test func `claims that must give way together are stretched one after the other`() throws {
    let system = ConstraintSystem(
      members: [
        claim("x", within("x", nil, 2)), claim("y", within("y", nil, 2)),
        Member(
          id: .named("sum"), origin: .physics, strength: .hard,
          readings: [Reading(value: within("sum", 5, nil))]),
        Member(
          id: .named("least"), origin: .physics, strength: .hard,
          readings: [
            Reading(value: within("x", 2.2, nil), others: [within("y", 2.2, nil)])
          ]),
      ], laws: [.sum(quantity("sum"), of: [quantity("x"), quantity("y")])])
    let report = Judge(system: system, profile: profile).report(
      on: Array(system.members.indices))
    let only = try #require(report.corrections.first?.list.first)
    #expect(only.parts.map(\.member.text) == ["x", "y"])
    let shares = only.parts.map { part -> Double in
      if case .share(let share)? = part.stretch { share } else { .nan }
    }
    #expect(only.isExact)
    #expect(abs((1 + shares[0]) * 2 + (1 + shares[1]) * 2 - 5) < 0.01)
  }

  @Test func `conflicts that share nothing are all found before their corrections are multiplied`()
  {
    let pairs = (0..<30).flatMap { index in
      [
        claim("low \(index)", within("x\(index)", nil, 1)),
        claim("high \(index)", within("x\(index)", 2, nil)),
      ]
    }
    // One law joins all of them.
    let parts = (0..<30).map { quantity("x\($0)") }
    let system = ConstraintSystem(members: pairs, laws: [.sum(quantity("all"), of: parts)])
    let sets = system.minimalSets(of: Array(system.members.indices))
    #expect(sets.count == 1)
    #expect(sets.first?.conflicts.count == 30)
    #expect(sets.first?.isIncomplete == true)
  }

  @Test func `many claims of two readings are decided without trying all choices`() {
    // Each says 10 or 11 o'clock of its own event, one minute after that of the one before.
    let count = 60
    let claims = (0..<count).map { index in
      let second = Double(index * 60)
      return claim(
        "c\(index)",
        .moment(EventID.named("e\(index)"), interval(36_000 + second, 36_000 + second)),
        .moment(EventID.named("e\(index)"), interval(39_600 + second, 39_600 + second)))
    }
    let laws = (1..<count).map { index in
      Constraint.elapsed(
        from: EventID.named("e\(index - 1)"), to: EventID.named("e\(index)"), interval(60, 60))
    }
    let system = ConstraintSystem(members: claims, laws: laws)
    let all = Array(system.members.indices)
    guard case .consistent = system.status(of: all) else {
      Issue.record("\(system.status(of: all))")
      return
    }
    let early = claim("early", .moment(EventID.named("e0"), interval(0, 3_600)))
    let refuted = ConstraintSystem(members: claims + [early], laws: laws)
    #expect(refuted.isContradictory(all + [count]))
    #expect(conflicts(refuted).count == count)
  }

  @Test func `times that no clock anchors are refuted too`() {
    // At most 5.97 m/s on each leg cannot make 6 m/s over both, however long it took.
    let events = ["a", "b", "c"].map { EventID.named($0) }
    let (ceiling, all) = (quantity("ceiling"), quantity("all"))
    let ways = ["ab", "bc"].map(quantity)
    let system = ConstraintSystem(
      members: [
        claim("ceiling", within("ceiling", nil, 5.97)), claim("average", within("all", 6, nil)),
        claim("stay", elapsed("b", "c", 14, nil)),
      ],
      laws: [
        .sum(quantity("ac"), of: ways),
        .reach(distance: ways[0], speed: ceiling, from: events[0], to: events[1]),
        .reach(distance: ways[1], speed: ceiling, from: events[1], to: events[2]),
        .average(distance: quantity("ac"), speed: all, from: events[0], to: events[2]),
        .within(all, interval(nil, 20)),
      ])
    #expect(conflicts(system) == [["ceiling", "average", "stay"]])
  }

  @Test
  func `of equal conflicts the better graded come first, and its claims are dearer to give up`()
    throws
  {
    let system = ConstraintSystem(
      members: [
        claim("a", within("x", 10, 11), grade: SourceGrade("E5")), claim("b", within("x", 20, 21)),
        claim("c", within("y", 10, 11), grade: SourceGrade("A1")), claim("d", within("y", 20, 21)),
      ], laws: [])
    let report = Judge(system: system, profile: profile).report(on: [0, 1, 2, 3])
    #expect(report.conflicts.map { $0.members.map(\.text) } == [["c", "d"], ["a", "b"]])
    let cheapest = report.corrections.map { $0.list.first?.parts.first?.member.text }
    #expect(Set(cheapest) == ["a", "d"])
  }

  @Test func `names that differ stay different in SMT-LIB`() {
    let names = ["a|b", "a/b", "a\\b", "a%b", "a%7Cb"]
    let system = ConstraintSystem(
      members: names.map { claim($0, within("x \($0)", 1, 2)) }, laws: [])
    let script = SMTLIB(system: system, selected: Array(names.indices)).script(
      checking: [Array(names.indices)])
    let named = script.matches(of: /:named (\|[^|\\]*\|)/).map { String($0.1) }
    #expect(Set(named).count == names.count)
    #expect(!script.contains("\\"))
  }

  @Test func `numbers are written without exponents`() throws {
    let system = ConstraintSystem(
      members: [claim("m", within("x", 1e-7, 1.25e18)), claim("n", within("y", 0.1, nil))],
      laws: [])
    let script = SMTLIB(system: system, selected: [0, 1]).script(checking: [[0, 1]])
    #expect(script.contains("0.0000001"))
    #expect(script.contains("1250000000000000000.0"))
    #expect(script.firstMatch(of: /[0-9]e[-+0-9]/) == nil)
  }

  @Test func `absurd bounds neither trap nor contradict what is possible`() {
    let members = [
      claim("huge", within("d", 1e300, nil)), claim("fast", within("v", nil, 1e300)),
      claim("nan", within("d", .nan, .nan)), claim("infinite", within("v", -.infinity, .infinity)),
      claim("back", elapsed("a", "b", -1e300, 1e300)),
    ]
    let system = ConstraintSystem(
      members: members,
      laws: [
        .reach(
          distance: quantity("d"), speed: quantity("v"), from: EventID.named("a"),
          to: EventID.named("b"))
      ])
    #expect(conflicts(system).isEmpty)
    _ = system.status(of: Array(members.indices))
  }
}
