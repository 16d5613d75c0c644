import Claims
import Datasets
import FoundationEssentials
import Plausibility
import TestSupport
import Testing

/// What must hold of every judgement, on seeded random worlds.
@Suite struct LawTests {
  let profile: HedgeProfile

  init() throws { profile = try DataFolder(path: Repository.geo.path).hedgeProfile() }

  @Test func `every conflict is minimal, and all of them are found`() {
    var random = SeededGenerator(seed: 21)
    var contradictory = 0
    var larger = 0
    for _ in 0..<400 {
      let world = RandomSystem(&random, members: 7)
      let system = world.system
      let report = Judge(system: system, profile: profile).report(on: Array(system.members.indices))
      let found = Set(report.conflicts.map { Set(system.indices(of: $0.members)) })
      #expect(found == minimalConflicts(of: system))
      #expect(!report.isIncomplete)
      if !found.isEmpty { contradictory += 1 }
      larger += found.filter { $0.count >= 3 }.count
      for conflict in found {
        #expect(system.isContradictory(conflict.sorted()))
        for member in conflict {
          #expect(!system.isContradictory(conflict.filter { $0 != member }.sorted()))
        }
      }
    }
    // The generator itself must make hard worlds.
    #expect(contradictory > 160)
    #expect(larger > 40)
  }

  /// By trying every subset.
  private func minimalConflicts(of system: ConstraintSystem) -> Set<Set<Int>> {
    let count = system.members.count
    var contradictory: [Set<Int>] = []
    let subsets = (1..<(1 << count)).sorted { $0.nonzeroBitCount < $1.nonzeroBitCount }
    for bits in subsets {
      let subset = Set((0..<count).filter { bits & (1 << $0) != 0 })
      if contradictory.contains(where: { $0.isSubset(of: subset) }) { continue }
      if system.isContradictory(subset.sorted()) { contradictory.append(subset) }
    }
    return Set(contradictory)
  }

  @Test func `widening never creates a conflict and adding never mends one`() {
    var random = SeededGenerator(seed: 22)
    for _ in 0..<2_000 {
      let world = RandomSystem(&random, members: 8)
      let system = world.system
      let some = system.members.indices.filter { _ in Bool.random(using: &random) }
      let all = Array(system.members.indices)
      if !system.isContradictory(some) {
        #expect(!system.isContradictory(some, reading: .toTheLimit(of: profile)))
      } else {
        #expect(system.isContradictory(all))
      }
    }
  }

  @Test func `an example that is given satisfies everything`() {
    var random = SeededGenerator(seed: 23)
    var consistent = 0
    var undecided = 0
    for _ in 0..<2_000 {
      let world = RandomSystem(&random, members: 5)
      let system = world.system
      let all = Array(system.members.indices)
      switch system.status(of: all) {
      case .consistent(let witness):
        consistent += 1
        #expect(!system.isContradictory(all))
        for member in system.members {
          #expect(member.readings.contains { satisfies($0.value, witness) })
        }
      case .undecided: undecided += 1
      case .contradictory: #expect(system.isContradictory(all))
      }
    }
    #expect(consistent > 400)
    print("examples: \(consistent) found, \(undecided) undecided of 2000")
  }

  private func satisfies(_ constraint: Constraint, _ witness: Witness) -> Bool {
    func inside(_ value: Double?, _ interval: ClaimedInterval) -> Bool {
      guard let value else { return false }
      return value >= (interval.lower ?? -.infinity) - 0.02
        && value <= (interval.upper ?? .infinity) + 0.02
    }
    switch constraint {
    case .within(let quantity, let interval): return inside(witness.values[quantity], interval)
    case .elapsed(let from, let to, let interval):
      guard let end = witness.moments[to] else { return false }
      let start = from == .epoch ? 0 : witness.moments[from] ?? .nan
      return inside(end - start, interval)
    default: return true
    }
  }

  @Test func `the members that a proof names still prove it alone`() {
    var random = SeededGenerator(seed: 24)
    for _ in 0..<300 {
      let world = RandomSystem(&random, members: 6)
      let system = world.system
      let report = Judge(system: system, profile: profile).report(on: Array(system.members.indices))
      for conflict in report.conflicts {
        #expect(!conflict.proofs.isEmpty)
        for proof in conflict.proofs {
          #expect(proof.excludesItself)
          #expect(proof.members.isSubset(of: Set(conflict.members)))
        }
        let named = Set(conflict.proofs.flatMap(\.members))
        #expect(named == Set(conflict.members), "\(named) of \(conflict.members)")
      }
    }
  }

  @Test func `a repair mends its conflict, and hardly less would not`() {
    var random = SeededGenerator(seed: 25)
    var tried = 0
    for _ in 0..<300 {
      let world = RandomSystem(&random, members: 6)
      let system = world.system
      let report = Judge(system: system, profile: profile).report(on: Array(system.members.indices))
      for conflict in report.conflicts {
        let members = system.indices(of: conflict.members)
        for repair in conflict.repairs {
          guard let stretch = repair.stretch,
            let index = system.indices(of: [Member.ID(repair.claim.text)]).first
          else { continue }
          let mended = world.replacing(
            index, with: system.members[index].stretched(by: stretch.scaled(1.001)))
          #expect(!mended.isContradictory(members))
          let short = world.replacing(
            index, with: system.members[index].stretched(by: stretch.scaled(0.98)))
          #expect(short.isContradictory(members))
          tried += 1
        }
      }
    }
    #expect(tried > 200)
  }

  @Test func `the same system gives the same report`() {
    var random = SeededGenerator(seed: 26)
    for _ in 0..<50 {
      let system = RandomSystem(&random, members: 7).system
      let all = Array(system.members.indices)
      let reports = (0..<3).map { _ in
        Judge(system: system, profile: profile).report(on: all).conflicts.map(\.members)
      }
      #expect(reports[0] == reports[1] && reports[1] == reports[2])
    }
  }
}

extension Proof {
  /// Whether what stands at the end of every branch cannot be.
  fileprivate var excludesItself: Bool {
    switch end {
    case .crossing(let crossing): crossing.lower > crossing.upper
    case .sum(let sum): sum.lower > sum.upper
    case .cases(_, _, let below, let above): below.excludesItself && above.excludesItself
    }
  }
}

extension Member {
  /// The member with every reading's value read more widely.
  fileprivate func stretched(by stretch: Stretch) -> Member {
    Member(
      id: id, origin: origin, strength: strength, words: words,
      readings: readings.map { reading in
        Reading(
          label: reading.label, value: reading.value.stretched(by: stretch), others: reading.others)
      })
  }
}

extension Constraint {
  fileprivate func stretched(by stretch: Stretch) -> Constraint {
    switch self {
    case .within(let quantity, let interval): .within(quantity, interval.stretched(by: stretch))
    case .elapsed(let from, let to, let interval):
      .elapsed(from: from, to: to, interval.stretched(by: stretch))
    default: self
    }
  }
}
