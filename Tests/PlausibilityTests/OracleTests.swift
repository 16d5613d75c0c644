import Plausibility
import TestSupport
import Testing

/// Z3 decides what this engine decides.
///
/// Whether a set can hold can only change from yes to no as members are added. So if Z3 says that every minimal
/// conflict cannot hold, and that without any minimal correction the rest can, then it agrees on every set
/// that contains the one or is contained in the other; and if that is every set there is, both have the same
/// conflicts and corrections, none missing and none too many.
@Suite(.serialized) struct OracleTests {
  @Test(
    .enabled(if: Z3.program != nil, "z3 is not installed"),
    arguments: [
      (seed: UInt64(61), cases: 1_500, members: 6...12),
      (seed: UInt64(62), cases: 500, members: 13...25),
    ])
  func `status, minimal conflicts and corrections are those of Z3`(
    seed: UInt64, cases: Int, members: ClosedRange<Int>
  ) throws {
    var random = SeededGenerator(seed: seed)
    var tally = Tally()
    for _ in 0..<(cases / 50) {
      let worlds = (0..<50).map { _ in
        RandomSystem(&random, members: Int.random(in: members, using: &random)).system
      }
      let questions = worlds.map { Questions($0) }
      let script = questions.map(\.script).joined(separator: "(reset)\n")
      var answers = try Z3.answers(to: script)[...]
      for question in questions {
        tally.count(question, answers.prefix(question.sets.count))
        answers = answers.dropFirst(question.sets.count)
      }
    }
    print(tally.words)
    #expect(tally.wrong == 0)
    #expect(tally.gaps == 0)
    #expect(tally.undecided * 200 <= cases)
    // The generator itself must make hard worlds.
    #expect(tally.contradictory * 10 >= cases * 4)
    #expect(tally.larger * 5 >= tally.conflicts)
    #expect(tally.withProducts > cases / 4 && tally.withReadings > cases / 4)
  }
}

/// The sets of one world whose status is asked, with the status that this engine gives.
private struct Questions {
  let system: ConstraintSystem
  let groups: [MinimalSets]
  let sets: [[Int]]
  let isContradictory: [Bool]

  init(_ system: ConstraintSystem) {
    self.system = system
    groups = system.minimalSets(of: Array(system.members.indices), limit: 10_000)
    var sets = [Array(system.members.indices)]
    var isContradictory = [groups.contains { !$0.conflicts.isEmpty }]
    for group in groups {
      sets += group.conflicts
      isContradictory += group.conflicts.map { _ in true }
      let corrections = group.corrections.isEmpty ? [[]] : group.corrections
      sets += corrections.map { correction in group.members.filter { !correction.contains($0) } }
      isContradictory += corrections.map { _ in false }
    }
    self.sets = sets
    self.isContradictory = isContradictory
  }

  var script: String {
    SMTLIB(system: system, selected: []).script(checking: sets)
  }
}

private struct Tally {
  var cases = 0
  var contradictory = 0
  var conflicts = 0
  var larger = 0
  var corrections = 0
  var undecided = 0
  var unanswered = 0
  var wrong = 0
  var gaps = 0
  var withProducts = 0
  var withReadings = 0

  mutating func count(_ question: Questions, _ answers: ArraySlice<Z3.Status>) {
    cases += 1
    contradictory += question.isContradictory[0] ? 1 : 0
    undecided += question.groups.contains(where: \.isIncomplete) ? 1 : 0
    let found = question.groups.flatMap(\.conflicts)
    conflicts += found.count
    larger += found.filter { $0.count >= 3 }.count
    corrections += question.groups.reduce(0) { $0 + $1.corrections.count }
    let members = question.system.members
    withReadings += found.joined().contains { members[$0].readings.count > 1 } ? 1 : 0
    withProducts +=
      found.contains { conflict in question.system.mixesTimesAndDistances(conflict) } ? 1 : 0
    for (answer, isContradictory) in zip(answers, question.isContradictory) {
      switch answer {
      case .unknown: unanswered += 1
      case .sat: wrong += isContradictory ? 1 : 0
      case .unsat: wrong += isContradictory ? 0 : 1
      }
    }
    // What was given up is counted above.
    for group in question.groups where !group.isIncomplete {
      gaps += group.coversEverySet ? 0 : 1
    }
  }

  var words: String {
    """
    against Z3: \(cases) worlds, \(contradictory) contradictory, \(conflicts) conflicts (\(larger) of \
    three or more, \(withProducts) worlds with products in them, \(withReadings) with several readings), \
    \(corrections) corrections; \(wrong) wrong, \(gaps) incomplete, \(undecided) undecided here, \
    \(unanswered) questions unanswered by Z3
    """
  }
}

extension ConstraintSystem {
  /// Whether a conflict speaks of moments and of distances or speeds, which only products join.
  fileprivate func mixesTimesAndDistances(_ conflict: [Int]) -> Bool {
    let values = conflict.flatMap { members[$0].readings.map(\.value) }
    let times = values.filter { if case .elapsed = $0 { true } else { false } }
    return !times.isEmpty && times.count < values.count
  }
}

extension MinimalSets {
  /// Whether every set either contains a conflict or lies within the rest of a correction: that the
  /// corrections are just the minimal sets that meet every conflict (C. Berge, Hypergraphs, 1989).
  fileprivate var coversEverySet: Bool {
    var hitting: Set<Set<Int>> = [[]]
    for conflict in conflicts {
      var next: Set<Set<Int>> = []
      for set in hitting {
        if set.isDisjoint(with: conflict) {
          for member in conflict { next.insert(set.union([member])) }
        } else {
          next.insert(set)
        }
      }
      hitting = next.filter { set in !next.contains { $0.isStrictSubset(of: set) } }
    }
    return hitting == (corrections.isEmpty ? [[]] : Set(corrections.map(Set.init)))
  }
}
