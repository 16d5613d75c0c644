public import Claims
public import Plausibility
import TestSupport

/// Z3 decides what this engine decides.
///
/// Whether a set can hold can only change from yes to no as members are added. So if Z3 says that every minimal
/// conflict cannot hold, and that without any minimal correction the rest can, then it agrees on every set
/// that contains the one or is contained in the other; and if that is every set there is, both have the same
/// conflicts and corrections, none missing and none too many.
public struct Oracle: Sendable {
  public private(set) var cases = 0
  public private(set) var contradictory = 0
  public private(set) var conflicts = 0
  /// The claims that each conflict is between; several conflicts may be between the same.
  public private(set) var disputes: Set<Set<Claim.ID>> = []
  public private(set) var larger = 0
  public private(set) var corrections = 0
  public private(set) var undecided = 0
  public private(set) var unanswered = 0
  public private(set) var asked = 0
  public private(set) var wrong = 0
  public private(set) var gaps = 0
  public private(set) var withProducts = 0
  public private(set) var withReadings = 0
  /// The first questions that were answered otherwise, as scripts.
  public private(set) var disagreements: [String] = []

  public init() {}

  /// Takes in what was asked elsewhere.
  public mutating func formUnion(_ other: Oracle) {
    cases += other.cases
    contradictory += other.contradictory
    conflicts += other.conflicts
    disputes.formUnion(other.disputes)
    larger += other.larger
    corrections += other.corrections
    undecided += other.undecided
    unanswered += other.unanswered
    asked += other.asked
    wrong += other.wrong
    gaps += other.gaps
    withProducts += other.withProducts
    withReadings += other.withReadings
    disagreements += other.disagreements
  }

  /// Asks about random worlds.
  public mutating func ask(
    seed: UInt64, worlds: Int, members: ClosedRange<Int>
  ) throws {
    var random = SeededGenerator(seed: seed)
    var left = worlds
    while left > 0 {
      let questions = (0..<min(50, left)).map { _ in
        let system = RandomSystem(
          &random, members: Int.random(in: members, using: &random)
        ).system
        return Questions(system, Array(system.members.indices))
      }
      left -= questions.count
      try ask(questions)
    }
  }

  /// Asks about members of a system.
  public mutating func ask(_ system: ConstraintSystem, _ selected: [Int]) throws {
    try ask([Questions(system, selected)])
  }

  private mutating func ask(_ questions: [Questions]) throws {
    let script = questions.map(\.script).joined(separator: "(reset)\n")
    var answers = try Z3.answers(to: script)[...]
    let asked = questions.reduce(0) { $0 + $1.sets.count }
    guard answers.count == asked else {
      throw Z3.Failure(output: "\(answers.count) answers to \(asked) questions")
    }
    self.asked += asked
    for question in questions {
      count(question, answers.prefix(question.sets.count))
      answers = answers.dropFirst(question.sets.count)
    }
  }

  private mutating func count(_ question: Questions, _ answers: ArraySlice<Z3.Status>) {
    cases += 1
    contradictory += question.isContradictory[0] ? 1 : 0
    undecided += question.groups.contains(where: \.isIncomplete) ? 1 : 0
    let found = question.groups.flatMap(\.conflicts)
    conflicts += found.count
    disputes.formUnion(found.map { Set($0.compactMap { question.system.members[$0].claim }) })
    larger += found.filter { $0.count >= 3 }.count
    corrections += question.groups.reduce(0) { $0 + $1.corrections.count }
    let members = question.system.members
    withReadings += found.joined().contains { members[$0].readings.count > 1 } ? 1 : 0
    withProducts +=
      found.contains { question.system.mixesTimesAndDistances($0) } ? 1 : 0
    for (index, answer) in answers.enumerated() {
      let isWrong = answer != .unknown && (answer == .unsat) != question.isContradictory[index]
      unanswered += answer == .unknown ? 1 : 0
      guard isWrong else { continue }
      wrong += 1
      if disagreements.count < 5 {
        disagreements.append(
          "; this engine says \(question.isContradictory[index] ? "unsat" : "sat")\n"
            + SMTLIB(system: question.system, selected: []).script(
              checking: [question.sets[index]]))
      }
    }
    // What was given up is counted above.
    gaps += question.groups.filter { !$0.isIncomplete && !$0.coversEverySet }.count
  }

  /// Sets of small worlds on which Z3 and this engine differ, when each subset is asked for itself.
  public static func disagreementsOnEverySubset(
    seed: UInt64, worlds: Int, members: ClosedRange<Int>
  ) throws -> [String] {
    var random = SeededGenerator(seed: seed)
    var found: [String] = []
    for world in 0..<worlds {
      let system = RandomSystem(
        &random, members: Int.random(in: members, using: &random)
      ).system
      let count = system.members.count
      let subsets = (1..<(1 << count)).map { bits in
        (0..<count).filter { bits & (1 << $0) != 0 }
      }
      let answers = try Z3.answers(
        to: SMTLIB(system: system, selected: []).script(checking: subsets))
      let conflicts = system.minimalSets(of: Array(0..<count)).flatMap(\.conflicts).map(Set.init)
      for (subset, answer) in zip(subsets, answers) where answer != .unknown {
        let isContradictory = conflicts.contains { $0.isSubset(of: subset) }
        if isContradictory != (answer == .unsat)
          || isContradictory != system.isContradictory(subset)
        {
          found.append("world \(world), \(subset): Z3 says \(answer)")
        }
      }
    }
    return found
  }

  public var words: String {
    """
    against Z3: \(cases) worlds, \(contradictory) contradictory, \(conflicts) conflicts (\(larger) of \
    three or more, \(withProducts) worlds with products in them, \(withReadings) with several readings), \
    \(corrections) corrections; \(wrong) wrong, \(gaps) incomplete, \(undecided) undecided here, \
    \(unanswered) of \(asked) questions unanswered by Z3
    """
  }
}

/// The sets of one world whose status is asked, with the status that this engine gives.
private struct Questions {
  let system: ConstraintSystem
  let groups: [MinimalSets]
  let sets: [[Int]]
  let isContradictory: [Bool]

  init(_ system: ConstraintSystem, _ selected: [Int]) {
    self.system = system
    groups = system.minimalSets(of: selected, limit: 10_000)
    var sets = [selected]
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
