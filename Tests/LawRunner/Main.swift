import Claims
import Datasets
import Foundation
import Plausibility
import PlausibilityLaws
import TestSupport

/// Tries every law on many worlds, in a release build; exit code 1 where one does not hold.
@main enum LawRunner {
  static func main() throws {
    let worlds = CommandLine.arguments.dropFirst().first.flatMap(Int.init) ?? 10_000
    var hasFailed = false
    let profile = try DataFolder(path: Repository.geo.path).hedgeProfile()
    for law in Law.all(under: profile) {
      let violations = law.violations(seed: 1_000, worlds: worlds)
      print("\(violations.isEmpty ? "✓" : "✗") \(law.name) (\(worlds) worlds)")
      for violation in violations { print("  \(violation)") }
      hasFailed = hasFailed || !violations.isEmpty
    }
    hasFailed = try !agreesWithZ3(worlds: worlds / 4) || hasFailed
    exit(hasFailed ? 1 : 0)
  }

  private static func agreesWithZ3(worlds: Int) throws -> Bool {
    guard Z3.program != nil else {
      print("- skipped: z3 is not installed")
      return true
    }
    var oracle = Oracle()
    try oracle.ask(seed: 61, worlds: worlds * 3 / 4, members: 6...12)
    try oracle.ask(seed: 62, worlds: worlds / 4, members: 13...25)
    let isRight =
      oracle.wrong == 0 && oracle.gaps == 0 && oracle.undecided * 200 <= oracle.cases
    // The generator itself must make hard worlds.
    let isHard =
      oracle.contradictory * 10 >= oracle.cases * 4 && oracle.larger * 5 >= oracle.conflicts
      && oracle.withProducts * 10 > oracle.cases && oracle.withReadings * 10 > oracle.cases
    print("\(isRight && isHard ? "✓" : "✗") \(oracle.words)")
    for script in oracle.disagreements { print(script) }
    return isRight && isHard
  }
}
