import CaseLaws
import Claims
import Datasets
import Foundation
import Parallelism
import Plausibility
import PlausibilityLaws
import TestSupport
import Travel

/// Tries every law on many worlds, in a release build; exit code 1 where one does not hold.
@main enum LawRunner {
  static func main() throws {
    let worlds = CommandLine.arguments.dropFirst().first.flatMap(Int.init) ?? 10_000
    var hasFailed = false
    let profile = try DataFolder(path: Repository.geo.path).hedgeProfile()
    for law in Law.all(under: profile) {
      // Each world has its seed, so that it does not matter who tries it.
      let found = parallelPieces(of: worlds) { piece in
        law.violations(seed: 1_000 + UInt64(piece.lowerBound), worlds: piece.count)
      }
      hasFailed = !holds(law.name, Array(found.joined().prefix(5)), worlds) || hasFailed
    }
    // Whole cases take longer: as many as a second number says.
    let cases = CommandLine.arguments.dropFirst(2).first.flatMap(Int.init) ?? 0
    let world = try World(folder: try DataFolder(path: Repository.geo.path))
    for law in CaseLaw.all where cases > 0 {
      let found = parallelPieces(of: cases) { piece in
        law.violations(seed: 2_000, worlds: piece, world)
      }
      hasFailed = !holds(law.name, Array(found.joined().prefix(5)), cases) || hasFailed
    }
    for (law, violations) in try DesignLaws.violations(worlds: worlds) {
      hasFailed = !holds(law, violations, worlds) || hasFailed
    }
    hasFailed = try !agreesWithZ3(worlds: worlds / 4) || hasFailed
    exit(hasFailed ? 1 : 0)
  }

  private static func holds(_ law: String, _ violations: [String], _ worlds: Int) -> Bool {
    print("\(violations.isEmpty ? "✓" : "✗") \(law) (\(worlds) worlds)")
    for violation in violations { print("  \(violation)") }
    return violations.isEmpty
  }

  private static func agreesWithZ3(worlds: Int) throws -> Bool {
    guard Z3.program != nil else {
      print("- skipped: z3 4.16 or newer is not installed")
      return true
    }
    // First every subset of small worlds, one by one; then more and larger worlds by their conflicts and
    // corrections alone.
    let wrong = try Oracle.disagreementsOnEverySubset(seed: 60, worlds: worlds / 50, members: 4...8)
    let isSame = holds("Z3 says the same of every subset", wrong, worlds / 50)
    let rounds: [(worlds: Int, members: ClosedRange<Int>)] = [
      (worlds * 3 / 8, 6...12), (worlds / 8, 13...25), (worlds * 3 / 8, 6...12),
      (worlds / 8, 13...25),
    ]
    let asked = parallelPieces(of: rounds.count) { piece in
      Result {
        var oracle = Oracle()
        for round in piece {
          let (worlds, members) = rounds[round]
          try oracle.ask(seed: UInt64(61 + round), worlds: worlds, members: members)
        }
        return oracle
      }
    }
    var oracle = Oracle()
    for part in asked { oracle.formUnion(try part.get()) }
    let isRight =
      oracle.wrong == 0 && oracle.gaps == 0 && oracle.undecided * 200 <= oracle.cases
      && oracle.unanswered * 200 <= oracle.asked
    // The generator itself must make hard worlds.
    let isHard =
      oracle.contradictory * 10 >= oracle.cases * 4 && oracle.larger * 5 >= oracle.conflicts
      && oracle.withProducts * 10 > oracle.cases && oracle.withReadings * 10 > oracle.cases
    print("\(isRight && isHard ? "✓" : "✗") \(oracle.words)")
    for script in oracle.disagreements { print(script) }
    return isSame && isRight && isHard
  }
}
