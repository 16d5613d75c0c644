public import Claims
import Plausibility
import TestSupport

/// Something that must hold of every judgement, tried on seeded random worlds.
public struct Law: Sendable {
  public let name: String
  /// How many members a world has.
  public let members: ClosedRange<Int>
  /// What is wrong with a world, nil where the law holds.
  let violation: @Sendable (RandomSystem, inout SeededGenerator) -> String?

  /// The first violations among some worlds, as many as five.
  ///
  /// - Parameter seed: each world has a seed of its own, this plus its number.
  public func violations(seed: UInt64, worlds: Int) -> [String] {
    var found: [String] = []
    for number in 0..<worlds where found.count < 5 {
      let own = seed &+ UInt64(number)
      var random = SeededGenerator(seed: own)
      let world = RandomSystem(&random, members: Int.random(in: members, using: &random))
      if let violation = violation(world, &random) { found.append("world \(own): \(violation)") }
    }
    return found
  }
}

extension Law {
  /// All laws, under a hedge profile.
  public static func all(under profile: HedgeProfile) -> [Law] {
    [
      minimality, bruteForce, widening(profile), adding, example, proof(profile), repair(profile),
      repetition(profile), correction(profile), implied, similar,
    ]
  }

  static let minimality = Law(
    name: "a conflict's members cannot hold alone, and without any one of them they can",
    members: 5...14
  ) { world, _ in
    let system = world.system
    // What was not decided is told as a gap.
    let groups = system.minimalSets(of: Array(system.members.indices)).filter { !$0.isIncomplete }
    for conflict in groups.flatMap(\.conflicts) {
      guard system.isContradictory(conflict) else { return "\(conflict) can hold" }
      for member in conflict {
        let rest = conflict.filter { $0 != member }
        guard case .consistent = system.status(of: rest) else {
          return "\(conflict) without \(member) is not shown to hold"
        }
      }
    }
    return nil
  }

  /// A system with one claim more or less exact than another's is much like it.
  static let similar = Law(
    name: "what is known of a similar system does not change what is found", members: 5...12
  ) { world, random in
    let system = world.system
    let all = Array(system.members.indices)
    guard let changed = all.randomElement(using: &random) else { return nil }
    let stretch = Double.random(in: 0.5...4, using: &random)
    let other = ConstraintSystem(
      members: system.members.enumerated().map { place, member in
        place == changed ? member.widened(by: stretch) : member
      }, laws: world.laws)
    let known = system.knownSets(of: all, bearingOn: Set(all), events: [])
    func sets(_ groups: [MinimalSets]) -> [Set<[Int]>] {
      groups.flatMap { group in
        [group.conflicts, group.corrections].map { Set($0.map { $0.sorted() }) }
      }
    }
    let alone = other.minimalSets(of: all)
    let guessed = other.minimalSets(of: all, like: known)
    guard !(alone + guessed).contains(where: \.isIncomplete) else { return nil }
    return sets(alone) == sets(guessed)
      ? nil : "\(sets(alone)) alone, \(sets(guessed)) with a guess"
  }

  static let bruteForce = Law(
    name: "the conflicts are those that trying every subset finds", members: 3...6
  ) { world, _ in
    let system = world.system
    let count = system.members.count
    var expected: [Set<Int>] = []
    for bits in (1..<(1 << count)).sorted(by: { $0.nonzeroBitCount < $1.nonzeroBitCount }) {
      let subset = Set((0..<count).filter { bits & (1 << $0) != 0 })
      if expected.contains(where: { $0.isSubset(of: subset) }) { continue }
      if system.isContradictory(subset.sorted()) { expected.append(subset) }
    }
    let sets = system.minimalSets(of: Array(0..<count))
    let found = Set(sets.flatMap(\.conflicts).map(Set.init))
    return found == Set(expected) ? nil : "\(found) and not \(expected)"
  }

  static func widening(_ profile: HedgeProfile) -> Law {
    Law(name: "reading every claim more widely never makes a conflict", members: 4...10) {
      world, _ in
      let system = world.system
      let all = Array(system.members.indices)
      guard case .consistent = system.status(of: all) else { return nil }
      return system.isContradictory(all, widening: .toTheLimit(of: profile)) ? "it does" : nil
    }
  }

  static let adding = Law(
    name: "a further claim never makes contradictory ones consistent", members: 4...10
  ) { world, random in
    let system = world.system
    let some = system.members.indices.filter { _ in Bool.random(using: &random) }
    guard system.isContradictory(some) else { return nil }
    return system.isContradictory(Array(system.members.indices)) ? nil : "\(some) does"
  }

  static let example = Law(
    name: "an example satisfies the claims, and the rest of a correction has one", members: 4...10
  ) { world, _ in
    let system = world.system
    for group in system.minimalSets(of: Array(system.members.indices)) {
      for correction in group.corrections.isEmpty ? [[]] : group.corrections {
        let rest = group.members.filter { !correction.contains($0) }
        guard case .consistent(let witness) = system.status(of: rest) else {
          return "\(rest) has none"
        }
        for member in rest where !system.members[member].holds(in: witness) {
          return "\(member) does not hold"
        }
      }
    }
    return nil
  }

  static func proof(_ profile: HedgeProfile) -> Law {
    Law(
      name: "every step of a proof follows, and its members prove the conflict alone",
      members: 4...9
    ) {
      world, _ in
      let system = world.system
      let report = Judge(system: system, profile: profile).report(
        on: Array(system.members.indices))
      for conflict in report.conflicts {
        let checker = ProofChecker(system: system, conflict: Set(conflict.members))
        for proof in conflict.proofs {
          if let fault = checker.fault(in: proof) { return "\(conflict.members): \(fault)" }
        }
        guard checker.cover(conflict.proofs) else {
          return "\(conflict.members): no proof speaks of some readings"
        }
        let named = Set(conflict.proofs.flatMap(\.members))
        guard named == Set(conflict.members) else { return "\(conflict.members): \(named)" }
      }
      return nil
    }
  }

  static func repair(_ profile: HedgeProfile) -> Law {
    Law(name: "a repair mends its conflict, and hardly less would not", members: 4...8) {
      world, _ in
      let system = world.system
      let report = Judge(system: system, profile: profile).report(
        on: Array(system.members.indices))
      for conflict in report.conflicts {
        let members = system.indices(of: conflict.members)
        for repair in conflict.repairs {
          // What hardly needs a stretch is within the tolerance of the arithmetic.
          guard let stretch = repair.stretch, stretch.effort(under: profile) > 1e-4,
            let index = system.indices(of: [.claim(repair.claim)]).first
          else { continue }
          let member = system.members[index]
          let mended = world.replacing(
            index, with: member.stretched(by: stretch.scaled(1.001)).touching)
          let short = world.replacing(index, with: member.stretched(by: stretch.scaled(0.98)))
          if repair.isExact, mended.isContradictory(members) {
            return "\(stretch) does not mend \(members)"
          }
          if case .consistent = short.status(of: members) {
            return "less than \(stretch) mends \(members)"
          }
        }
      }
      return nil
    }
  }

  static func correction(_ profile: HedgeProfile) -> Law {
    Law(name: "with its stretches a correction lets everything hold", members: 4...8) { world, _ in
      let system = world.system
      let all = Array(system.members.indices)
      let report = Judge(system: system, profile: profile).report(on: all)
      for (sets, corrections) in zip(
        system.minimalSets(of: all).filter { !$0.conflicts.isEmpty }, report.corrections)
      {
        guard corrections.list.count == sets.corrections.count else { return "some are missing" }
        for correction in corrections.list where correction.isExact {
          var changed = world.members
          var held = sets.members
          for part in correction.parts {
            let index = system.indices(of: [part.member])[0]
            if let stretch = part.stretch {
              changed[index] = changed[index].stretched(by: stretch.scaled(1.001)).touching
            } else {
              held.removeAll { $0 == index }
            }
          }
          let mended = ConstraintSystem(members: changed, laws: world.laws)
          if mended.isContradictory(held) { return "\(correction.parts) does not" }
        }
        let costs = corrections.list.map(\.cost)
        guard costs == costs.sorted() else { return "they are not in the order of their costs" }
      }
      return nil
    }
  }

  /// A claim is held to what others imply: at the ends it can hold, and beyond them not, give or take what an
  /// example may miss a bound by: 2 ms at up to 20 m/s.
  static let implied = Law(
    name: "what others imply for a claim can be reached, and not passed", members: 3...7
  ) { world, _ in
    let system = world.system
    let all = Array(system.members.indices)
    for member in all where system.members[member].readings.count == 1 {
      let others = all.filter { $0 != member }
      guard case .consistent = system.status(of: others) else { continue }
      let ways = system.implications(for: member, from: others)
      guard ways.allSatisfy(\.isExact) else { continue }
      let low = ways.map(\.implied.low).min() ?? -.infinity
      let high = ways.map(\.implied.high).max() ?? .infinity
      /// Nil where that is not decided.
      func canBe(_ lower: Double?, _ upper: Double?) -> Bool? {
        let own = system.members[member]
        let value = own.readings[0].value.with(
          ClaimedInterval(lower: lower, upper: upper, shape: .twoSided))
        let probe = Member(
          id: own.id, origin: own.origin, strength: own.strength,
          readings: [Reading(value: value, others: own.readings[0].others)])
        switch world.replacing(member, with: probe).status(of: all) {
        case .consistent: return true
        case .contradictory: return false
        case .undecided: return nil
        }
      }
      guard !ways.isEmpty else {
        if canBe(nil, nil) == true { return "\(member) is said to be able to be nothing" }
        continue
      }
      if low.isFinite, canBe(nil, low + 0.1) == false { return "\(member) cannot be \(low)" }
      if low.isFinite, canBe(nil, low - 0.1) == true {
        return "\(member) can be less than \(low)"
      }
      if high.isFinite, canBe(high - 0.1, nil) == false { return "\(member) cannot be \(high)" }
      if high.isFinite, canBe(high + 0.1, nil) == true {
        return "\(member) can be more than \(high)"
      }
    }
    return nil
  }

  static func repetition(_ profile: HedgeProfile) -> Law {
    Law(name: "the same system gives the same report", members: 5...9) { world, _ in
      let system = world.system
      let all = Array(system.members.indices)
      let reports = (0..<2).map { _ in
        let report = Judge(system: system, profile: profile).report(on: all)
        return report.conflicts
      }
      guard reports[0].map(\.members) == reports[1].map(\.members) else { return "members" }
      guard reports[0].map(\.proofs) == reports[1].map(\.proofs) else { return "proofs" }
      let stretches = reports.map { $0.map { $0.repairs.map(\.stretch) } }
      return stretches[0] == stretches[1] ? nil : "repairs"
    }
  }
}

extension Member {
  /// Whether some reading holds in a world.
  fileprivate func holds(in witness: Witness) -> Bool {
    readings.contains { reading in
      ([reading.value] + reading.others).allSatisfy {
        $0.holds(witness.moments, witness.values)
      }
    }
  }

  /// The member with a little more room, since what touches is equal to the tolerance: 2 ms at up to 20 m/s.
  fileprivate var touching: Member {
    with { value in
      guard let old = value.interval else { return value }
      return value.with(
        ClaimedInterval(
          lower: old.lower.map { $0 - 0.05 }, upper: old.upper.map { $0 + 0.05 }, shape: old.shape))
    }
  }

  /// The member with every reading's value read more widely.
  fileprivate func stretched(by stretch: Stretch) -> Member {
    with { $0.stretched(by: stretch) }
  }

  private func with(_ change: (Constraint) -> Constraint) -> Member {
    Member(
      id: id, origin: origin, strength: strength,
      readings: readings.map { reading in
        Reading(value: change(reading.value), others: reading.others)
      })
  }
}

extension Constraint {
  /// The same value in another interval.
  fileprivate func with(_ interval: ClaimedInterval) -> Constraint {
    switch self {
    case .within(let quantity, _): .within(quantity, interval)
    case .elapsed(let from, let to, _): .elapsed(from: from, to: to, interval)
    default: self
    }
  }

  fileprivate func stretched(by stretch: Stretch) -> Constraint {
    switch self {
    case .within(let quantity, let interval): .within(quantity, interval.stretched(by: stretch))
    case .elapsed(let from, let to, let interval):
      .elapsed(from: from, to: to, interval.stretched(by: stretch))
    default: self
    }
  }
}

extension Member {
  /// The same with every interval of its own read more widely, or less.
  fileprivate func widened(by factor: Double) -> Member {
    func widened(_ interval: ClaimedInterval) -> ClaimedInterval {
      interval.stretched(by: .factor(factor))
    }
    return Member(
      id: id, origin: origin, strength: strength,
      readings: readings.map { reading in
        let value =
          switch reading.value {
          case .within(let quantity, let interval): Constraint.within(quantity, widened(interval))
          case .elapsed(let from, let to, let interval):
            Constraint.elapsed(from: from, to: to, widened(interval))
          default: reading.value
          }
        return Reading(value: value, others: reading.others)
      }, grade: grade)
  }
}
