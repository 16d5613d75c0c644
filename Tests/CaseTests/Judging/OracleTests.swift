import Casework
import Plausibility
import PlausibilityLaws
import Reporting
import TestSupport
import Testing

/// Z3 confirms what is said of the cases: every conflict, every correction, and that there are no others.
@Suite struct OracleTests {
  @Test(
    .enabled(if: Z3.program != nil, "z3 4.16 or newer is not installed"),
    arguments: [
      "april-2019-train", "april-2019-outlets", "september-2023-train", "js621-flight",
      "air-koryo-2023", "beijing-2025", "border-480", "hanoi-2019", "sonderzug-2019", "top-speeds",
    ])
  func `Z3 finds the same conflicts and corrections`(slug: String) throws {
    let dossier = try CaseRunner.dossier(slug)
    var oracle = Oracle()
    try oracle.ask(dossier.system, dossier.stated)
    print(slug, oracle.words)
    #expect(oracle.wrong == 0)
    #expect(oracle.gaps == 0)
    #expect(oracle.undecided == 0)
    #expect(oracle.unanswered == 0)
    // The case tells each set of claims once, by however many facts they are shown wrong.
    #expect(oracle.disputes == Set(dossier.conflicts.map { Set($0.claims) }))
    #expect(oracle.disputes.count == dossier.conflicts.count)
  }

  @Test(.enabled(if: Z3.program != nil, "z3 4.16 or newer is not installed"))
  func `the exported script answers as it says it will`() throws {
    for slug in ["april-2019-train", "js621-flight"] {
      let script = try CaseRunner.dossier(slug).smtlib
      let expected = script.matches(of: /expected: (unsat|sat)/).map { String($0.1) }
      let answers = try Z3.answers(
        to: script.replacing(/\(echo [^\n]*\n/, with: "").replacing("(get-unsat-core)", with: ""))
      #expect(answers.map(\.rawValue) == expected)
      #expect(expected.count > 0)
    }
  }
}
